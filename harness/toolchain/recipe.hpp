#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace gradus::toolchain {

/// How students' files are compiled and what they are linked with, as the build wrote it down.
///
/// A text file of lines "key value", made by CMake beside the program, so that the grader compiles
/// with the very compiler and flags that the parts were built with.
struct Recipe {
  std::filesystem::path compiler;
  std::string compiler_version;
  std::string arch;             ///< processor level of the kit's kernels (GRADUS_ARCH)
  bool sanitized = false;       ///< the parts are built under ASan and UBSan
  std::filesystem::path labs;   ///< the contract headers and given code
  std::filesystem::path stubs;  ///< the files that students start from, untouched
  std::filesystem::path notes;  ///< where the course notes are, once they are made
  std::vector<std::string> compile_flags;
  std::vector<std::string> link_flags;
  std::vector<std::filesystem::path> worker;                ///< what every worker is linked with
  std::vector<std::filesystem::path> practice;              ///< the same for the in-process program
  std::vector<std::filesystem::path> trainer;               ///< the same for `gradus train`
  std::vector<std::filesystem::path> grapher;               ///< the same for `gradus graph`
  std::vector<std::string> grapher_flags;                   ///< what its linker needs besides
  std::map<std::string, std::filesystem::path> bindings;    ///< by slug
  std::map<std::string, std::filesystem::path> references;  ///< by slug
  std::map<std::string, std::filesystem::path> given;       ///< given code, by lab
  std::map<std::string, std::filesystem::path> trainers;    ///< what to train, by lab
  std::map<std::string, std::filesystem::path> preludes;  ///< what a lab's files begin with, by lab
  std::map<std::string, std::filesystem::path> precompiled;  ///< the same, compiled
  /// Programs of the bank of known versions: "mistakes.tp1.softmax", "variants.tp1.softmax".
  std::map<std::string, std::filesystem::path> bank;
  std::map<std::string, std::filesystem::path> bank_sources;  ///< what they are compiled from
  std::map<std::string, std::filesystem::path> bank_objects;  ///< the same, compiled
  std::filesystem::path bank_table;                           ///< what the bank says, as a source
  std::filesystem::path bank_main;                            ///< what they are linked with
  std::filesystem::path probe;  ///< the program that tests the isolation

  /// \throws std::runtime_error if the file cannot be read or a line is unknown
  [[nodiscard]] static Recipe load(const std::filesystem::path& file);
};

}  // namespace gradus::toolchain
