#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "worker/convert.hpp"
#include "worker/trainer/learner.hpp"

namespace gradus::trainer {
namespace {

class Classifier : public Learner {
 public:
  Classifier(nn::Index n_features, nn::Index n_classes)
      : model_{nn::Matrix::zeros(n_classes, n_features), nn::Vector::zeros(n_classes)} {}

  [[nodiscard]] std::vector<training::NamedArray> parameters() const override {
    return {{"W", worker::to_array(model_.W)}, {"b", worker::to_array(model_.b)}};
  }

  void assign(const std::vector<Array>& values) override {
    model_ = {worker::to_matrix(values[0]), worker::to_vector(values[1])};
  }

  void train(const nn::Dataset& train, const nn::Dataset& dev, const nn::TrainingOptions& options,
             nn::Rng& rng) override {
    tp1::train(model_, train, dev, options, rng);
  }

  [[nodiscard]] nn::Matrix logits(const nn::Matrix& images) const override {
    nn::Matrix all(model_.b.size(), images.cols());
    for (nn::Index j = 0; j < images.cols(); ++j) {
      set_column(all, j, tp1::affine_transform(model_.W, model_.b, column(images, j)));
    }
    return all;
  }

 private:
  tp1::LinearClassifier model_;
};

}  // namespace

std::unique_ptr<Learner> make_learner(nn::Index n_features, nn::Index n_classes, nn::Rng& /*rng*/) {
  return std::make_unique<Classifier>(n_features, n_classes);
}

}  // namespace gradus::trainer
