#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

namespace gradus {

/// Points are counted in hundredths of a point, so that sums are exact.
using Points = int;

/// One thing that a student writes: one slug, one file, one worker, one line of the report.
struct Exercise {
  std::string_view slug;      ///< "tp1.softmax"; names the exercise everywhere
  std::string_view title;     ///< "Softmax"
  std::string_view file;      ///< the only file that the student writes, relative to labs/
  std::string_view function;  ///< what the file must define, as a student would name it
  std::vector<std::string_view> needs;  ///< earlier exercises that the file may call
  Points points;
  std::string_view notes;                ///< anchor of the pitfall behind it
  std::string_view chapter;              ///< of the course notes, to read first: "ch_linear"
  std::vector<std::string_view> hints;   ///< from a nudge to almost the answer, one at a time
  std::chrono::milliseconds call_limit;  ///< one call of the student's function
  std::chrono::milliseconds budget;      ///< all checks of the exercise together

  [[nodiscard]] std::string_view lab() const { return slug.substr(0, slug.find('.')); }
};

/// The last part of a lab: train the student's whole program on MNIST.
struct MnistTask {
  std::string_view slug;  ///< "tp1.mnist"
  std::string_view title;
  Points points;
};

/// A lab: exercises in the order in which they are meant to be solved, then MNIST.
struct Lab {
  std::string_view name;   ///< "tp1"; also the folder
  std::string_view title;  ///< "A linear classifier by hand"
  std::vector<Exercise> exercises;
  MnistTask mnist;

  [[nodiscard]] Points points() const;
};

/// Every lab, in course order: the one table that stubs, specs, grader and notes agree on.
[[nodiscard]] std::span<const Lab> catalogue();

/// \return the lab of that name, or nullptr
[[nodiscard]] const Lab* find_lab(std::string_view name);

/// \return the exercise of that slug, or nullptr
[[nodiscard]] const Exercise* find_exercise(std::string_view slug);

}  // namespace gradus
