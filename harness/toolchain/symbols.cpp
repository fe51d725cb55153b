#include "toolchain/symbols.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "sandbox/process.hpp"

namespace gradus::toolchain {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Removes what says of which kind an entity is, so that its owner comes first: the type
/// information, virtual table or static variable *of* something.
std::string_view owner(std::string_view name) {
  if (!name.starts_with("_Z")) return name;
  name.remove_prefix(2);
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view kind : {"TV", "TT", "TI", "TS", "GV", "Z", "N", "K", "L"}) {
      if (name.starts_with(kind)) {
        name.remove_prefix(kind.size());
        again = true;
      }
    }
  }
  return name;
}

/// The identifiers with which a text begins: {"tp1", "shifted"} of "3tp17shiftedEd".
std::array<std::string_view, 2> first_identifiers(std::string_view name) {
  std::array<std::string_view, 2> found;
  for (std::string_view& identifier : found) {
    std::size_t length = 0;
    while (!name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) != 0) {
      length = 10 * length + static_cast<std::size_t>(name.front() - '0');
      name.remove_prefix(1);
    }
    identifier = name.substr(0, length);
    name.remove_prefix(identifier.size());
  }
  return found;
}

bool is_lab(std::string_view space) { return space == "tp1" || space == "tp2" || space == "tp3"; }

/// Whether a mangled name mentions something of a lab's namespace that its headers do not declare,
/// as a std::vector of a student's own struct does.
bool mentions_own(std::string_view name, const Words& shared) {
  for (std::size_t at = name.find("3tp"); at != std::string_view::npos;
       at = name.find("3tp", at + 1)) {
    const auto [space, entity] = first_identifiers(name.substr(at));
    if (is_lab(space) && !entity.empty() && !shared.contains(entity)) return true;
  }
  return false;
}

/// Whether a weak name comes from a header that everybody includes.
bool is_common(std::string_view name, const Words& shared) {
  if (!name.starts_with("_Z")) return true;  // C, the compiler
  // What a sanitizer of clang notes down of the type of every function, private ones too.
  if (name.starts_with("_ZTIF") || name.starts_with("_ZTSF")) return true;
  if (mentions_own(name, shared)) return false;
  if (owner(name).starts_with("S")) return true;  // std
  const auto [space, entity] = first_identifiers(owner(name));
  if (space == "nn" || space == "__gnu_cxx" || space == "__cxxabiv1") return true;
  return is_lab(space) && shared.contains(entity);
}

}  // namespace

Words header_words(const std::filesystem::path& folder) {
  Words words;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".hpp") continue;
    std::ifstream in(entry.path());
    std::string line;
    while (std::getline(in, line)) {
      line = line.substr(0, line.find("//"));
      std::replace_if(
          line.begin(), line.end(), [](char c) { return !is_word(c); }, ' ');
      std::istringstream split(line);
      for (std::string word; split >> word;) words.insert(word);
    }
  }
  return words;
}

std::set<std::string> outside_names(const std::filesystem::path& object, const Words& shared,
                                    const sandbox::Confinement& confinement) {
  using namespace std::chrono_literals;
  sandbox::Limits limits;
  limits.output = std::size_t{16} << 20;
  // The object is what a student's file made of the compiler: nothing to read without walls.
  // Not nm, which loads every plugin that a compiler has installed for it, LLVM as a whole too.
  const sandbox::Command readelf{{"/usr/bin/readelf", "--symbols", "--wide", object.string()}};
  const auto outcome = sandbox::run(
      confinement.confine(readelf, {sandbox::Box::Task::kCompile, {object}, {}}), limits, 20s);
  if (!outcome.success()) throw std::runtime_error("readelf cannot read " + object.string());
  return listed_names(outcome.output, shared);
}

std::set<std::string> listed_names(const std::string& listing, const Words& shared) {
  std::set<std::string> names;
  std::istringstream lines(listing);
  std::string line;
  while (std::getline(lines, line)) {
    // 12: 0000000000000000    31 FUNC    GLOBAL DEFAULT    1 _ZN3tp17softmaxEd
    std::istringstream fields(line);
    std::string skipped;
    std::string binding;
    std::string section;
    std::string name;
    fields >> skipped >> skipped >> skipped >> skipped >> binding >> skipped >> section;
    while (section.starts_with('[') && fields >> section) {  // What some processors say of it.
    }
    if (!(fields >> name) || section == "UND") continue;
    const bool weak = binding == "WEAK" || binding == "UNIQUE";
    if (!weak && binding != "GLOBAL") continue;
    if (!weak || !is_common(name, shared)) names.insert(name);
  }
  return names;
}

std::string demangle(const std::string& name, const sandbox::Confinement& confinement) {
  using namespace std::chrono_literals;
  constexpr std::size_t kLongest = 1024;  // c++filt demangles none that is longer
  if (!name.starts_with("_Z") || name.size() > kLongest) return name;
  sandbox::Limits limits;
  limits.cpu = 1s;
  limits.address_space = std::uint64_t{256} << 20;
  limits.output = std::size_t{16} << 10;
  const sandbox::Command filt{{"/usr/bin/c++filt", "--format=gnu-v3", "--no-verbose", "--", name}};
  const auto outcome =
      sandbox::run(confinement.confine(filt, {sandbox::Box::Task::kCompile, {}, {}}), limits, 5s);
  // It says an empty line where it lacks memory, and a longer one than we keep has no end.
  const std::string text = outcome.output.substr(0, outcome.output.find('\n'));
  return outcome.success() && !text.empty() && text.size() < outcome.output.size() ? text : name;
}

}  // namespace gradus::toolchain
