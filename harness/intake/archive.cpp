#include "intake/archive.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <clocale>
#include <locale.h>

#include "intake/names.hpp"

namespace gradus::intake {
namespace {

/// Text packs to a tenth, an object file to a third; zeros, which bombs are made of, to a
/// thousandth.
constexpr std::uint64_t kMaxRatio = 200;
/// Below this a great ratio harms nobody.
constexpr std::uint64_t kModest = std::uint64_t{1} << 20;

/// libarchive converts names to the character set of the thread's locale.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(utf8())) {}
  ~Utf8Locale() { ::uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  /// Null, which changes nothing, where the system has no such locale.
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

std::size_t number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::size_t value = 0;
  for (std::size_t i = length; i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

/// libarchive cuts a name at a NUL byte, so that this alone sees one. It goes through the central
/// directory of a zip file (APPNOTE.TXT, 4.3.12 and 4.3.16): for each entry a record of 46 bytes,
/// its name and two more texts. Where it is led astray it sees nothing, and libarchive decides.
bool has_nul_in_a_name(std::string_view zip) {
  constexpr std::string_view kEnd{"PK\5\6", 4};
  constexpr std::string_view kRecord{"PK\1\2", 4};
  constexpr std::size_t kEndSize = 22;
  constexpr std::size_t kHeader = 46;
  const std::size_t end = zip.rfind(kEnd);
  if (end == std::string_view::npos || zip.size() - end < kEndSize) return false;
  const std::size_t size = number(zip, end + 12, 4);
  if (size > end) return false;
  std::string_view directory = zip.substr(end - size, size);
  while (directory.size() >= kHeader && directory.starts_with(kRecord)) {
    const std::size_t name = number(directory, 28, 2);
    const std::size_t others = number(directory, 30, 2) + number(directory, 32, 2);
    if (directory.substr(kHeader, name).find('\0') != std::string_view::npos) return true;
    directory.remove_prefix(std::min(kHeader + name + others, directory.size()));
  }
  return false;
}

Kind kind_of(archive_entry* entry) {
  if (::archive_entry_hardlink(entry) != nullptr) return Kind::link;
  switch (::archive_entry_filetype(entry)) {
    case AE_IFREG:
      return Kind::file;
    case AE_IFDIR:
      return Kind::folder;
    case AE_IFLNK:
      return Kind::link;
    default:
      return Kind::special;
  }
}

}  // namespace

void Archive::Free::operator()(archive* a) const { ::archive_read_free(a); }

Archive::Archive(std::uint64_t packed) : reader_(::archive_read_new()), packed_(packed) {
  ::archive_read_support_filter_gzip(reader_.get());
  ::archive_read_support_filter_xz(reader_.get());
  ::archive_read_support_filter_bzip2(reader_.get());
  ::archive_read_support_format_zip(reader_.get());
  ::archive_read_support_format_tar(reader_.get());
  ::archive_read_support_format_7zip(reader_.get());
}

Archive Archive::of_student(std::string_view bytes) {
  if (bytes.starts_with("PK") && has_nul_in_a_name(bytes)) {
    throw Refusal("a name in the archive holds a NUL byte");
  }
  Archive self(bytes.size());
  archive* reader = self.reader_.get();
  if (bytes.empty() ||
      ::archive_read_open_memory(reader, bytes.data(), bytes.size()) != ARCHIVE_OK) {
    throw Refusal("it is no archive, or a damaged one: " + self.reason());
  }
  return self;
}

Archive Archive::of_class(const std::filesystem::path& file) {
  constexpr std::size_t kBlock = 65536;
  Archive self(0);
  if (::archive_read_open_filename(self.reader_.get(), file.c_str(), kBlock) != ARCHIVE_OK) {
    throw Refusal("it is no archive, or a damaged one: " + self.reason());
  }
  return self;
}

std::string Archive::reason() const {
  const char* why = ::archive_error_string(reader_.get());
  return why == nullptr ? "it is empty" : label_of(why);
}

void Archive::require_modest(std::uint64_t unpacked) const {
  if (packed_ == 0 || unpacked <= std::max(kModest, kMaxRatio * packed_)) return;
  throw Refusal("the archive unpacks to more than " + std::to_string(kMaxRatio) +
                " times its size, as archives do that are meant to fill a disk");
}

bool Archive::next() {
  const Utf8Locale locale;
  announced_ += entry_.size;
  entry_ = {};
  archive_entry* entry = nullptr;
  const int status = ::archive_read_next_header(reader_.get(), &entry);
  if (status == ARCHIVE_EOF) return false;
  if (status < ARCHIVE_WARN) {
    if (::archive_read_has_encrypted_entries(reader_.get()) > 0) {
      throw Refusal("the archive is encrypted");
    }
    throw Refusal("the archive is damaged: " + reason());
  }
  const char* name = ::archive_entry_pathname(entry);
  const bool zip =
      (::archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
  entry_.path = decode_name(name == nullptr ? "" : name, zip);
  // Some programs for Windows write such paths into zip files.
  std::replace(entry_.path.begin(), entry_.path.end(), '\\', '/');
  entry_.kind = kind_of(entry);
  const auto size = ::archive_entry_size(entry);
  entry_.size = size > 0 ? static_cast<std::uint64_t>(size) : 0;
  if (::archive_entry_is_encrypted(entry) != 0) {
    throw Refusal("the archive is encrypted: " + label_of(entry_.path));
  }
  const auto read = ::archive_filter_bytes(reader_.get(), 0);
  require_modest(std::max(announced_ + entry_.size, static_cast<std::uint64_t>(read)));
  return true;
}

std::string Archive::content(std::uint64_t most) {
  std::string bytes;
  std::array<char, 65536> part{};
  for (;;) {
    const la_ssize_t n = ::archive_read_data(reader_.get(), part.data(), part.size());
    if (n == 0) return bytes;
    if (n < 0) {
      throw Refusal("the archive is damaged at " + label_of(entry_.path) + ": " + reason());
    }
    bytes.append(part.data(), static_cast<std::size_t>(n));
    require_modest(announced_ + bytes.size());
    if (bytes.size() > most) {
      throw Refusal(label_of(entry_.path) + " holds more than the " + std::to_string(most) +
                    " bytes that are left for it");
    }
  }
}

}  // namespace gradus::intake
