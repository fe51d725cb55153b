#include "mnist/sources.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include "mnist/file.hpp"
#include "mnist/idx.hpp"
#include "mnist/verify.hpp"

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

constexpr std::array<FileRole, 4> kRoles = {kTrainImages, kTrainLabels, kTestImages, kTestLabels};

std::string size_text(std::size_t bytes) {
  constexpr double kMegabyte = 1e6;
  constexpr double kKilobyte = 1e3;
  const auto size = static_cast<double>(bytes);
  std::array<char, 32> text{};
  if (size < kMegabyte) {
    std::snprintf(text.data(), text.size(), "%.1f kB", size / kKilobyte);
  } else {
    std::snprintf(text.data(), text.size(), "%.1f MB", size / kMegabyte);
  }
  return text.data();
}

std::string four_names(const Source& source) {
  std::string text;
  for (const SourceFile& file : source.files) text += "\n  " + file.name;
  return text;
}

/// The four files' bytes as they come together, each checked before it is put here.
class Collected {
 public:
  explicit Collected(const Source& source) : source_(source) {}

  void put(FileRole role, std::vector<std::uint8_t> bytes) { files_[role] = std::move(bytes); }
  [[nodiscard]] bool has(FileRole role) const { return !files_[role].empty(); }
  [[nodiscard]] const std::vector<std::uint8_t>& bytes(FileRole role) const { return files_[role]; }

  [[nodiscard]] std::vector<FileRole> missing() const {
    std::vector<FileRole> roles;
    for (const FileRole role : kRoles) {
      if (!has(role)) roles.push_back(role);
    }
    return roles;
  }

  [[nodiscard]] bool complete() const { return missing().empty(); }

  /// Parses and splits; the raw bytes are released on the way.
  Split to_split() {
    Digits training = digits(kTrainImages, kTrainLabels);
    return mnist::split(std::move(training), digits(kTestImages, kTestLabels), source_.sizes);
  }

 private:
  Digits digits(FileRole images, FileRole labels) {
    const std::string& name = source_.files[images].name;
    Digits both =
        join(parse_images(std::exchange(files_[images], {}), name),
             parse_labels(std::exchange(files_[labels], {}), source_.files[labels].name), name);
    return both;
  }

  const Source& source_;
  std::array<std::vector<std::uint8_t>, 4> files_;
};

/// One call of load().
class Loader {
 public:
  explicit Loader(const LoadOptions& options) : options_(options), source_(options.wanted) {}

  Loaded run() {
    if (options_.given) return from_folder(*options_.given, source_);
    if (source_.kind == Kind::sample) return from_folder(options_.sample, source_);
    if (!options_.cache.empty()) cache_ = options_.cache / source_.folder;
    if (look_in_cache()) return loaded("cache " + cache_.string());
    fetch();
    if (files_.complete()) return loaded(origin_);
    return last_resort();
  }

 private:
  void say(const std::string& line) const {
    if (options_.say) options_.say(source_.name + ": " + line);
  }

  Loaded loaded(const std::string& origin) {
    Loaded result;
    result.kind = source_.kind;
    result.split = files_.to_split();
    result.origin = origin;
    return result;
  }

  /// A folder that must hold everything.
  Loaded from_folder(const fs::path& folder, const Source& wanted) const {
    say("looking in " + folder.string());
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
      throw SourceError(wanted.name + " was to be read from " + folder.string() +
                        ", and that is not a folder that can be read. Expected a folder with these "
                        "four files, each raw or .gz:" +
                        four_names(wanted));
    }
    Collected files(wanted);
    for (const FileRole role : kRoles) {
      const auto path = find_file(folder, wanted.files[role].name);
      if (!path) {
        throw SourceError(
            wanted.name + " was to be read from " + folder.string() + ", and " +
            wanted.files[role].name +
            " is not there. Expected these four files, each raw or .gz:" + four_names(wanted));
      }
      try {
        files.put(role, read_verified(*path, wanted, role));
      } catch (const IdxError& error) {
        throw SourceError(wanted.name + " cannot be read from " + folder.string() + ".\n  " +
                          error.what());
      }
    }
    Loaded result;
    result.kind = wanted.kind;
    result.split = files.to_split();
    result.origin = "folder " + folder.string();
    return result;
  }

  bool look_in_cache() {
    if (cache_.empty()) return false;
    say("looking in " + cache_.string());
    return read_cache([this](const std::string& line) { say(line); });
  }

  /// Takes what the cache holds and is sound; true if that is all.
  bool read_cache(const Say& say_damage) {
    for (const FileRole role : files_.missing()) {
      const auto path = find_file(cache_, source_.files[role].name);
      if (!path) continue;
      try {
        files_.put(role, read_verified(*path, source_, role));
      } catch (const IdxError& error) {
        say_damage(std::string("the cached copy is damaged and will be fetched again: ") +
                   error.what());
      }
    }
    return files_.complete();
  }

  void fetch() {
    fs::path parent = cache_;
    std::error_code failure;
    if (!cache_.empty()) fs::create_directories(cache_, failure);
    if (cache_.empty() || failure || !writable(cache_)) {
      say(cache_.empty() ? "there is no cache folder (no HOME); what is fetched is not kept"
                         : "the cache folder " + cache_.string() +
                               " cannot be written; what is fetched is not kept");
      cache_.clear();
      parent = fs::temp_directory_path(failure);
      try_fetchers(parent);
      return;
    }
    const CacheLock lock(cache_, options_.patience, [this](const std::string& line) { say(line); });
    if (lock.held()) remove_leftovers(cache_);
    // Another run may have filled the cache while this one waited; damage was told of already.
    if (read_cache([](const std::string&) {})) {
      origin_ = "cache " + cache_.string();
      return;
    }
    try_fetchers(parent);
  }

  static bool writable(const fs::path& folder) {
    try {
      const ScratchFolder probe(folder);
      return true;
    } catch (const std::runtime_error&) {
      return false;
    }
  }

  void try_fetchers(const fs::path& parent) {
    const auto fetchers = options_.fetchers ? *options_.fetchers : default_fetchers(source_.kind);
    for (const Fetcher& fetcher : fetchers) {
      say("trying the " + fetcher.name);
      try {
        const ScratchFolder scratch(parent);
        take_from(fetcher, scratch.path());
        origin_ = fetcher.name;
        return;
      } catch (const std::exception& error) {
        say("no: " + std::string(error.what()));
        reasons_.push_back(fetcher.name + ": " + error.what());
      }
    }
  }

  void take_from(const Fetcher& fetcher, const fs::path& scratch) {
    FetchJob job{source_, {}, scratch, [this](const std::string& line) { say(line); }};
    const std::vector<FileRole> missing = files_.missing();
    for (const FileRole role : missing) job.wanted.push_back(source_.files[role].name);
    const fs::path folder = fetcher.fetch(job);
    for (const FileRole role : missing) {
      const std::string& name = source_.files[role].name;
      const auto path = find_file(folder, name);
      if (!path) throw FetchError("it brought no " + name);
      files_.put(role, read_verified(*path, source_, role));
      say(name + ": " + size_text(files_.bytes(role).size()) + ", checksum holds");
      keep(role, scratch);
    }
  }

  void keep(FileRole role, const fs::path& scratch) {
    if (cache_.empty()) return;
    try {
      write_file(cache_ / source_.files[role].name, files_.bytes(role), scratch);
    } catch (const std::runtime_error& error) {
      say(std::string("not kept in the cache: ") + error.what());
    }
  }

  [[nodiscard]] std::string what_was_tried() const {
    std::string text;
    for (const std::string& reason : reasons_) text += "\n  " + reason;
    return text.empty() ? "\n  (no place to fetch it from was allowed in this run)" : text;
  }

  [[nodiscard]] std::string remedy() const {
    const std::string place = options_.cache.empty() ? "a folder of your choice"
                                                     : (options_.cache / source_.folder).string();
    const std::string package =
        source_.kind == Kind::fashion
            ? "install the Debian package dataset-fashion-mnist (as root: apt-get install "
              "dataset-fashion-mnist), or "
            : "";
    return "\nTo have it: " + package + "put these four files, raw or .gz, into " + place +
           ", or into any folder that you name with --mnist DIR:" + four_names(source_);
  }

  Loaded last_resort() {
    const std::string tried = source_.name + " could not be fetched:" + what_was_tried();
    if (source_.kind != Kind::mnist || !options_.fall_back_to_sample) {
      throw SourceError(tried + remedy());
    }
    Loaded result = from_folder(options_.sample, source(Kind::sample));
    result.fell_back = true;
    result.notice =
        tried +
        "\nThis run uses the embedded sample of 6,000 images instead. Its accuracies are "
        "lower than MNIST's and cannot be compared with them." +
        remedy();
    say("using the embedded sample instead");
    return result;
  }

  const LoadOptions& options_;
  const Source& source_;
  fs::path cache_;
  Collected files_{source_};
  std::string origin_;
  std::vector<std::string> reasons_;
};

}  // namespace

Loaded load(const LoadOptions& options) { return Loader(options).run(); }

}  // namespace gradus::mnist
