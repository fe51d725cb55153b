#include "pages/folder.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace gradus::pages {
namespace {

namespace fs = std::filesystem;

/// Says in class.mustache whose page it is.
constexpr const char* kOurs = "<meta name=\"generator\" content=\"Gradus pages\">";

std::string start_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(4096, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

void expect_nothing_else(const fs::path& place) {
  const auto refuse = [&](const std::string& what) {
    throw FolderError(place.string() + " " + what +
                      ". Pages would take its place, and nothing of yours is to be lost: choose "
                      "another folder.");
  };
  if (!fs::exists(fs::symlink_status(place))) return;
  if (!fs::is_directory(place)) refuse("is no folder");
  if (fs::is_empty(place)) return;
  for (const auto& entry : fs::directory_iterator(place)) {
    const fs::path name = entry.path().filename();
    if (name != "index.html" && name != "students") {
      refuse("holds '" + name.string() + "', which is no page of Gradus");
    }
  }
  if (start_of(place / "index.html").find(kOurs) == std::string::npos) {
    refuse("holds something that is no page of Gradus");
  }
}

/// A name that nobody else has, beside a folder.
fs::path beside(const fs::path& place) {
  std::string name = (place.parent_path() / ("." + place.filename().string() + ".XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("cannot write into " + place.parent_path().string());
  }
  return name;
}

fs::path resolved(const fs::path& place) {
  // What a link points to is replaced, not the link.
  const fs::path path = fs::weakly_canonical(fs::absolute(place));
  return path.has_filename() ? path : path.parent_path();
}

}  // namespace

Folder::Folder(const fs::path& place) : place_(resolved(place)) {
  expect_nothing_else(place_);
  fs::create_directories(place_.parent_path());
  unfinished_ = beside(place_);
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(unfinished_, ignored);
}

void Folder::write(const std::string& name, const std::string& text) const {
  const fs::path file = unfinished_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) {
    throw std::runtime_error("cannot write " + (place_ / name).string() + ": is the disk full?");
  }
}

void Folder::take_its_place() const {
  if (!fs::exists(place_)) return fs::rename(unfinished_, place_);
  const fs::path former = beside(place_);
  fs::rename(place_, former);
  fs::rename(unfinished_, place_);
  fs::remove_all(former);
}

}  // namespace gradus::pages
