#include "training/npz.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <fstream>
#include <memory>

#include "report/escape.hpp"

namespace gradus::training {
namespace {

constexpr std::string_view kSuffix = ".npy";

using Writer = std::unique_ptr<archive, decltype(&::archive_write_free)>;
using Reader = std::unique_ptr<archive, decltype(&::archive_read_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&::archive_entry_free)>;

la_ssize_t append(archive* /*writer*/, void* bytes, const void* more, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
  return static_cast<la_ssize_t>(size);
}

/// A warning, such as of a name that is not ASCII, is none to us.
void require(int status, archive* a) {
  if (status >= ARCHIVE_WARN) return;
  const char* why = ::archive_error_string(a);
  throw std::runtime_error(std::string("cannot make a zip archive: ") +
                           (why == nullptr ? "no reason was given" : why));
}

/// The content of the entry that the reader is at, as long as `room` lasts.
std::vector<std::byte> content(archive* reader, std::uint64_t& room) {
  std::vector<std::byte> bytes;
  std::array<std::byte, std::size_t{1} << 16> part{};
  for (;;) {
    const la_ssize_t n = ::archive_read_data(reader, part.data(), part.size());
    if (n == 0) return bytes;
    if (n < 0) throw ParameterFileError("the archive is damaged there");
    if (static_cast<std::uint64_t>(n) > room) {
      throw ParameterFileError("expected at most " + std::to_string(kMaxNpzBytes >> 20) +
                               " MB in all, got more");
    }
    room -= static_cast<std::uint64_t>(n);
    bytes.insert(bytes.end(), part.begin(), part.begin() + n);
  }
}

std::string name_of(archive_entry* entry) {
  const char* path = ::archive_entry_pathname(entry);
  const std::string name = path == nullptr ? "" : path;
  if (name.size() > 200 || !name.ends_with(kSuffix) || name.size() == kSuffix.size()) {
    throw ParameterFileError("expected files called NAME.npy in the archive, got '" +
                             report::visible(name, 200) + "'");
  }
  return name.substr(0, name.size() - kSuffix.size());
}

bool holds(const std::vector<NamedArray>& arrays, const std::string& name) {
  return std::any_of(arrays.begin(), arrays.end(),
                     [&](const NamedArray& a) { return a.name == name; });
}

}  // namespace

std::string to_npz(std::span<const NamedArray> arrays) {
  std::string bytes;
  const Writer writer(::archive_write_new(), &::archive_write_free);
  require(::archive_write_set_format_zip(writer.get()), writer.get());
  require(::archive_write_zip_set_compression_store(writer.get()), writer.get());
  require(::archive_write_set_bytes_per_block(writer.get(), 0), writer.get());
  require(::archive_write_open(writer.get(), &bytes, nullptr, &append, nullptr), writer.get());
  for (const NamedArray& a : arrays) {
    const std::string npy = to_npy(a.value);
    const Entry entry(::archive_entry_new(), &::archive_entry_free);
    ::archive_entry_set_pathname(entry.get(), (a.name + std::string(kSuffix)).c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(npy.size()));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), 0644);
    ::archive_entry_set_mtime(entry.get(), 315'532'800, 0);  // 1980: zip knows nothing earlier
    require(::archive_write_header(writer.get(), entry.get()), writer.get());
    if (::archive_write_data(writer.get(), npy.data(), npy.size()) !=
        static_cast<la_ssize_t>(npy.size())) {
      throw std::runtime_error("cannot make a zip archive of the parameters");
    }
  }
  require(::archive_write_close(writer.get()), writer.get());
  return bytes;
}

std::vector<NamedArray> parse_npz(std::span<const std::byte> bytes) {
  const Reader reader(::archive_read_new(), &::archive_read_free);
  ::archive_read_support_format_zip(reader.get());
  if (::archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    throw ParameterFileError(
        "expected numpy's .npz format, which is a zip archive, got other bytes");
  }
  std::vector<NamedArray> arrays;
  std::uint64_t room = kMaxNpzBytes;
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = ::archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK) {
      throw ParameterFileError(
          "expected numpy's .npz format, which is a zip archive, got bytes that are none or are "
          "damaged");
    }
    const std::string name = name_of(entry);
    if (holds(arrays, name) || arrays.size() == kMaxNpzArrays) {
      throw ParameterFileError("expected each name once, and at most " +
                               std::to_string(kMaxNpzArrays) + ", got '" + report::visible(name) +
                               "' as well");
    }
    try {
      arrays.push_back({name, parse_npy(content(reader.get(), room))});
    } catch (const ParameterFileError& e) {
      throw ParameterFileError("'" + report::visible(name) + "': " + e.what());
    }
  }
  if (arrays.empty()) throw ParameterFileError("expected arrays in the archive, got none");
  return arrays;
}

std::vector<NamedArray> load_npz(const std::filesystem::path& file) {
  const std::string name = report::visible(file.string());
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) throw ParameterFileError("cannot read " + name + ": " + error.message());
  if (size > kMaxNpzBytes) {
    throw ParameterFileError(name + ": expected at most " + std::to_string(kMaxNpzBytes >> 20) +
                             " MB, got " + std::to_string(size >> 20));
  }
  std::vector<char> bytes(size);
  std::ifstream in(file, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) {
    throw ParameterFileError("cannot read " + name);
  }
  try {
    return parse_npz(std::as_bytes(std::span(bytes)));
  } catch (const ParameterFileError& e) {
    throw ParameterFileError(name + ": " + e.what());
  }
}

}  // namespace gradus::training
