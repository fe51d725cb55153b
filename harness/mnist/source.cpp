#include "mnist/source.hpp"

#include <stdexcept>

namespace gradus::mnist {
namespace {

constexpr const char* kNames[] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                  "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};

std::array<SourceFile, 4> files(const std::array<const char*, 4>& checksums) {
  std::array<SourceFile, 4> result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = {kNames[i], checksums[i]};
  return result;
}

const std::array<std::string, 10>& digit_names() {
  static const std::array<std::string, 10> kDigits = {"0", "1", "2", "3", "4",
                                                      "5", "6", "7", "8", "9"};
  return kDigits;
}

Source mnist() {
  return {Kind::mnist,
          "MNIST",
          "mnist",
          files({"ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                 "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                 "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                 "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"}),
          {50'000, 10'000, 10'000},
          digit_names()};
}

Source sample() {
  return {Kind::sample,
          "the embedded sample of MNIST",
          "mnist-sample",
          files({"f2eecd4a9fe6769efe96b32be60332bd2a0a8bf2cba12630c91a4d5e11ad27f9",
                 "fa0171989cfb1549fa821fd7819984d7bbcd1ac4ca523d55eea07478e7cbbef2",
                 "cb3785ba22bf4b302a8b6db04d9d1c17829658282798f9ff18ca1fe2060e20ae",
                 "d7dd894517f40ae935f1b9fbfcf9db553d6fad882c8ff0e4aabcefab0ccb1cd6"}),
          {5'000, 500, 500},
          digit_names()};
}

Source fashion() {
  return {Kind::fashion,
          "Fashion-MNIST",
          "fashion-mnist",
          files({"c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                 "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                 "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                 "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"}),
          {50'000, 10'000, 10'000},
          {"T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker",
           "bag", "ankle boot"}};
}

}  // namespace

const Source& source(Kind kind) {
  static const Source kMnist = mnist();
  static const Source kSample = sample();
  static const Source kFashion = fashion();
  switch (kind) {
    case Kind::mnist:
      return kMnist;
    case Kind::sample:
      return kSample;
    case Kind::fashion:
      return kFashion;
  }
  throw std::invalid_argument("no such data set");
}

Kind kind_from_name(const std::string& name) {
  for (const Kind kind : {Kind::mnist, Kind::sample, Kind::fashion}) {
    if (name == kind_name(kind)) return kind;
  }
  throw std::invalid_argument("there is no data set \"" + name +
                              "\"; choose mnist, sample or fashion");
}

std::string kind_name(Kind kind) {
  switch (kind) {
    case Kind::mnist:
      return "mnist";
    case Kind::sample:
      return "sample";
    case Kind::fashion:
      return "fashion";
  }
  throw std::invalid_argument("no such data set");
}

}  // namespace gradus::mnist
