#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <clocale>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace gradus::intake::test {

/// An entry of an archive that a test makes.
struct Packed {
  std::string path;
  std::string text;
  unsigned type = AE_IFREG;
  std::string target = {};  ///< of a symbolic link
  std::string hard = {};    ///< of a hard link
};

inline la_ssize_t append(archive* /*writer*/, void* bytes, const void* more, std::size_t size) {
  static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
  return static_cast<la_ssize_t>(size);
}

/// The bytes of an archive.
/// \param format as archive_write_set_format_by_name has it: "zip", "ustar", "pax", "7zip"
/// \param filter as archive_write_add_filter_by_name has it: "gzip", "xz"; empty: none
/// \param options as archive_write_set_options has them
inline std::string pack(const std::vector<Packed>& entries, const std::string& format = "zip",
                        const std::string& filter = "", const std::string& options = "") {
  std::string bytes;
  const std::unique_ptr<archive, decltype(&::archive_write_free)> writer(::archive_write_new(),
                                                                         &::archive_write_free);
  const auto require = [&](long status) {
    if (status < ARCHIVE_WARN) throw std::runtime_error(::archive_error_string(writer.get()));
  };
  require(::archive_write_set_format_by_name(writer.get(), format.c_str()));
  if (!filter.empty()) require(::archive_write_add_filter_by_name(writer.get(), filter.c_str()));
  if (!options.empty()) require(::archive_write_set_options(writer.get(), options.c_str()));
  require(::archive_write_set_bytes_per_block(writer.get(), 0));
  if (options.find("encryption") != std::string::npos) {
    require(::archive_write_set_passphrase(writer.get(), "secret"));
  }
  require(::archive_write_open(writer.get(), &bytes, nullptr, &append, nullptr));
  for (const Packed& packed : entries) {
    const std::unique_ptr<archive_entry, decltype(&::archive_entry_free)> entry(
        ::archive_entry_new(), &::archive_entry_free);
    ::archive_entry_set_pathname(entry.get(), packed.path.c_str());
    ::archive_entry_set_filetype(entry.get(), packed.type);
    ::archive_entry_set_perm(entry.get(), packed.type == AE_IFDIR ? 0755 : 0644);
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.text.size()));
    if (!packed.target.empty()) ::archive_entry_set_symlink(entry.get(), packed.target.c_str());
    if (!packed.hard.empty()) ::archive_entry_set_hardlink(entry.get(), packed.hard.c_str());
    require(::archive_write_header(writer.get(), entry.get()));
    if (!packed.text.empty()) {
      require(::archive_write_data(writer.get(), packed.text.data(), packed.text.size()));
    }
  }
  require(::archive_write_close(writer.get()));
  return bytes;
}

inline void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

/// What a function throws, or "" if nothing.
template <typename Error, typename F>
std::string thrown(F&& run) {
  try {
    run();
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

}  // namespace gradus::intake::test
