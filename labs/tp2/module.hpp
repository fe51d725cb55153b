#pragma once

#include <string>
#include <vector>

#include "tp2/parameter.hpp"

namespace tp2 {

/// Something that owns parameters: a layer, a network. It keeps the list that an optimiser needs.
///
/// C++ cannot look into a class for its parameters, so every parameter is registered when it is
/// made, in the constructor:
/// \code
/// class Scale : public Module {
///  public:
///   Scale() : s_(add_parameter("s", 1, 1)) {}
///  private:
///   Parameter s_;
/// };
/// \endcode
/// A module is neither copied nor moved: a copy would silently share its parameters with the
/// original, as they are handles.
class Module {
 public:
  virtual ~Module() = default;
  Module(const Module&) = delete;             // Pass it on by reference.
  Module& operator=(const Module&) = delete;  // Pass it on by reference.

  /// All parameters, those of nested modules too, in the order of registration. A nested one is
  /// called after its modules: `encoder.W0`.
  [[nodiscard]] std::vector<Parameter> parameters() const;

 protected:
  Module() = default;

  /// Makes a parameter and puts it at the end of the list.
  ///
  /// \param name differs from the other names of this module
  /// \param rows,cols shape; every entry is NaN until it is initialised
  /// \return a handle to it, to keep and to compute with
  /// \throws std::invalid_argument if the name is empty or taken
  /// \throws nn::ShapeError if rows or cols is less than 1
  Parameter add_parameter(const std::string& name, nn::Index rows, nn::Index cols);

  /// Puts the parameters of another module at the end of the list, those that it will register
  /// later too.
  ///
  /// \param name  differs from the other names of this module
  /// \param child a member of this module, or any module that lives as long
  /// \throws std::invalid_argument if the name is empty or taken, or if the child is this module
  ///         or already there
  void add_module(const std::string& name, Module& child);

 private:
  // A parameter, or a nested module.
  struct Entry {
    std::string name;
    Parameter parameter;
    const Module* child;
  };

  void check_name(const char* operation, const std::string& name) const;

  std::vector<Entry> entries_;
};

}  // namespace tp2
