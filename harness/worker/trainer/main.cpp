#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fstream>
#include <span>
#include <stdexcept>
#include <vector>

#include "nn/error.hpp"
#include "report/escape.hpp"
#include "worker/memory.hpp"
#include "worker/trainer/measure.hpp"
#include "worker/trainer/recorder.hpp"
#include "worker/trainer/task.hpp"

/// Usage: trainer REQUEST OUTCOME, two files: see Task and training::Outcome.
/// Exit status: 0 if an outcome was written, otherwise as training/outcome.hpp says.
namespace {

using namespace gradus;

void write(const char* file, const training::Outcome& outcome) {
  const auto bytes = training::encode(outcome);
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()),
            static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + file);
}

/// The values to start from are not those of this model.
class WrongStart : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string shape_text(const Array& a) {
  return std::to_string(a.rows()) + " x " + std::to_string(a.cols());
}

std::string names_and_shapes(const std::vector<training::NamedArray>& arrays) {
  std::string text;
  for (const auto& a : arrays) {
    text += (text.empty() ? "" : ", ") + a.name + " (" + shape_text(a.value) + ")";
  }
  return text;
}

/// \throws WrongStart unless names and shapes are those of the model
void start_from(trainer::Learner& learner, const std::vector<training::NamedArray>& start) {
  const auto expected = learner.parameters();
  std::vector<Array> values;
  for (const auto& parameter : expected) {
    const auto found = std::find_if(start.begin(), start.end(), [&](const auto& a) {
      return a.name == parameter.name && a.value.shape == parameter.value.shape;
    });
    if (found != start.end()) values.push_back(found->value);
  }
  if (values.size() != expected.size() || start.size() != expected.size()) {
    throw WrongStart("expected " + names_and_shapes(expected) + "; got " + names_and_shapes(start));
  }
  learner.assign(values);
}

extern "C" void stop_training(int /*signal*/) { nn::Dataset::interrupt(true); }

/// While it lives, the first Ctrl-C ends the student's loop, and the next one the program.
class Interruptible {
 public:
  Interruptible() {
    struct sigaction action {};
    action.sa_handler = &stop_training;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
  }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  /// What was learnt is measured in the end, for which there must be images. A first Ctrl-C that
  /// comes then is too late to save time.
  ~Interruptible() {
    if (!pressed()) std::signal(SIGINT, SIG_IGN);
    nn::Dataset::interrupt(false);
  }

  [[nodiscard]] static bool pressed() {
    struct sigaction now {};
    ::sigaction(SIGINT, nullptr, &now);
    return now.sa_handler == SIG_DFL;
  }
};

training::Outcome run(const trainer::Task& task) {
  nn::Rng rng(task.seed);
  const auto learner = trainer::make_learner(task.train.n_features(), task.train.n_classes(), rng);
  if (!task.start.empty()) start_from(*learner, task.start);
  const auto before = learner->parameters();

  training::Outcome outcome;
  {
    trainer::Recorder recorder(*learner, task.train, task.dev, task.options.epochs);
    const Interruptible interruptible;
    try {
      learner->train(task.train, task.dev, task.options, rng);
    } catch (const nn::Interrupted&) {  // pressed() says it, and knows of code that caught this too
    } catch (const nn::NotStarted&) {
      throw;
    } catch (const std::exception& e) {
      outcome.ending = training::Ending::kException;
      outcome.message = e.what();
    } catch (...) {
      outcome.ending = training::Ending::kException;
      outcome.message = "an object that is not a std::exception";
    }
    outcome.epochs = recorder.epochs();
    if (Interruptible::pressed() && static_cast<int>(outcome.epochs.size()) < task.options.epochs) {
      outcome.ending = training::Ending::kStoppedByHand;
    }
  }
  if (outcome.ending != training::Ending::kFinished) {
    outcome.last_epoch = static_cast<int>(outcome.epochs.size()) + 1;
  }
  const auto after = learner->parameters();
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    outcome.parameters.push_back({after[i].name, before[i].value, after[i].value});
  }
  outcome.dev_logits = trainer::measure_logits(*learner, task.dev).value_or(Array());
  outcome.test_logits = trainer::measure_logits(*learner, task.test).value_or(Array());
  return outcome;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  worker::keep_freed_memory();
  try {
    write(argv[2], run(trainer::Task::read(argv[1])));
    return 0;
  } catch (const WrongStart& e) {
    std::printf("The parameters to start from do not fit this model: %s\n",
                report::visible(e.what()).c_str());
    return training::kWrongStart;
  } catch (const nn::NotStarted& e) {
    std::printf("The training met an exercise that is not started: %s.\n", e.slug().c_str());
  } catch (const std::exception& e) {
    std::printf("The training stopped with an exception: %s\n", report::visible(e.what()).c_str());
  } catch (...) {
    std::printf("The training stopped with an exception that is not a std::exception.\n");
  }
  return training::kNoOutcome;
}
