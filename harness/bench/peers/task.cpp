#include "bench/peers/task.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include "mnist/file.hpp"
#include "mnist/idx.hpp"
#include "mnist/source.hpp"

namespace gradus::bench {
namespace {

namespace fs = std::filesystem;

template <class Number>
std::vector<Number> numbers(const fs::path& file, std::size_t count) {
  std::vector<Number> result(count);
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(result.data()),
          static_cast<std::streamsize>(count * sizeof(Number)));
  if (!in) throw std::runtime_error(file.string() + ": it has fewer numbers than expected");
  return result;
}

mnist::Digits digits(const fs::path& folder, mnist::FileRole images, mnist::FileRole labels) {
  const auto& files = mnist::source(mnist::Kind::mnist).files;
  const auto bytes = [&](mnist::FileRole role) {
    return mnist::read_file(folder / files.at(role).name, mnist::kMaxFileBytes);
  };
  return mnist::join(mnist::parse_images(bytes(images), "images"),
                     mnist::parse_labels(bytes(labels), "labels"), "digits");
}

}  // namespace

double Task::learning_rate() const { return std::min(0.01 * static_cast<double>(batch), 0.32); }

const std::uint8_t* Task::train_image(std::size_t i) const {
  return train.images.pixels.data() + i * inputs();
}

const std::uint8_t* Task::test_image(std::size_t i) const {
  return test.images.pixels.data() + i * inputs();
}

Task read_task(int argc, char** argv) {
  std::map<std::string, std::string> option;
  for (int i = 1; i + 1 < argc; i += 2) option[argv[i]] = argv[i + 1];
  Task task;
  task.model = option.at("--model");
  task.dtype = option.at("--dtype");
  task.batch = std::stoul(option.at("--batch"));
  if ((task.model != "linear" && task.model != "mlp") || task.batch == 0) {
    throw std::runtime_error("there is no such model or batch");
  }
  const fs::path folder = option.at("--task");
  task.order = numbers<std::int32_t>(folder / "order.i32", std::stoul(option.at("--samples")));
  if (task.is_linear()) {
    task.W0 = numbers<double>(folder / "linear_W.f64", task.classes() * task.inputs());
  } else {
    task.W0 = numbers<double>(folder / "mlp_W0.f64", task.hidden() * task.inputs());
    task.W1 = numbers<double>(folder / "mlp_W1.f64", task.classes() * task.hidden());
  }
  const double start = processor_seconds();
  task.train = digits(option.at("--mnist"), mnist::kTrainImages, mnist::kTrainLabels);
  task.load_seconds = processor_seconds() - start;
  task.test = digits(option.at("--mnist"), mnist::kTestImages, mnist::kTestLabels);
  return task;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void print(const Task& task, const Answer& answer) {
  const auto samples = static_cast<double>(task.order.size());
  const auto images = static_cast<double>(task.test.labels.size());
  std::printf(
      "{\"train_per_second\": %.0f, \"evaluate_per_second\": %.0f, \"accuracy\": %.4f, "
      "\"load_seconds\": %.4f}\n",
      samples / answer.train_seconds, images / answer.evaluate_seconds,
      static_cast<double>(answer.right) / images, task.load_seconds);
}

}  // namespace gradus::bench
