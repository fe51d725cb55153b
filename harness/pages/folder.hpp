#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace gradus::pages {

/// A folder that is no place for pages: it holds something else.
class FolderError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A folder of pages in the making, for its owner alone. It takes its place when all of it is
/// there, and until then pages of an earlier time stay.
class Folder {
 public:
  /// \throws FolderError if something other than pages stands in its place
  explicit Folder(const std::filesystem::path& place);
  /// Removes what has not taken its place.
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// \param name relative to the folder: "students/ada.html"
  /// \throws std::runtime_error if it cannot be written
  void write(const std::string& name, const std::string& text) const;

  /// \throws std::runtime_error if it cannot be moved there
  void take_its_place() const;

 private:
  std::filesystem::path place_;
  std::filesystem::path unfinished_;
};

}  // namespace gradus::pages
