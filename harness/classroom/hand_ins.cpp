#include "classroom/hand_ins.hpp"

#include <algorithm>
#include <map>

#include "intake/manifest.hpp"
#include "report/escape.hpp"
#include "toolchain/submission.hpp"

namespace gradus::classroom {
namespace {

namespace fs = std::filesystem;
using gradebook::HandIn;
using toolchain::SourceFile;
using toolchain::Submission;

/// The students' folders by name, hidden ones left out. A link is nobody's work.
std::map<std::string, fs::path> folders_in(const fs::path& folder) {
  std::map<std::string, fs::path> folders;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || !fs::is_directory(entry.symlink_status())) continue;
    folders.emplace(name, entry.path());
  }
  return folders;
}

void add_files(HandIn& hand_in, const fs::path& folder, std::span<const Lab* const> labs,
               const fs::path& given) {
  Submission submission;
  try {
    submission = Submission::read(folder, labs, given);
  } catch (const toolchain::SubmissionError&) {
    hand_in.remarks.emplace_back("None of the files that students write was handed in.");
    return;
  }
  for (const auto& [slug, file] : submission.files) {
    const std::string name(find_exercise(slug)->file);
    if (file.state == SourceFile::State::kThere) hand_in.files[name] = file.text;
    if (file.state == SourceFile::State::kRefused) {
      hand_in.remarks.push_back("The file " + name + " was not taken: " + file.problem + ".");
    }
  }
  for (const std::string& file : submission.changed) {
    hand_in.remarks.push_back("Your " + file +
                              " differs from the given one. It was not used: given code is always "
                              "the grader's own.");
  }
  if (!hand_in.files.empty()) hand_in.submission = submission.hash;
}

std::string list(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i) {
    text += "\n  " + report::visible(names[i]);
  }
  if (names.size() > kMost) text += "\n  and " + std::to_string(names.size() - kMost) + " more";
  return text;
}

}  // namespace

std::vector<HandIn> read_hand_ins(const fs::path& folder, const roster::Roster* roster,
                                  std::span<const Lab* const> labs, const fs::path& given) {
  if (!fs::is_directory(folder)) throw HandInError(folder.string() + " is not a folder.");
  const fs::path students = folder / "students";
  std::map<std::string, fs::path> folders =
      folders_in(fs::is_directory(students) ? students : folder);

  const auto manifest = intake::read_manifest(folder);
  std::vector<HandIn> class_list;
  if (roster != nullptr || manifest) {
    for (const roster::Student& s : roster != nullptr ? roster->students() : manifest->students) {
      class_list.emplace_back().student = s;
    }
  } else {
    for (const auto& [name, path] : folders) class_list.emplace_back().student.id = name;
  }
  bool anybody = false;
  for (HandIn& hand_in : class_list) {
    if (manifest) {
      const auto problems = manifest->problems.find(hand_in.student.id);
      if (problems != manifest->problems.end()) hand_in.remarks = problems->second;
    }
    const auto found = folders.find(hand_in.student.id);
    if (found == folders.end()) continue;
    add_files(hand_in, found->second, labs, given);
    anybody = anybody || !hand_in.submission.empty();
    folders.erase(found);
  }
  if (!folders.empty()) {
    std::vector<std::string> names;
    for (const auto& [name, path] : folders) names.push_back(name);
    throw HandInError(
        "These folders of " + folder.string() +
        " are named like no student of the roster, so that their work would not count:" +
        list(names) +
        "\nHave `gradus intake` find out whose they are, or name each by the student's id.");
  }
  if (!anybody) {
    throw HandInError(folder.string() +
                      " holds no folder with a file that students write. Expected one folder for "
                      "each student, such as " +
                      (folder / "ada/tp1/softmax.cpp").string());
  }
  return class_list;
}

}  // namespace gradus::classroom
