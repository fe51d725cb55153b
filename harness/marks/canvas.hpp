#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "marks/filled.hpp"
#include "marks/marks.hpp"

namespace gradus::marks {

/// Fills a Canvas gradebook export with the marks of a lab. Only cells of one assignment's column
/// change; everything else, the layout of the file too, stays.
///
/// "EX" is written for who is excused. Marks that are held back, and students whom Canvas shows as
/// excused though they have a mark, are left and listed.
///
/// \param column the assignment: its whole header, its title or its number. Empty: the assignment
///               whose title is or holds the lab's name, or is the lab's title
/// \throws MarksError if the file is no such export, or the assignment is not there, not alone,
///         read only, or worth other points
[[nodiscard]] Filled fill_canvas(std::string_view bytes, const std::vector<StudentMarks>& marks,
                                 const std::string& lab, const std::string& column);

}  // namespace gradus::marks
