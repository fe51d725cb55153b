#include "toolchain/builder.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "mnist/sha256.hpp"
#include "sandbox/process.hpp"
#include "toolchain/identity.hpp"
#include "toolchain/symbols.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A busy machine may take three times as long for the same work.
sandbox::Limits compiler_limits(std::chrono::seconds time) {
  sandbox::Limits limits;
  limits.cpu = std::max(time / 3, 1s);
  limits.address_space = std::uint64_t{4} << 30;
  limits.open_files = 256;
  return limits;
}

constexpr const char* kObject = "object.o";
constexpr const char* kProgram = "program";

/// With less than the largest file that may be written, a failure says nothing about the student's.
constexpr std::uintmax_t kRoomToWork = sandbox::Limits{}.file_size;

/// A compiler's output, and not something that was put in its place.
bool is_plain_file(const fs::path& path) {
  return fs::symlink_status(path).type() == fs::file_type::regular;
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
  // GNU ld quotes `so', gold 'so'.
  if (mentions("multiple definition of `main'") || mentions("multiple definition of 'main'")) {
    return file + " defines main(). Remove it: the program that calls your function has one.";
  }
  if (mentions("multiple definition")) {
    return file +
           " defines something that exists elsewhere. Put your own helpers between "
           "'namespace {' and '}', and define only " +
           std::string(exercise.function) + ".";
  }
  if (mentions("undefined reference")) {
    return "Something is declared but nowhere defined. Either " + file + " does not define " +
           std::string(exercise.function) +
           " exactly as its header declares it (same namespace, "
           "same parameter types), or it calls a function of a later exercise.";
  }
  return "The program could not be linked.";
}

std::string join(const std::string& first, const std::string& rest) {
  return first.empty() ? rest : first + "\n\n" + rest;
}

}  // namespace

Builder::Builder(const Recipe& recipe, const Submission& submission,
                 const sandbox::Confinement& confinement, const Work& work)
    : recipe_(recipe),
      submission_(submission),
      confinement_(confinement),
      work_(work),
      identity_(work.objects != nullptr ? identity_of_compilation(recipe) : std::string()),
      parts_(workspace_.path(), confinement),
      include_(parts_.headers(recipe.labs)) {}

void Builder::compile(std::span<const Exercise* const> exercises) {
  for (const Exercise* e : exercises) {
    objects_[std::string(e->slug)] = {};
    const std::string lab(e->lab());
    if (recipe_.precompiled.contains(lab)) preludes_[lab] = parts_.prelude(lab, recipe_);
  }
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(exercises.size());
  const auto work = [&] {
    for (std::size_t i = next++; i < exercises.size(); i = next++) {
      try {
        objects_.find(exercises[i]->slug)->second = compile(*exercises[i]);
      } catch (...) {
        failures[i] = std::current_exception();  // An exception that leaves a thread ends us.
      }
    }
  };
  const unsigned at_a_time =
      work_.threads > 0 ? work_.threads : std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> threads;
    for (unsigned t = 1; t < at_a_time; ++t) {
      threads.emplace_back(work);
    }
    work();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
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
  const fs::path job = job_folder(exercise.slug);
  const fs::path path = job / file;
  fs::create_directory(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << source.text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string() + ": is the disk full?");
  confinement_.admit(path.parent_path());
  confinement_.admit(path);

  std::vector<std::string> argv = {recipe_.compiler.string()};
  argv.insert(argv.end(), recipe_.compile_flags.begin(), recipe_.compile_flags.end());
  Parts readable = {include_};
  const auto prelude = preludes_.find(exercise.lab());
  // Only where it brings nothing that the file does not ask for: what compiles must not depend on
  // it.
  const std::string any_header = "#include \"" + std::string(exercise.lab()) + "/";
  if (prelude != preludes_.end() && source.text.find(any_header) != std::string::npos) {
    const fs::path folder = prelude->second;
    argv.insert(argv.end(), {"-include", "../" + folder.filename().string() + "/prelude.hpp"});
    readable.push_back(folder);
  }
  // Through a pipe to the assembler: a compiler that is killed leaves no temporary file.
  argv.insert(argv.end(), {"-I../include", "-I../include/kit", "-pipe", "-c", file, "-o", kObject});
  if (work_.objects == nullptr) return run_compiler(exercise, argv, job, std::move(readable));

  std::string all = identity_;
  for (const std::string& word : argv) all += word + "\n";
  const std::string key = mnist::sha256(all + source.text);
  if (const auto advice = work_.objects->fetch(key, job / kObject)) {
    confinement_.admit(job / kObject);
    return {job / kObject, {}, *advice};
  }
  Built built = run_compiler(exercise, argv, job, std::move(readable));
  if (built.ok()) work_.objects->keep(key, built.file, built.advice);
  return built;
}

Built Builder::run_compiler(const Exercise& exercise, const std::vector<std::string>& argv,
                            const fs::path& job, Parts readable) const {
  const std::string file(exercise.file);
  const auto outcome = run(argv, job, std::move(readable));
  if (outcome.success() && is_plain_file(job / kObject)) return {job / kObject, {}, outcome.errors};
  if (outcome.timed_out || outcome.errors.find("CPU time limit exceeded") != std::string::npos) {
    return {{},
            file + ": the compiler did not finish within " +
                std::to_string(compiler_limits(work_.time_limit).cpu.count()) +
                " s of work. The file asks too much of it: look for "
                "templates or constants that it would have to work out without end.",
            {}};
  }
  return {{}, join(remark(exercise, outcome.errors), outcome.errors), {}};
}

Built Builder::link(const std::string& name, const Parts& own, Parts objects, const Parts& parts,
                    const std::vector<std::string>& flags) {
  std::vector<std::string> argv = {recipe_.compiler.string(), "-o", kProgram};
  for (const fs::path& object : own) argv.push_back(object.string());
  // All in one group: archives need each other in circles.
  argv.emplace_back("-Wl,--start-group");
  objects.insert(objects.end(), parts.begin(), parts.end());
  for (fs::path& object : objects) {
    object = parts_.part(object);
    argv.push_back(object.string());
  }
  argv.emplace_back("-Wl,--end-group");
  argv.insert(argv.end(), recipe_.link_flags.begin(), recipe_.link_flags.end());
  argv.insert(argv.end(), flags.begin(), flags.end());
  const fs::path job = job_folder(name);
  objects.insert(objects.end(), own.begin(), own.end());
  const auto outcome = run(std::move(argv), job, std::move(objects));
  if (outcome.success() && is_plain_file(job / kProgram)) {
    // Behind its walls the linker may not change modes, not even to make a program of its output.
    fs::permissions(job / kProgram, fs::perms::owner_exec, fs::perm_options::add);
    return {job / kProgram, {}, {}};
  }
  return {{}, outcome.errors, {}};
}

fs::path Builder::job_folder(std::string_view name) const {
  fs::path folder = workspace_.path() / name;
  if (fs::create_directory(folder)) confinement_.hand_over(folder);
  return folder;
}

sandbox::Outcome Builder::run(std::vector<std::string> argv, const fs::path& job,
                              Parts readable) const {
  // Started by another program, a missing compiler would look like one that refuses the file.
  if (!fs::exists(recipe_.compiler)) {
    throw std::runtime_error("the compiler " + recipe_.compiler.string() + " is gone");
  }
  // A compiler that is not the system's lives in a folder of its own.
  if (const fs::path prefix = recipe_.compiler.parent_path().parent_path();
      recipe_.compiler.is_absolute() && prefix != "/usr" && prefix != "/") {
    readable.push_back(prefix);
  }
  sandbox::Outcome outcome =
      sandbox::run(confinement_.confine({std::move(argv), job},
                                        {sandbox::Box::Task::kCompile, std::move(readable), {job}}),
                   compiler_limits(work_.time_limit), work_.time_limit);
  if (!outcome.success() && fs::space(job).available < kRoomToWork) {
    throw std::runtime_error("too little room is left on the disk of " + job.string());
  }
  return outcome;
}

Built Builder::link_worker(const Exercise& exercise) {
  return link_exercise(exercise, recipe_.worker);
}

Built Builder::link_practice(const Exercise& exercise) {
  return link_exercise(exercise, recipe_.practice);
}

Built Builder::link_exercise(const Exercise& exercise, const Parts& parts) {
  const Built& own = object(exercise.slug);
  if (!own.ok()) return own;
  Parts objects = {recipe_.bindings.at(std::string(exercise.slug)),
                   recipe_.given.at(std::string(exercise.lab()))};
  for (const std::string_view needed : exercise.needs) {
    objects.push_back(recipe_.references.at(std::string(needed)));
  }
  Built program = link(std::string(exercise.slug), {own.file}, std::move(objects), parts);
  if (!program.ok()) program.errors = join(explain_link(exercise, program.errors), program.errors);
  program.advice = own.advice;
  return program;
}

Built Builder::link_worker(const Lab& lab) {
  return link_lab(lab, {}, {recipe_.bindings.at(std::string(lab.mnist.slug))}, recipe_.worker);
}

Built Builder::link_trainer(const Lab& lab) {
  return link_lab(lab, {}, {recipe_.trainers.at(std::string(lab.name))}, recipe_.trainer);
}

Built Builder::link_grapher(const Lab& lab, const std::set<const Exercise*>& others) {
  return link_lab(lab, others, {}, recipe_.grapher, recipe_.grapher_flags);
}

Built Builder::link_lab(const Lab& lab, const std::set<const Exercise*>& others, Parts objects,
                        const Parts& parts, const std::vector<std::string>& flags) {
  Parts own;
  for (const Exercise& e : lab.exercises) {
    if (others.contains(&e)) {
      objects.push_back(recipe_.references.at(std::string(e.slug)));
      continue;
    }
    const Built& built = object(e.slug);
    if (!built.ok()) return built;
    own.push_back(built.file);
  }
  if (const std::string problem = clash(lab, others); !problem.empty()) return {{}, problem, {}};
  objects.push_back(recipe_.given.at(std::string(lab.name)));
  return link(std::string(lab.name), own, std::move(objects), parts, flags);
}

std::string Builder::clash(const Lab& lab, const std::set<const Exercise*>& others) const {
  const auto shared = header_words(recipe_.labs / lab.name);
  std::map<std::string, std::string_view> owner;
  for (const Exercise& e : lab.exercises) {
    if (others.contains(&e)) continue;
    for (const std::string& name : outside_names(object(e.slug).file, shared, confinement_)) {
      const auto [first, is_new] = owner.try_emplace(name, e.file);
      if (is_new) continue;
      return std::string(first->second) + " and " + std::string(e.file) + " both define " +
             demangle(name, confinement_) +
             ". Each is right on its own, but one program cannot hold both. Put your own helpers "
             "between 'namespace {' and '}', which makes them private to their file.";
    }
  }
  return {};
}

}  // namespace gradus::toolchain
