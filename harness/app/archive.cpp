#include "app/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <stdexcept>

namespace gradus::app {
namespace {

/// 1 January 1980, the first day that zip knows.
constexpr std::time_t kFirstDay = 315532800;
constexpr int kReadableByAll = 0644;
constexpr int kExecutableByAll = 0755;

struct Free {
  void operator()(archive* a) const { ::archive_write_free(a); }
  void operator()(archive_entry* e) const { ::archive_entry_free(e); }
};

}  // namespace

void write_zip(const std::filesystem::path& file, const std::map<std::string, PackedFile>& files) {
  const std::unique_ptr<archive, Free> zip(::archive_write_new());
  const std::filesystem::path unfinished = file.string() + ".unfinished";
  const auto require = [&](long result) {
    if (result >= ARCHIVE_OK) return;
    throw std::runtime_error("cannot write " + file.string() + ": " +
                             ::archive_error_string(zip.get()));
  };
  require(::archive_write_set_format_zip(zip.get()));
  require(::archive_write_open_filename(zip.get(), unfinished.c_str()));
  for (const auto& [name, packed] : files) {
    const std::unique_ptr<archive_entry, Free> entry(::archive_entry_new());
    ::archive_entry_set_pathname(entry.get(), name.c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.text.size()));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), packed.executable ? kExecutableByAll : kReadableByAll);
    ::archive_entry_set_mtime(entry.get(), kFirstDay, 0);
    require(::archive_write_header(zip.get(), entry.get()));
    require(::archive_write_data(zip.get(), packed.text.data(), packed.text.size()));
  }
  require(::archive_write_close(zip.get()));
  std::filesystem::rename(unfinished, file);
}

void write_zip(const std::filesystem::path& file, const std::map<std::string, std::string>& files) {
  std::map<std::string, PackedFile> packed;
  for (const auto& [name, text] : files) packed[name].text = text;
  write_zip(file, packed);
}

}  // namespace gradus::app
