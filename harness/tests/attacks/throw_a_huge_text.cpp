// attack: throws an exception whose text has eight million letters
// expect: wrong
// because: a kilobyte of it travels, and the report shows the beginning
#include <stdexcept>
#include <string>

#include "tp1/softmax.hpp"

namespace {

struct Novel : std::exception {
  [[nodiscard]] const char* what() const noexcept override {
    static const std::string text(8'000'000, 'x');
    return text.c_str();
  }
};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits.size() > 0) throw Novel();
  return logits;
}
