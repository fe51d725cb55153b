#include "training/run_folder.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace gradus::training {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile = "report.json";

/// A positive number without a sign or leading zeros.
std::optional<int> number_of(const std::string& name) {
  int n = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), n);
  if (error != std::errc() || n < 1 || std::to_string(n) != name) return std::nullopt;
  return n;
}

/// The highest number in a series; 0 if there is none.
/// \param with_report count only folders that hold a report
int highest(const fs::path& series, bool with_report) {
  int most = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(series, error)) {
    const auto n = number_of(entry.path().filename().string());
    if (!n || (with_report && !fs::exists(entry.path() / kFile, error))) continue;
    most = std::max(most, *n);
  }
  return most;
}

}  // namespace

fs::path make_next_folder(const fs::path& series) {
  std::error_code error;
  fs::create_directories(series, error);
  for (int n = highest(series, false) + 1; !error; ++n) {
    fs::path folder = series / std::to_string(n);
    if (fs::create_directory(folder, error)) return folder;
  }
  throw std::runtime_error("cannot make a folder for the report in " + series.string() + ": " +
                           error.message());
}

std::optional<fs::path> find_report(const std::string& word, const fs::path& series) {
  fs::path file = word;
  std::error_code error;
  if (word == "last") {
    file = series / std::to_string(highest(series, true)) / kFile;
  } else if (number_of(word)) {
    file = series / word / kFile;
  } else if (fs::is_directory(file, error)) {
    file /= kFile;
  }
  if (!fs::is_regular_file(file, error)) return std::nullopt;
  return file;
}

}  // namespace gradus::training
