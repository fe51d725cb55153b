#pragma once

#include <string>

#include "check/case.hpp"
#include "check/trial.hpp"
#include "protocol/array.hpp"

/// What a spec says of an answer; each throws Falsified with the story of what it saw instead.
namespace gradus::check {

/// Every entry within its tolerance; NaN is never close to a number.
/// \param what names the result: "softmax(logits)"
/// \param why what a difference means, in a sentence; may be empty
void expect_close(const Case& input, const std::string& what, const Array& got,
                  const Array& expected, const Array& tolerance, const std::string& why = {});

/// As above with one tolerance for all entries.
void expect_close(const Case& input, const std::string& what, const Array& got,
                  const Array& expected, double tolerance, const std::string& why = {});

/// No NaN and no infinity.
void expect_finite(const Case& input, const std::string& what, const Array& got,
                   const std::string& why);

/// \throws Falsified with these words unless `holds`
void expect(bool holds, const Case& input, const std::string& expected, const std::string& got,
            const std::string& why = {});

/// The call has left its arguments as they were.
void expect_unchanged(const Case& input, const Answer& answer);

}  // namespace gradus::check
