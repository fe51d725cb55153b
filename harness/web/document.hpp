#pragma once

#include <initializer_list>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>

/// Pages of HTML that need nothing but themselves.
namespace gradus::web {

using kainjow::mustache::data;

/// An object of texts, for a template.
[[nodiscard]] data object(std::initializer_list<std::pair<const char*, std::string>> entries);
[[nodiscard]] inline data list() { return data(data::type::list); }

/// What a page is made of. The looks that all pages share are added to its own.
struct Document {
  std::string_view name;  ///< of the template, for an error in it
  std::string_view body;  ///< mustache; may use {{{style}}}, {{style_hash}}, and so for the script
  std::string_view style;
  std::string_view script;  ///< empty: none
};

/// Fills in a page. By the two hashes its content security policy can allow this very style and
/// script, and nothing else.
/// \throws std::logic_error if the template is no mustache
[[nodiscard]] std::string render(const Document& document, data content);

}  // namespace gradus::web
