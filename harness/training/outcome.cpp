#include "training/outcome.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "protocol/message.hpp"

namespace gradus::training {
namespace {

// The arrays of the message: the ending, the log, the logits of dev and test, then three for each
// parameter (its name as a column of bytes, before, after).
constexpr std::size_t kFixedArrays = 4;
constexpr Index kLogRows = 5;

double number_or_nan(const std::optional<double>& x) {
  return x.value_or(std::numeric_limits<double>::quiet_NaN());
}

Array to_array(const std::string& text) {
  Array a({static_cast<Index>(text.size()), 1});
  std::transform(text.begin(), text.end(), a.values.begin(),
                 [](char c) { return static_cast<double>(static_cast<unsigned char>(c)); });
  return a;
}

/// Six rows: the five numbers of an epoch, and whether its dev loss is known.
Array to_array(const std::vector<Epoch>& epochs) {
  Array a({kLogRows + 1, static_cast<Index>(epochs.size())});
  for (Index i = 0; i < a.cols(); ++i) {
    const Epoch& e = epochs[static_cast<std::size_t>(i)];
    a(0, i) = e.train_loss;
    a(1, i) = e.train_accuracy;
    a(2, i) = e.dev_accuracy;
    a(3, i) = number_or_nan(e.dev_loss);
    a(4, i) = e.seconds;
    a(5, i) = e.dev_loss ? 1.0 : 0.0;
  }
  return a;
}

void require(bool holds, const char* what) {
  if (!holds) throw OutcomeError(what);
}

/// \throws OutcomeError unless the number is whole and within these bounds
int whole(double x, double low, double high, const char* what) {
  require(x >= low && x <= high && x == std::floor(x), what);
  return static_cast<int>(x);
}

std::string to_text(const Array& a) {
  require(a.cols() == 1 && a.rows() >= 1 && a.rows() <= kMaxName,
          "the name of a parameter is empty or too long");
  std::string text;
  for (const double x : a.values) {
    text += static_cast<char>(whole(x, 1, 255, "the name of a parameter is not a text"));
  }
  return text;
}

std::vector<Epoch> to_epochs(const Array& a) {
  require(a.rows() == kLogRows + 1 && a.cols() <= kMaxEpochs,
          "the log has the wrong shape or too many epochs");
  std::vector<Epoch> epochs;
  for (Index i = 0; i < a.cols(); ++i) {
    Epoch e{a(0, i), a(1, i), a(2, i), std::nullopt, a(4, i)};
    if (a(5, i) == 1.0) e.dev_loss = a(3, i);
    epochs.push_back(e);
  }
  return epochs;
}

Array logits(Array a, Index classes, Index images) {
  require(a.size() == 0 || a.shape == Shape{classes, images}, "the logits have the wrong shape");
  return a.size() == 0 ? Array() : std::move(a);
}

/// The arrays of a message that fills the bytes, and its text.
std::pair<std::vector<Array>, std::string> take_apart(std::span<const std::byte> bytes) {
  require(bytes.size() >= protocol::kHeaderSize, "it is shorter than its header");
  const auto header = protocol::Header::decode(bytes.first<protocol::kHeaderSize>());
  require(header.has_value(), "it does not begin as a message of Gradus does");
  const auto payload = bytes.subspan(protocol::kHeaderSize);
  require(header->array_bytes <= payload.size() &&
              header->blob_bytes == payload.size() - header->array_bytes,
          "its length is not the one that its header states");
  require(header->blob_bytes <= protocol::kMaxText, "its text is too long");
  require(header->count >= kFixedArrays && (header->count - kFixedArrays) % 3 == 0 &&
              (header->count - kFixedArrays) / 3 <= kMaxParameters,
          "it has the wrong number of arrays");
  auto arrays = protocol::decode_arrays(payload.first(header->array_bytes), header->count);
  require(arrays.has_value(), "its arrays cannot be read");
  const auto text = payload.subspan(header->array_bytes);
  return {std::move(arrays).value(),
          std::string(reinterpret_cast<const char*>(text.data()), text.size())};
}

}  // namespace

std::vector<std::byte> encode(const Outcome& outcome) {
  protocol::Reply reply;
  reply.text = outcome.message;
  reply.arrays = {column({static_cast<double>(outcome.ending), outcome.last_epoch * 1.0}),
                  to_array(outcome.epochs), outcome.dev_logits, outcome.test_logits};
  for (const Parameter& p : outcome.parameters) {
    reply.arrays.push_back(to_array(p.name));
    reply.arrays.push_back(p.before);
    reply.arrays.push_back(p.after);
  }
  return protocol::encode(reply, 0);
}

Outcome decode_outcome(std::span<const std::byte> bytes, const Expected& expected) {
  auto [arrays, text] = take_apart(bytes);
  Outcome outcome;
  require(arrays[0].shape == Shape{2, 1}, "it does not say how the training ended");
  outcome.ending = static_cast<Ending>(whole(arrays[0][0], 0, 2, "its ending is none we know"));
  outcome.last_epoch = whole(arrays[0][1], 0, kMaxEpochs + 1, "its last epoch is none");
  outcome.message = std::move(text);
  outcome.epochs = to_epochs(arrays[1]);
  outcome.dev_logits = logits(std::move(arrays[2]), expected.classes, expected.dev);
  outcome.test_logits = logits(std::move(arrays[3]), expected.classes, expected.test);
  for (std::size_t i = kFixedArrays; i < arrays.size(); i += 3) {
    require(arrays[i + 1].shape == arrays[i + 2].shape && arrays[i + 1].size() > 0,
            "a parameter changed its shape, or has none");
    outcome.parameters.push_back(
        {to_text(arrays[i]), std::move(arrays[i + 1]), std::move(arrays[i + 2])});
  }
  return outcome;
}

}  // namespace gradus::training
