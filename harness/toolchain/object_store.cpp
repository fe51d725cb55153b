#include "toolchain/object_store.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

#include "mnist/sha256.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigest = 64;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool write(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return !out.fail();
}

}  // namespace

// An entry is the digest of the rest, how long the advice is, the advice, the object.
std::optional<std::string> ObjectStore::fetch(const std::string& key,
                                              const fs::path& object) const {
  const fs::path file = folder_ / key;
  const std::string entry = bytes_of(file);
  if (entry.size() <= kDigest) return std::nullopt;
  const std::string rest = entry.substr(kDigest);
  if (mnist::sha256(rest) != std::string_view(entry).substr(0, kDigest)) return std::nullopt;
  const std::size_t start = rest.find('\n') + 1;
  const std::size_t length = std::stoul(rest);
  if (!write(object, std::string_view(rest).substr(start + length))) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
  return rest.substr(start, length);
}

void ObjectStore::keep(const std::string& key, const fs::path& object,
                       const std::string& advice) const {
  const std::string rest = std::to_string(advice.size()) + "\n" + advice + bytes_of(object);
  std::error_code ignored;
  fs::create_directories(folder_, ignored);
  const fs::path part = folder_ / (key + "." + std::to_string(::getpid()));
  if (write(part, mnist::sha256(rest) + rest)) fs::rename(part, folder_ / key, ignored);
  fs::remove(part, ignored);
  forget_the_oldest();
}

void ObjectStore::forget_the_oldest() const {
  std::vector<std::pair<fs::file_time_type, fs::path>> entries;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    entries.emplace_back(entry.last_write_time(ignored), entry.path());
  }
  std::sort(entries.begin(), entries.end());
  for (std::size_t i = 0; i + most_ < entries.size(); ++i) fs::remove(entries[i].second, ignored);
}

}  // namespace gradus::toolchain
