#include "web/document.hpp"

#include <array>
#include <cstdint>
#include <openssl/sha.h>
#include <stdexcept>

#include "web/base64.hpp"
#include "web/embedded.hpp"

namespace gradus::web {
namespace {

std::string hash(std::string_view text) {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> hash{};
  ::SHA256(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), hash.data());
  return base64(hash);
}

}  // namespace

data object(std::initializer_list<std::pair<const char*, std::string>> entries) {
  data d;
  for (const auto& [key, text] : entries) d.set(key, text);
  return d;
}

std::string render(const Document& document, data content) {
  const std::string style = std::string(kBaseStyle) + std::string(document.style);
  content.set("style_hash", hash(style));
  content.set("style", style);
  content.set("script_hash", hash(document.script));
  content.set("script", std::string(document.script));
  kainjow::mustache::mustache view{std::string(document.body)};
  if (!view.is_valid()) {
    throw std::logic_error(std::string(document.name) + ": " + view.error_message());
  }
  return view.render(content);
}

}  // namespace gradus::web
