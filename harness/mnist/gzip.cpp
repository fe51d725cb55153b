#include "mnist/gzip.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <stdexcept>
#include <zlib.h>

#include "mnist/idx.hpp"

namespace gradus::mnist {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;  // zlib's way to say: a gzip header, nothing else
constexpr std::size_t kStep = std::size_t{1} << 16;

/// Owns one zlib decoder and counts what went in (avail_in has only 32 bits).
class Inflater {
 public:
  Inflater(std::span<const std::uint8_t> bytes, const std::string& name)
      : bytes_(bytes), name_(name) {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Unpacks one member, appending to out.
  void member(std::vector<std::uint8_t>& out, std::uint64_t max_bytes) {
    inflateReset(&stream_);
    for (;;) {
      feed();
      const int status = step(out, max_bytes);
      if (status == Z_STREAM_END) return;
      if (status == Z_BUF_ERROR || (status == Z_OK && at_end() && stream_.avail_out != 0)) {
        fail("the gzip data end here, too early. The copy was probably cut short.");
      }
      if (status == Z_MEM_ERROR) throw std::bad_alloc();
      if (status != Z_OK) {
        const std::string why = stream_.msg != nullptr ? stream_.msg : "damaged";
        fail("found damaged gzip data (zlib: " + why + "), expected a whole gzip file");
      }
    }
  }

  [[nodiscard]] bool at_end() const { return position() == bytes_.size(); }
  [[nodiscard]] std::uint64_t position() const { return fed_ - stream_.avail_in; }

  [[noreturn]] void fail(const std::string& problem) const {
    throw IdxError(name_, position(), problem);
  }

 private:
  void feed() {
    if (stream_.avail_in != 0 || fed_ == bytes_.size()) return;
    const std::size_t size = std::min(bytes_.size() - fed_, kStep);
    // zlib's interface takes a non-const pointer and does not write through it.
    stream_.next_in = const_cast<std::uint8_t*>(bytes_.data() + fed_);
    stream_.avail_in = static_cast<uInt>(size);
    fed_ += size;
  }

  int step(std::vector<std::uint8_t>& out, std::uint64_t max_bytes) {
    stream_.next_out = chunk_.data();
    stream_.avail_out = static_cast<uInt>(chunk_.size());
    const int status = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t made = chunk_.size() - stream_.avail_out;
    if (made > max_bytes - out.size()) {
      fail("unpacks to more than expected: at most " + std::to_string(max_bytes) + " bytes");
    }
    out.insert(out.end(), chunk_.begin(), chunk_.begin() + static_cast<std::ptrdiff_t>(made));
    return status;
  }

  std::span<const std::uint8_t> bytes_;
  const std::string& name_;
  z_stream stream_{};
  std::size_t fed_ = 0;
  std::array<std::uint8_t, kStep> chunk_{};
};

}  // namespace

bool is_gzip(std::span<const std::uint8_t> bytes) {
  return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
}

std::vector<std::uint8_t> gunzip(std::span<const std::uint8_t> bytes, const std::string& name,
                                 std::uint64_t max_bytes) {
  std::vector<std::uint8_t> out;
  Inflater inflater(bytes, name);
  do {
    if (!is_gzip(bytes.subspan(inflater.position()))) {
      inflater.fail("found bytes that begin no gzip member, expected 1f 8b or the end of the file");
    }
    inflater.member(out, max_bytes);
  } while (!inflater.at_end());
  return out;
}

std::vector<std::uint8_t> gzip(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) {
    throw std::length_error("gzip: more than 4 GiB at once");
  }
  z_stream stream{};
  constexpr int kMemLevel = 9;
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipOnly, kMemLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::vector<std::uint8_t> out(deflateBound(&stream, static_cast<uLong>(bytes.size())));
  stream.next_in = const_cast<std::uint8_t*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("gzip: zlib could not pack the data");
  return out;
}

}  // namespace gradus::mnist
