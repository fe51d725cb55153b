#include "mnist/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include "mnist/gzip.hpp"
#include "mnist/idx.hpp"

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;

std::string system_reason() { return std::strerror(errno); }

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

/// The length of a regular file, as the system says it.
std::uint64_t length_of_regular_file(int fd, const std::string& name) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) throw IdxError(name, 0, "cannot be examined: " + system_reason());
  if (S_ISREG(status.st_mode)) return static_cast<std::uint64_t>(status.st_size);
  throw IdxError(name, 0,
                 S_ISDIR(status.st_mode) ? "found a folder, expected a file"
                                         : "found a pipe or a device, expected a regular file");
}

std::vector<std::uint8_t> read_all(int fd, const std::string& name, std::uint64_t length,
                                   std::uint64_t max_bytes) {
  // A byte more than is expected, so that the last call of read sees the end.
  std::vector<std::uint8_t> bytes(std::min(length, max_bytes) + 1);
  std::size_t count = 0;
  for (;;) {
    const ssize_t got = ::read(fd, bytes.data() + count, bytes.size() - count);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IdxError(name, count, "cannot be read: " + system_reason());
    count += static_cast<std::size_t>(got);
    if (count > max_bytes) {
      throw IdxError(name, max_bytes,
                     "goes on here, expected at most " + std::to_string(max_bytes) + " bytes");
    }
    if (got == 0) break;
    if (count == bytes.size()) bytes.resize(count + kChunk);
  }
  bytes.resize(count);
  return bytes;
}

void write_all(int fd, std::span<const std::uint8_t> bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) throw std::runtime_error(name + " cannot be written: " + system_reason());
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
}

}  // namespace

std::vector<std::uint8_t> read_file(const fs::path& path, std::uint64_t max_bytes) {
  const std::string name = path.string();
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.get() < 0) throw IdxError(name, 0, "cannot be opened: " + system_reason());
  const std::uint64_t length = length_of_regular_file(file.get(), name);
  std::vector<std::uint8_t> bytes = read_all(file.get(), name, length, max_bytes);
  return is_gzip(bytes) ? gunzip(bytes, name, max_bytes) : bytes;
}

void write_file(const fs::path& path, std::span<const std::uint8_t> bytes,
                const fs::path& scratch) {
  std::string temporary = (scratch / (path.filename().string() + ".XXXXXX")).string();
  const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) {
    throw std::runtime_error(temporary + " cannot be written: " + system_reason());
  }
  try {
    write_all(file.get(), bytes, path.string());
    constexpr mode_t kEveryoneReads = 0644;
    if (::fchmod(file.get(), kEveryoneReads) != 0 || ::fsync(file.get()) != 0 ||
        ::rename(temporary.c_str(), path.c_str()) != 0) {
      throw std::runtime_error(path.string() + " cannot be written: " + system_reason());
    }
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace gradus::mnist
