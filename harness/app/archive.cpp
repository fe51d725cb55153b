#include "app/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <unistd.h>

#include "app/project.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// 1 January 1980, the first day that zip knows.
constexpr std::time_t kFirstDay = 315532800;
constexpr int kReadableByAll = 0644;
constexpr int kExecutableByAll = 0755;

struct Free {
  void operator()(archive* a) const { ::archive_write_free(a); }
  void operator()(archive_entry* e) const { ::archive_entry_free(e); }
};

/// \param set_format tells libarchive what to make, and returns its result
template <typename SetFormat>
void write_archive(const fs::path& file, const PackedFiles& files, SetFormat set_format) {
  const std::unique_ptr<archive, Free> writer(::archive_write_new());
  const fs::path unfinished = file.string() + ".unfinished";
  const auto require = [&](long result) {
    if (result >= ARCHIVE_OK) return;
    throw std::runtime_error("cannot write " + file.string() + ": " +
                             ::archive_error_string(writer.get()));
  };
  require(set_format(writer.get()));
  require(::archive_write_open_filename(writer.get(), unfinished.c_str()));
  for (const auto& [name, packed] : files) {
    const std::unique_ptr<archive_entry, Free> entry(::archive_entry_new());
    ::archive_entry_set_pathname(entry.get(), name.c_str());
    ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.text.size()));
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_entry_set_perm(entry.get(), packed.executable ? kExecutableByAll : kReadableByAll);
    ::archive_entry_set_mtime(entry.get(), kFirstDay, 0);
    require(::archive_write_header(writer.get(), entry.get()));
    require(::archive_write_data(writer.get(), packed.text.data(), packed.text.size()));
  }
  require(::archive_write_close(writer.get()));
  fs::rename(unfinished, file);
}

}  // namespace

PackedFile pack_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {{std::istreambuf_iterator<char>(in), {}}, ::access(file.c_str(), X_OK) == 0};
}

void write_zip(const fs::path& file, const PackedFiles& files) {
  write_archive(file, files, ::archive_write_set_format_zip);
}

void write_zip(const fs::path& file, const std::map<std::string, std::string>& files) {
  PackedFiles packed;
  for (const auto& [name, text] : files) packed[name].text = text;
  write_zip(file, packed);
}

void write_tar_gz(const fs::path& file, const PackedFiles& files) {
  write_archive(file, files, [](archive* writer) {
    const int format = ::archive_write_set_format_pax_restricted(writer);
    if (format < ARCHIVE_OK) return format;
    const int filter = ::archive_write_add_filter_gzip(writer);
    if (filter < ARCHIVE_OK) return filter;
    // By itself gzip notes the time at which it ran.
    return ::archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr);
  });
}

void write_folder(const fs::path& folder, const PackedFiles& files) {
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    throw UsageError(folder.string() + " is not empty. Name a new folder: nothing is overwritten.");
  }
  const fs::path unfinished = folder.lexically_normal().string() + ".unfinished";
  fs::remove_all(unfinished);
  for (const auto& [name, packed] : files) {
    const fs::path file = unfinished / name;
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << packed.text;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string() + ": is the disk full?");
    fs::permissions(file,
                    static_cast<fs::perms>(packed.executable ? kExecutableByAll : kReadableByAll));
  }
  fs::remove(folder);
  fs::rename(unfinished, folder);
}

}  // namespace gradus::app
