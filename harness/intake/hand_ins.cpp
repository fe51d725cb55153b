#include "intake/hand_ins.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "intake/names.hpp"
#include "intake/refusal.hpp"
#include "intake/report.hpp"

namespace gradus::intake {
namespace {

namespace fs = std::filesystem;

constexpr const char* kJson = "intake.json";
constexpr const char* kText = "intake.txt";
constexpr const char* kStudents = "students";

/// Without links, "..", or a "/" at its end; nothing of it needs to be there.
fs::path tidy(const fs::path& path) {
  fs::path real = fs::weakly_canonical(fs::absolute(path));
  return real.has_filename() ? real : real.parent_path();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

bool is_ours(const fs::path& folder) {
  if (kind_on_disk(folder / kJson) != Kind::file) return false;
  std::ifstream in(folder / kJson);
  const auto j = nlohmann::json::parse(in, nullptr, false);
  return j.is_object() && j.value("schema", nlohmann::json()) == kFormat;
}

/// A folder beside another one, removed unless it has been moved.
class Beside {
 public:
  explicit Beside(const fs::path& folder) {
    std::string name =
        (folder.parent_path() / ("." + folder.filename().string() + ".XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("cannot make a folder beside " + label_of(folder.string()) + ": " +
                               std::strerror(errno));
    }
    path_ = name;
    fs::permissions(path_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                               fs::perms::others_read | fs::perms::others_exec);
  }
  ~Beside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + label_of(file.string()));
}

/// \param old where to move what is in the place
void put_in_place(const fs::path& made, const fs::path& place, const fs::path& old) {
  if (!fs::exists(place)) return fs::rename(made, place);
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return;
  // Not every file system can exchange two folders.
  fs::rename(place, old);
  try {
    fs::rename(made, place);
  } catch (const fs::filesystem_error&) {
    fs::rename(old, place);
    throw;
  }
}

}  // namespace

void require_replaceable(const fs::path& folder, const std::vector<fs::path>& sources) {
  const std::string name = label_of(folder.string());
  const fs::path real = tidy(folder);
  for (const fs::path& source : sources) {
    const fs::path other = tidy(source);
    if (!lies_in(other, real) && !lies_in(real, other)) continue;
    throw IntakeError(name + " and " + label_of(source.string()) +
                      " lie one in the other. The folder of --out is replaced as a whole: choose "
                      "one elsewhere");
  }
  if (!fs::exists(real)) return;
  if (!fs::is_directory(real)) throw IntakeError(name + " is no folder, so --out cannot be that");
  if (fs::is_empty(real)) return;
  if (!is_ours(real)) {
    throw IntakeError(name + " holds files that intake did not write. Give --out a new folder");
  }
  static const std::set<std::string> kOurs = {kJson, kText, kStudents};
  for (const auto& entry : fs::directory_iterator(real)) {
    const std::string file = entry.path().filename().string();
    if (kOurs.contains(file)) continue;
    throw IntakeError(name + " is replaced as a whole, but " + label_of(file) +
                      " in it is not of intake's making. Move it elsewhere, or give --out a new "
                      "folder");
  }
}

void write_hand_ins(const Intake& intake, const fs::path& folder) {
  const fs::path place = tidy(folder);
  fs::create_directories(place.parent_path());
  const Beside made(place);
  const fs::path made_folder = made.path() / "new";
  fs::create_directories(made_folder / kStudents);
  for (const HandIn& hand_in : intake.hand_ins) {
    const fs::path student = made_folder / kStudents / hand_in.student.id;
    fs::create_directories(student);
    for (const Taken& taken : hand_in.placement.taken) {
      write(student / taken.exercise->file, taken.text);
    }
  }
  write(made_folder / kJson, json(intake));
  write(made_folder / kText, text(intake));
  put_in_place(made_folder, place, made.path() / "old");
}

}  // namespace gradus::intake
