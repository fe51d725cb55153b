#include "toolchain/builder.hpp"

#include <atomic>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "sandbox/process.hpp"
#include "toolchain/symbols.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kCompileLimit = 60s;

sandbox::Limits compiler_limits() {
  sandbox::Limits limits;
  limits.cpu = kCompileLimit;
  limits.address_space = std::uint64_t{4} << 30;
  limits.open_files = 256;
  return limits;
}

/// What a student must know about an error before the compiler's own words, if anything.
std::string remark(const Exercise& exercise, const std::string& errors) {
  const auto mentions = [&](std::string_view text) {
    return errors.find(text) != std::string::npos;
  };
  if (exercise.slug == "tp2.tanh" && mentions("const tp2::Tensor&") && mentions("double")) {
    return "Inside namespace tp2, tanh means the function that you are writing, which takes a "
           "Tensor. For one number write std::tanh.";
  }
  return {};
}

/// What the linker's complaint means for a student.
std::string explain_link(const Exercise& exercise, const std::string& errors) {
  const auto mentions = [&](std::string_view text) {
    return errors.find(text) != std::string::npos;
  };
  const std::string file(exercise.file);
  if (mentions("multiple definition of `main'")) {
    return file + " defines main(). Remove it: the program that calls your function has one.";
  }
  if (mentions("multiple definition")) {
    return file + " defines something that exists elsewhere. Put your own helpers between "
           "'namespace {' and '}', and define only " + std::string(exercise.function) + ".";
  }
  if (mentions("undefined reference")) {
    return "Something is declared but nowhere defined. Either " + file + " does not define " +
           std::string(exercise.function) + " exactly as its header declares it (same namespace, "
           "same parameter types), or it calls a function of a later exercise.";
  }
  return "The program could not be linked.";
}

std::string join(const std::string& first, const std::string& rest) {
  return first.empty() ? rest : first + "\n\n" + rest;
}

}  // namespace

Builder::Builder(const Recipe& recipe, const Submission& submission)
    : recipe_(recipe), submission_(submission) {}

void Builder::compile(std::span<const Exercise* const> exercises) {
  for (const Exercise* e : exercises) objects_[std::string(e->slug)] = {};
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < exercises.size(); i = next++) {
      objects_.find(exercises[i]->slug)->second = compile(*exercises[i]);
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned t = 1; t < std::max(1U, std::thread::hardware_concurrency()); ++t) {
    threads.emplace_back(work);
  }
  work();
}

const Built& Builder::object(std::string_view slug) const {
  const auto found = objects_.find(slug);
  if (found == objects_.end()) throw std::logic_error("not compiled: " + std::string(slug));
  return found->second;
}

Built Builder::compile(const Exercise& exercise) const {
  const SourceFile& source = submission_.files.find(exercise.slug)->second;
  const std::string file(exercise.file);
  if (source.state == SourceFile::State::kRefused) return {{}, file + ": " + source.problem, {}};

  // The compiler sees constant relative names, so that messages and __FILE__ tell nothing.
  const fs::path path = workspace_.path() / "source" / file;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << source.text;
  const fs::path object = workspace_.path() / (std::string(exercise.slug) + ".o");

  sandbox::Command command{{recipe_.compiler.string()}, workspace_.path() / "source"};
  command.argv.insert(command.argv.end(), recipe_.compile_flags.begin(),
                      recipe_.compile_flags.end());
  command.argv.insert(command.argv.end(), {"-c", file, "-o", object.string()});
  const auto outcome = sandbox::run(command, compiler_limits(), kCompileLimit);
  if (outcome.success()) return {object, {}, outcome.errors};
  if (outcome.timed_out) {
    return {{}, file + ": the compiler did not finish within a minute; the file asks too much of "
                "it.", {}};
  }
  return {{}, join(remark(exercise, outcome.errors), outcome.errors), {}};
}

Built Builder::link(const std::string& name, std::vector<std::string> objects,
                    std::string_view lab, bool in_process) const {
  const fs::path program = workspace_.path() / name;
  sandbox::Command command{{recipe_.compiler.string(), "-o", program.string()}, workspace_.path()};
  auto& argv = command.argv;
  argv.insert(argv.end(), objects.begin(), objects.end());
  argv.emplace_back("-Wl,--start-group");
  argv.push_back(recipe_.given.at(std::string(lab)).string());
  for (const fs::path& part : in_process ? recipe_.practice : recipe_.worker) {
    argv.push_back(part.string());
  }
  argv.emplace_back("-Wl,--end-group");
  argv.insert(argv.end(), recipe_.link_flags.begin(), recipe_.link_flags.end());
  const auto outcome = sandbox::run(command, compiler_limits(), kCompileLimit);
  if (outcome.success()) return {program, {}, {}};
  return {{}, outcome.errors, {}};
}

Built Builder::link_exercise(const Exercise& exercise, bool in_process) const {
  const Built& own = object(exercise.slug);
  if (!own.ok()) return own;
  std::vector<std::string> objects = {own.file.string(),
                                      recipe_.bindings.at(std::string(exercise.slug)).string()};
  for (const std::string_view needed : exercise.needs) {
    objects.push_back(recipe_.references.at(std::string(needed)).string());
  }
  Built program = link("worker-" + std::string(exercise.slug), std::move(objects), exercise.lab(),
                       in_process);
  if (!program.ok()) program.errors = join(explain_link(exercise, program.errors), program.errors);
  program.advice = own.advice;
  return program;
}

Built Builder::link_lab(const Lab& lab) const {
  if (const std::string problem = clash(lab); !problem.empty()) return {{}, problem, {}};
  std::vector<std::string> objects = {recipe_.bindings.at(std::string(lab.mnist.slug)).string()};
  for (const Exercise& e : lab.exercises) objects.push_back(object(e.slug).file.string());
  return link("worker-" + std::string(lab.mnist.slug), std::move(objects), lab.name, false);
}

std::string Builder::clash(const Lab& lab) const {
  const auto shared = header_words(recipe_.labs / lab.name);
  std::map<std::string, std::string_view> owner;
  for (const Exercise& e : lab.exercises) {
    for (const std::string& name : outside_names(object(e.slug).file, shared)) {
      const auto [first, is_new] = owner.try_emplace(name, e.file);
      if (is_new) continue;
      return std::string(first->second) + " and " + std::string(e.file) + " both define " +
             demangle(name) + ". Each is right on its own, but one program cannot hold both. Put your own helpers "
             "between 'namespace {' and '}', which makes them private to their file.";
    }
  }
  return {};
}

}  // namespace gradus::toolchain
