#include "tp2/module.hpp"

#include <algorithm>
#include <stdexcept>

namespace tp2 {

std::vector<Parameter> Module::parameters() const {
  std::vector<Parameter> all;
  for (const Entry& entry : entries_) {
    if (entry.child == nullptr) {
      all.push_back(entry.parameter);
      continue;
    }
    for (const Parameter& nested : entry.child->parameters()) {
      all.push_back(nested.named(entry.name + "." + nested.name()));
    }
  }
  return all;
}

Parameter Module::add_parameter(const std::string& name, nn::Index rows, nn::Index cols) {
  check_name("add_parameter", name);
  entries_.push_back({name, Parameter(name, rows, cols), nullptr});
  return entries_.back().parameter;
}

void Module::add_module(const std::string& name, Module& child) {
  check_name("add_module", name);
  const bool known = std::any_of(entries_.begin(), entries_.end(),
                                 [&child](const Entry& entry) { return entry.child == &child; });
  if (&child == this || known) {
    throw std::invalid_argument(
        "add_module(\"" + name + "\", child): " +
        (known ? "this child is registered already" : "a module cannot be its own child") +
        ", and the optimiser would step twice with each of its "
        "parameters. Register every module once.");
  }
  entries_.push_back({name, Parameter(), &child});
}

void Module::check_name(const char* operation, const std::string& name) const {
  const bool taken = std::any_of(entries_.begin(), entries_.end(),
                                 [&name](const Entry& entry) { return entry.name == name; });
  if (!name.empty() && !taken) return;
  throw std::invalid_argument(
      std::string(operation) + ": " +
      (taken ? "the name \"" + name + "\" is taken in this module" : "the name is empty") +
      ". Messages speak of a parameter by its name: choose another, for example with the number "
      "of the layer, \"W\" + std::to_string(l).");
}

}  // namespace tp2
