#include "intake/placement.hpp"

#include <algorithm>
#include <map>

#include "intake/names.hpp"
#include "toolchain/submission.hpp"

namespace gradus::intake {
namespace {

using Files = std::vector<const UploadedFile*>;

const Exercise* exercise_of_file(std::string_view file) {
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      if (e.file == file) return &e;
    }
  }
  return nullptr;
}

/// The name of the lab's folder in which a file lies; empty if it lies in none.
std::string_view lab_folder(std::string_view path) {
  const auto all = parts(path);
  return all.size() >= 2 && find_lab(all[all.size() - 2]) != nullptr ? all[all.size() - 2]
                                                                     : std::string_view{};
}

bool lies_in_labs(std::string_view path) {
  const auto all = parts(path);
  return all.size() >= 3 && all[all.size() - 3] == "labs";
}

bool passes(std::string_view path, std::string_view folder) {
  const auto all = parts(path);
  return std::find(all.begin(), all.end(), folder) != all.end();
}

std::string listed(const Files& files) {
  constexpr std::size_t kMost = 8;
  std::string text;
  for (std::size_t i = 0; i < std::min(kMost, files.size()); ++i) {
    text += (i == 0 ? "" : ", ") + label_of(files[i]->path);
  }
  if (files.size() > kMost) text += " and " + std::to_string(files.size() - kMost) + " more";
  return text;
}

/// "tp1 or tp2"
std::string all_labs() {
  std::string text;
  for (const Lab& lab : catalogue()) text += (text.empty() ? "" : " or ") + std::string(lab.name);
  return text;
}

class Placer {
 public:
  Placer(const Upload& upload, const Wanted& wanted)
      : upload_(upload), wanted_(wanted), is_flat_(!has_folders()) {}

  Placement run() {
    if (!is_flat_) {
      for (const UploadedFile& file : upload_.files) consider(file, last_two(file.path));
    } else if (wanted_.labs.size() == 1) {
      const std::string lab(wanted_.labs.front()->name);
      for (const UploadedFile& file : upload_.files) {
        consider(file, lab + "/" + std::string(base_name(file.path)));
      }
    } else {
      ask_for_lab();
    }
    for (const Lab& lab : catalogue()) {
      if (!is_wanted(lab)) continue;
      for (const Exercise& e : lab.exercises) decide(e);
    }
    note_missing();
    for (const std::string& path : upload_.others) note_unknown(path);
    std::sort(out_.unknown.begin(), out_.unknown.end());
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_wanted(const Lab& lab) const {
    return wanted_.labs.empty() ||
           std::find(wanted_.labs.begin(), wanted_.labs.end(), &lab) != wanted_.labs.end();
  }

  [[nodiscard]] bool has_folders() const {
    const auto in_lab = [](const auto& path) { return !lab_folder(path).empty(); };
    return std::any_of(upload_.files.begin(), upload_.files.end(),
                       [&](const UploadedFile& f) { return in_lab(lower(f.path)); }) ||
           std::any_of(upload_.others.begin(), upload_.others.end(), in_lab);
  }

  /// \param file its name as the catalogue would have it
  void consider(const UploadedFile& file, const std::string& name) {
    if (const Exercise* e = exercise_of_file(name)) {
      found_[e].push_back(&file);
    } else if (const Exercise* almost = exercise_of_file(lower(name))) {
      nearly_[almost].push_back(&file);
    } else {
      note_unknown(file.path);
    }
  }

  void note_unknown(const std::string& path) {
    if (wanted_.given.contains(last_two(path))) return;
    const std::string base(base_name(path));
    const bool flat = is_flat_ && wanted_.labs.size() == 1;
    if (flat && wanted_.given.contains(std::string(wanted_.labs.front()->name) + "/" + base))
      return;
    out_.unknown.push_back(path);
  }

  void decide(const Exercise& e) {
    const Files all = found_[&e];
    require_one_spelling(all, nearly_[&e]);
    Files files = preferred(e, all);
    if (files.empty()) {
      for (const UploadedFile* file : nearly_[&e]) {
        out_.problems.push_back(label_of(file->path) + " was not taken: the exercise's file is " +
                                std::string(e.file) + ", in small letters");
      }
      return;
    }
    for (const UploadedFile* file : files) {
      if (!file->too_large) continue;
      throw Refusal(label_of(file->path) + " is larger than " +
                    std::to_string(toolchain::kMaxSourceSize >> 10) +
                    " KiB, and no solution needs a tenth of it");
    }
    const bool same = std::all_of(files.begin(), files.end(), [&](const UploadedFile* file) {
      return file->text == files.front()->text;
    });
    if (!same) {
      out_.problems.push_back(std::string(e.file) +
                              " is there more than once, and not the same: " + listed(files) +
                              ". None was taken; ask which one counts, and remove the others");
      return;
    }
    out_.taken.push_back({&e, files.front()->path, files.front()->text});
  }

  /// On many systems one of two such files would have replaced the other.
  static void require_one_spelling(const Files& exact, const Files& nearly) {
    std::map<std::string, const UploadedFile*> seen;
    for (const UploadedFile* file : exact) seen.emplace(lower(file->path), file);
    for (const UploadedFile* file : nearly) {
      const auto twin = seen.find(lower(file->path));
      if (twin == seen.end()) continue;
      throw Refusal("the names of two files differ only by capital letters: " +
                    label_of(twin->second->path) + ", " + label_of(file->path));
    }
  }

  /// Those that count, of all files for one exercise.
  Files preferred(const Exercise& e, const Files& all) {
    Files files;
    std::copy_if(all.begin(), all.end(), std::back_inserter(files),
                 [](const UploadedFile* file) { return lies_in_labs(file->path); });
    if (files.empty()) files = all;
    if (files.empty()) return {};
    Files latest;
    const auto order = std::max_element(files.begin(), files.end(),
                                        [](auto a, auto b) { return a->order < b->order; });
    std::copy_if(files.begin(), files.end(), std::back_inserter(latest),
                 [&](const UploadedFile* file) { return file->order == (*order)->order; });
    note_passed_over(e, all, latest);
    return latest;
  }

  void note_passed_over(const Exercise& e, const Files& all, const Files& kept) {
    Files others;
    std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](const UploadedFile* file) {
      // A copy of the whole project has our own files of these names in harness/.
      return std::find(kept.begin(), kept.end(), file) == kept.end() &&
             !passes(file->path, "harness") && file->text != kept.front()->text;
    });
    if (others.empty()) return;
    const bool by_time = others.front()->order != kept.front()->order;
    out_.remarks.push_back(std::string(e.file) + ": " + label_of(kept.front()->path) +
                           (by_time ? " came last" : " lies in labs/") +
                           ", so this was not taken: " + listed(others));
  }

  void note_missing() {
    for (const Lab& lab : catalogue()) {
      const bool has_some = std::any_of(out_.taken.begin(), out_.taken.end(), [&](const Taken& t) {
        return t.exercise->lab() == lab.name;
      });
      if (wanted_.labs.empty() ? !has_some : !is_wanted(lab)) continue;
      for (const Exercise& e : lab.exercises) {
        const bool taken = std::any_of(out_.taken.begin(), out_.taken.end(),
                                       [&](const Taken& t) { return t.exercise == &e; });
        if (!taken) out_.missing.push_back(&e);
      }
    }
    if (out_.taken.empty() && out_.problems.empty()) {
      out_.problems.emplace_back("It holds none of the files that students write");
    }
  }

  /// A flat upload: softmax.cpp could be told from its name, nll.cpp not.
  void ask_for_lab() {
    Files files;
    for (const UploadedFile& file : upload_.files) files.push_back(&file);
    if (files.empty()) return;
    std::string text = "No file lies in a folder " + all_labs() +
                       ", so none was taken: " + listed(files) +
                       ". Say which lab they are for by one --lab alone";
    std::string named;
    for (const Lab& lab : catalogue()) {
      Files of_lab;
      const std::string name(lab.name);
      std::copy_if(files.begin(), files.end(), std::back_inserter(of_lab), [&](auto file) {
        return file->text.find("#include \"" + name + "/") != std::string::npos ||
               file->text.find("namespace " + name) != std::string::npos;
      });
      if (!of_lab.empty()) named += (named.empty() ? "" : "; ") + name + " in " + listed(of_lab);
    }
    if (!named.empty()) text += ". Their own text names " + named;
    out_.problems.push_back(text);
  }

  const Upload& upload_;
  const Wanted& wanted_;
  const bool is_flat_;  ///< nothing lies in a lab's folder
  std::map<const Exercise*, Files> found_;
  std::map<const Exercise*, Files> nearly_;  ///< names right but for capital letters
  Placement out_;
};

}  // namespace

Placement place(const Upload& upload, const Wanted& wanted) { return Placer(upload, wanted).run(); }

}  // namespace gradus::intake
