#include "training/npz.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gradus::training {
namespace {

using testing::HasSubstr;

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

/// What the reader says against these bytes.
std::string refusal(const std::function<void()>& read) {
  try {
    read();
  } catch (const ParameterFileError& e) {
    return e.what();
  }
  return "(accepted)";
}

std::string npy_refusal(const std::string& npy) {
  return refusal([&] { static_cast<void>(parse_npy(bytes(npy))); });
}

std::string npz_refusal(const std::string& npz) {
  return refusal([&] { static_cast<void>(parse_npz(bytes(npz))); });
}

/// A file of version 1.0 with this header and as many numbers, 1, 2, 3, ...
std::string npy(const std::string& header, int numbers) {
  std::string text("\x93NUMPY\x01\x00", 8);
  text += static_cast<char>(header.size());
  text += '\0';
  text += header;
  for (int i = 1; i <= numbers; ++i) {
    const double x = i;
    text.append(reinterpret_cast<const char*>(&x), sizeof x);
  }
  return text;
}

Array table() {
  Array a({2, 3});
  for (Index i = 0; i < a.size(); ++i) a[i] = std::sqrt(static_cast<double>(i)) - 1.0;
  return a;
}

TEST(Npy, IsWhatWasWritten) {
  for (const Array& a : {table(), Array({3, 1}, 0.5), Array({1, 3}, -0.0), Array({0, 4})}) {
    EXPECT_EQ(parse_npy(bytes(to_npy(a))), a);
  }
}

TEST(Npy, TheNumbersBeginAtAMultipleOf64) {
  for (Index cols = 1; cols < 2000; cols *= 7) {
    const Array a({3, cols});
    EXPECT_EQ((to_npy(a).size() - 8 * static_cast<std::size_t>(a.size())) % 64, 0U);
  }
}

TEST(Npy, ReadsRowAfterRow) {
  const Array a =
      parse_npy(bytes(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }\n", 6)));
  EXPECT_EQ(a.shape, (Shape{2, 3}));
  EXPECT_EQ(a(0, 1), 2.0);
  EXPECT_EQ(a(1, 0), 4.0);
}

TEST(Npy, ReadsColumnAfterColumn) {
  const Array a =
      parse_npy(bytes(npy("{\"shape\":(2,3),\"fortran_order\":True,\"descr\":\"<f8\"}", 6)));
  EXPECT_EQ(a(0, 1), 3.0);
  EXPECT_EQ(a(1, 0), 2.0);
}

TEST(Npy, OneDimensionIsAColumn) {
  const Array a =
      parse_npy(bytes(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3,)}", 3)));
  EXPECT_EQ(a.shape, (Shape{3, 1}));
}

TEST(Npy, OtherTypesAreRefusedByName) {
  for (const char* type : {"<f4", ">f8", "<i8", "|O", "<f8 "}) {
    const std::string header =
        std::string("{'descr': '") + type + "', 'fortran_order': False, 'shape': (1,)}";
    EXPECT_THAT(npy_refusal(npy(header, 1)), AllOf(HasSubstr("'<f8'"), HasSubstr(type)));
  }
}

TEST(Npy, OtherDimensionsAreRefused) {
  const auto header = [](const char* shape) {
    return "{'descr': '<f8', 'fortran_order': False, 'shape': " + std::string(shape) + "}";
  };
  EXPECT_THAT(npy_refusal(npy(header("()"), 1)), HasSubstr("one of 0"));
  EXPECT_THAT(npy_refusal(npy(header("(1,1,1)"), 1)), HasSubstr("one of 3"));
}

TEST(Npy, AShapeThatIsNotThatOfTheNumbersIsRefused) {
  const auto header = [](const char* shape) {
    return "{'descr': '<f8', 'fortran_order': False, 'shape': " + std::string(shape) + "}";
  };
  for (const char* shape :
       {"(2,)", "(4,)", "(1,2)", "(2147483648,2147483648)", "(0,3)", "(2147483648, 0)"}) {
    EXPECT_THAT(npy_refusal(npy(header(shape), 3)), HasSubstr("24 bytes")) << shape;
  }
  EXPECT_THAT(npy_refusal(npy(header("(3,)"), 3) + "x"), HasSubstr("25 bytes"));
}

TEST(Npy, HeadersThatAreNoneAreRefused) {
  for (const char* header :
       {"", "{", "{}", "}", "{'descr': '<f8'}", "nonsense",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': (1,)}",
        "{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483649,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999999,)}",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} x",
        "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
        "{'descr': '<f8, 'fortran_order': False, 'shape': (1,)}"}) {
    EXPECT_THAT(npy_refusal(npy(header, 1)), HasSubstr("expected a header such as")) << header;
  }
}

TEST(Npy, OtherVersionsAndOtherFilesAreRefused) {
  std::string other = to_npy(table());
  other[6] = 2;
  EXPECT_THAT(npy_refusal(other), HasSubstr("version 1.0"));
  EXPECT_THAT(npy_refusal(""), HasSubstr("version 1.0"));
  EXPECT_THAT(npy_refusal("\x1b[2J a letter home"), AllOf(HasSubstr("\\x1b"), HasSubstr(".npy")));
}

TEST(Npy, EveryShorterFileIsRefused) {
  const std::string npy = to_npy(table());
  for (std::size_t n = 0; n < npy.size(); ++n) {
    EXPECT_NE(npy_refusal(npy.substr(0, n)), "(accepted)") << n;
  }
}

TEST(Npz, IsWhatWasWritten) {
  const std::vector<NamedArray> arrays = {
      {"W0", table()}, {"b0", Array({3, 1}, 1e-300)}, {"encoder.W", Array({1, 1}, -2.5)}};
  EXPECT_EQ(parse_npz(bytes(to_npz(arrays))), arrays);
}

TEST(Npz, TheSameArraysGiveTheSameBytes) {
  const std::vector<NamedArray> arrays = {{"W", table()}};
  EXPECT_EQ(to_npz(arrays), to_npz(arrays));
}

TEST(Npz, OtherFilesAreRefused) {
  EXPECT_THAT(npz_refusal(""), HasSubstr("zip archive"));
  EXPECT_THAT(npz_refusal("a letter home"), HasSubstr("zip archive"));
  EXPECT_THAT(npz_refusal(to_npz({})), HasSubstr("none"));
}

TEST(Npz, AnArrayTwiceIsRefused) {
  const std::vector<NamedArray> arrays = {{"W", table()}, {"W", table()}};
  EXPECT_THAT(npz_refusal(to_npz(arrays)), HasSubstr("each name once"));
}

TEST(Npz, TheMessageNamesTheArray) {
  const std::vector<NamedArray> arrays = {{"hidden", table()}};
  std::string npz = to_npz(arrays);
  // Of the same length, so that the archive stays sound but for its checksum.
  npz.replace(npz.find("'<f8'"), 5, "'<f4'");
  EXPECT_THAT(npz_refusal(npz), HasSubstr("'hidden'"));
}

TEST(Npz, DamagedBytesNeverDoMoreThanThrow) {
  const std::vector<NamedArray> arrays = {{"W", table()}};
  const std::string npz = to_npz(arrays);
  for (std::size_t i = 0; i < npz.size(); ++i) {
    std::string damaged = npz;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    npz_refusal(damaged);
    npz_refusal(npz.substr(0, i));
  }
}

TEST(Npz, AFileThatIsNotThereIsNamed) {
  EXPECT_THAT(refusal([] { static_cast<void>(load_npz("/nonexistent/w.npz")); }),
              HasSubstr("/nonexistent/w.npz"));
  EXPECT_THAT(refusal([] { static_cast<void>(load_npz("/")); }), HasSubstr("cannot read /"));
}

}  // namespace
}  // namespace gradus::training
