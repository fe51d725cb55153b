#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "nn/matrix.hpp"

namespace nn {

/// Labelled grey images: sample i is image(i) with the class label(i).
///
/// Pixels stay bytes in memory and become numbers in [0, 1] when a sample is asked for. Loops go
/// `for (nn::Index i = 0; i < data.size(); ++i)`.
class Dataset {
 public:
  /// \param pixels    one byte for each pixel, 0 to 255: image after image, row after row.
  /// \param labels    the class of each image, 0 to `n_classes` - 1.
  /// \param rows,cols height and width of every image.
  /// \param n_classes number of classes, 1 to 256.
  /// \throws std::invalid_argument if these do not fit together.
  Dataset(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels, Index rows,
          Index cols, Index n_classes);

  // It can be moved but not copied: nobody wants a second copy of 47 million pixels by accident.
  Dataset(Dataset&&) = default;                 ///< Takes over the samples.
  Dataset& operator=(Dataset&&) = default;      ///< Takes over the samples.
  Dataset(const Dataset&) = delete;             // Pass it on by reference: const nn::Dataset& data.
  Dataset& operator=(const Dataset&) = delete;  // Pass it on by reference: const nn::Dataset& data.
  ~Dataset() = default;

  /// Number of samples.
  [[nodiscard]] Index size() const { return static_cast<Index>(labels_.size()); }
  /// Entries of one image, rows() * cols(): 784 for MNIST.
  [[nodiscard]] Index n_features() const { return rows_ * cols_; }
  /// Number of classes: 10 for MNIST.
  [[nodiscard]] Index n_classes() const { return n_classes_; }
  /// Height of an image, in pixels.
  [[nodiscard]] Index rows() const { return rows_; }
  /// Width of an image, in pixels.
  [[nodiscard]] Index cols() const { return cols_; }

  /// Image i as n_features() numbers, pixel / 255, row after row.
  /// \throws IndexError if there is no such sample.
  [[nodiscard]] Vector image(Index i) const;

  /// Class of image i, 0 to n_classes() - 1.
  /// \throws IndexError if there is no such sample.
  [[nodiscard]] Index label(Index i) const;

  /// A mini-batch, n_features() x n: column k is `image(indices[k])`.
  /// \throws IndexError if there is no such sample.
  [[nodiscard]] Matrix images(std::span<const Index> indices) const;
  /// \copydoc images(std::span<const Index>) const
  [[nodiscard]] Matrix images(std::initializer_list<Index> indices) const;

  /// The classes of a mini-batch: entry k is `label(indices[k])`.
  /// \throws IndexError if there is no such sample.
  [[nodiscard]] std::vector<Index> labels(std::span<const Index> indices) const;
  /// \copydoc labels(std::span<const Index>) const
  [[nodiscard]] std::vector<Index> labels(std::initializer_list<Index> indices) const;

  /// For given code: how many images were handed out so far. Another thread may ask, to show
  /// progress inside an epoch.
  [[nodiscard]] Index images_served() const;

  /// For given code: with true, image() and images() of every data set throw Interrupted from now
  /// on; with false they hand out images again. A signal handler may call it.
  static void interrupt(bool stop) noexcept;

 private:
  void copy_image(Index i, double* to) const;
  void check(Index i) const;

  std::vector<std::uint8_t> pixels_;
  std::vector<std::uint8_t> labels_;
  Index rows_;
  Index cols_;
  Index n_classes_;
  mutable Index served_ = 0;  // Touched by atomic operations only: any thread may ask.
};

}  // namespace nn
