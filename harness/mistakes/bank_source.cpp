#include "mistakes/bank_source.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <vector>

#include "mistakes/bank.hpp"
#include "mistakes/version_file.hpp"
#include "tools/stubgen.hpp"

namespace gradus::mistakes {
namespace {

namespace fs = std::filesystem;

/// Headers that declare a class whose members the exercise defines, and what uses that class: they
/// are repeated for each version, since a member cannot be defined twice.
std::vector<std::string> repeated_headers(const Exercise& e) {
  if (e.slug == "tp2.deep_network") {
    return {"labs/tp2/deep_network.hpp", "harness/worker/bindings/tp2_deep.hpp"};
  }
  return {};
}

std::string base_name(const Exercise& e) { return fs::path(e.file).stem(); }

fs::path folder_of(const fs::path& root, const Exercise& e) {
  return root / "harness/mistakes" / e.lab() / base_name(e);
}

std::vector<VersionFile> read_mistakes(const fs::path& root, const Exercise& e) {
  return read_versions(folder_of(root, e), {"caught by", "says", "notes", "source"}, {"twin"});
}

std::vector<VersionFile> read_variants(const fs::path& root, const Exercise& e) {
  return read_versions(folder_of(root, e) / "correct", {"variant", "source"}, {});
}

/// A file that belongs to every version.
struct Part {
  std::string path;  ///< below the project's folder
  VersionFile file;
};

Part read_part(const fs::path& root, const std::string& path) {
  return {path, VersionFile::read(root / path)};
}

std::string pasted(const std::string& path, const std::string& text) {
  return "#line 1 \"" + path + "\"\n" + text;
}

/// Names of the project are seen from inside a version as they are from outside, except those that
/// the version defines itself. It lies inside the lab's own namespace, so that the lab's tanh comes
/// before that of <math.h>.
std::string opening(const std::string& name, const std::string& lab) {
  return "namespace " + lab + " { namespace version_" + name + " {\nnamespace " + lab +
         " { using namespace ::" + lab +
         "; }\nnamespace gradus { using namespace ::gradus;\n"
         "namespace worker { using namespace ::gradus::worker; } }\n";
}

std::string source(const fs::path& root, const Exercise& e,
                   const std::vector<VersionFile>& versions) {
  const std::string lab(e.lab());
  std::vector<Part> before;
  for (const std::string& path : repeated_headers(e)) before.push_back(read_part(root, path));
  const std::string binding_path = "harness/worker/bindings/" + lab + "_" + base_name(e) + ".cpp";
  const Part binding = read_part(root, binding_path);

  std::set<std::string> includes(binding.file.includes.begin(), binding.file.includes.end());
  for (const Part& part : before) {
    includes.insert(part.file.includes.begin(), part.file.includes.end());
  }
  for (const VersionFile& v : versions) includes.insert(v.includes.begin(), v.includes.end());
  for (const Part& part : before) {
    std::erase_if(includes, [&](const std::string& line) {
      const auto quote = line.find('"');
      return quote != std::string::npos &&
             part.path.ends_with(line.substr(quote + 1, line.rfind('"') - quote - 1));
    });
  }

  std::string text = "// Made by bankgen: see harness/mistakes/bank.hpp.\n";
  for (const std::string& line : includes) text += line + "\n";
  text += "#include \"mistakes/versions.hpp\"\n";
  std::string table;
  for (const VersionFile& v : versions) {
    text += opening(v.name, lab);
    for (const Part& part : before) text += pasted(part.path, part.file.body);
    text += pasted(std::string(e.slug) + "/" + v.name + ".cpp", v.body);
    text += pasted(binding.path, binding.file.body);
    text += "} }  // version_" + v.name + "\n";
    table +=
        "    {\"" + v.name + "\", &" + lab + "::version_" + v.name + "::gradus::worker::tell},\n";
  }
  // One more than there are, as there is no array of none.
  text +=
      "\nstd::span<const gradus::mistakes::Version> gradus::mistakes::versions() {\n"
      "  static constexpr Version kVersions[] = {\n" +
      table + "    {}};\n  return std::span(kVersions).first(" + std::to_string(versions.size()) +
      ");\n}\n";
  return text;
}

VersionFile stub_of(const fs::path& root, const Exercise& e, VersionFile solution) {
  std::ifstream in(root / "solutions" / e.file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string stub = tools::make_stub(e.file, text);
  // All but its #include lines, which are among those of the solution.
  solution.name = kStub;
  solution.body.clear();
  std::string line;
  for (const char c : stub) {
    line += c;
    if (c != '\n') continue;
    solution.body += line.starts_with("#include") ? "\n" : line;
    line.clear();
  }
  return solution;
}

std::string literal(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string find_function(const std::string& type, const std::string& name,
                          const std::string& function) {
  return "\nstd::span<const " + type + "> " + function +
         "(std::string_view exercise) {\n"
         "  const auto first = std::find_if(" +
         name + ".begin(), " + name +
         ".end(), [&](const auto& v) { return v.exercise == exercise; });\n"
         "  const auto last = std::find_if(first, " +
         name +
         ".end(), [&](const auto& v) { return v.exercise != exercise; });\n"
         "  return {first, last};\n}\n";
}

}  // namespace

std::string mistakes_source(const fs::path& root, const Exercise& e) {
  return source(root, e, read_mistakes(root, e));
}

std::string variants_source(const fs::path& root, const Exercise& e) {
  std::vector<VersionFile> versions = read_variants(root, e);
  VersionFile solution = VersionFile::read(root / "solutions" / e.file);
  solution.name = kSolution;
  versions.push_back(stub_of(root, e, solution));
  versions.push_back(std::move(solution));
  return source(root, e, versions);
}

std::string table_source(const fs::path& root, std::span<const Lab> labs) {
  std::string mistakes;
  std::string variants;
  std::size_t n_mistakes = 0;
  std::size_t n_variants = 0;
  for (const Lab& lab : labs) {
    for (const Exercise& e : lab.exercises) {
      const std::string slug = literal(std::string(e.slug));
      const std::vector<VersionFile> wrong = read_mistakes(root, e);
      for (const VersionFile& v : wrong) {
        const auto twin = v.head.find("twin");
        const std::string other = twin == v.head.end() ? "" : twin->second;
        if (!other.empty() && std::none_of(wrong.begin(), wrong.end(), [&](const VersionFile& w) {
              return w.name == other && !w.head.contains("twin");
            })) {
          throw std::runtime_error(std::string(e.slug) + ": the twin of " + v.name + ", '" + other +
                                   "', is no mistake of this exercise, or has a twin itself");
        }
        mistakes += "    Mistake{" + slug + ", " + literal(v.name) + ", " +
                    literal(v.head.at("caught by")) + ", " + literal(v.head.at("says")) + ", " +
                    literal(v.head.at("notes")) + ", " + literal(v.head.at("source")) + ", " +
                    literal(other) + "},\n";
        ++n_mistakes;
      }
      for (const VersionFile& v : read_variants(root, e)) {
        variants += "    Variant{" + slug + ", " + literal(v.name) + ", " +
                    literal(v.head.at("variant")) + ", " + literal(v.head.at("source")) + "},\n";
        ++n_variants;
      }
    }
  }
  return "// Made by bankgen: see harness/mistakes/bank.hpp.\n#include \"mistakes/bank.hpp\"\n\n"
         "#include <algorithm>\n#include <array>\n\nnamespace gradus::mistakes {\nnamespace {\n\n"
         "constexpr std::array<Mistake, " +
         std::to_string(n_mistakes) + "> kMistakes = {{\n" + mistakes +
         "}};\n\nconstexpr std::array<Variant, " + std::to_string(n_variants) +
         "> kVariants = {{\n" + variants + "}};\n\n}  // namespace\n" +
         find_function("Mistake", "kMistakes", "mistakes_of") +
         find_function("Variant", "kVariants", "variants_of") +
         "\n}  // namespace gradus::mistakes\n";
}

}  // namespace gradus::mistakes
