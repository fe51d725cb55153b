#include "loop/receipt.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "mnist/sha256.hpp"

namespace gradus::loop {
namespace {

using nlohmann::json;

std::map<std::string, std::string> hashes(const toolchain::Submission& submission) {
  std::map<std::string, std::string> files;
  for (const auto& [slug, file] : submission.files) {
    if (file.state != toolchain::SourceFile::State::kThere) continue;
    files[std::string(find_exercise(slug)->file)] = mnist::sha256(file.text);
  }
  return files;
}

/// What another value of an input can do.
std::string weight_of(const std::string& input) {
  if (input == "cpu" || input == "isolation") return "cannot change a mark";
  if (input == "seed") return "other inputs are drawn for the same checks";
  if (input == "submission") return "other files were judged";
  return "may change a mark";
}

std::vector<Difference> differences(const std::map<std::string, std::string>& first,
                                    const std::map<std::string, std::string>& second) {
  std::map<std::string, Difference> all;
  for (const auto& [what, value] : first) all[what].first = value;
  for (const auto& [what, value] : second) all[what].second = value;
  std::vector<Difference> result;
  for (auto& [what, d] : all) {
    if (d.first == d.second) continue;
    result.push_back({what, d.first, d.second, {}});
  }
  return result;
}

}  // namespace

std::string receipt_text(const toolchain::Submission& submission, const std::string& archive_sha256,
                         const std::string& results_json) {
  nlohmann::ordered_json all;
  all["receipt"] = 1;
  all["archive_sha256"] = archive_sha256;
  all["files"] = hashes(submission);
  all["results"] = nlohmann::ordered_json::parse(results_json);
  return all.dump(2) + "\n";
}

Receipt read_receipt(const std::string& text) {
  Receipt receipt;
  try {
    const json all = json::parse(text);
    const json& results = all.contains("results") ? all.at("results") : all;
    if (all.contains("files")) all.at("files").get_to(receipt.files);
    results.at("fingerprint").get_to(receipt.fingerprint);
    for (const json& lab : results.at("labs")) {
      const auto note = [&](const json& e) {
        receipt.outcomes[e.at("slug").get<std::string>()] = e.at("verdict").get<std::string>() +
                                                            ", " + e.at("points").dump() + " / " +
                                                            e.at("out_of").dump();
      };
      for (const json& e : lab.at("exercises")) note(e);
      if (lab.contains("mnist") && !lab.at("mnist").is_null()) note(lab.at("mnist"));
    }
  } catch (const json::exception&) {
    throw std::runtime_error("this is neither a receipt nor a results.json");
  }
  return receipt;
}

Receipt receipt_of(const toolchain::Submission& submission, const Fingerprint& f) {
  return {hashes(submission),
          {{"submission", f.submission},
           {"harness", f.harness},
           {"compiler", f.compiler},
           {"flags", f.flags},
           {"arch", f.arch},
           {"cpu", f.cpu},
           {"isolation", f.isolation},
           {"seed", f.seed}},
          {}};
}

std::vector<Difference> input_differences(const Receipt& first, const Receipt& second) {
  std::vector<Difference> result;
  // A report lists no files; the hash of the submission then stands for them.
  const bool files = !first.files.empty() && !second.files.empty();
  if (files) {
    for (Difference& d : differences(first.files, second.files)) {
      d.weight = d.first.empty() || d.second.empty() ? "only one of them has it"
                                                     : "another version of the file";
      result.push_back(std::move(d));
    }
  }
  for (Difference& d : differences(first.fingerprint, second.fingerprint)) {
    if (files && d.what == "submission") continue;
    d.weight = weight_of(d.what);
    result.push_back(std::move(d));
  }
  return result;
}

std::vector<Difference> outcome_differences(const Receipt& first, const Receipt& second) {
  std::vector<Difference> result = differences(first.outcomes, second.outcomes);
  std::erase_if(result, [](const Difference& d) { return d.first.empty() || d.second.empty(); });
  return result;
}

}  // namespace gradus::loop
