// An archive is what a student hands in: gradus intake.

#include "intake/archive.hpp"

#include <algorithm>

#include "intake/names.hpp"
#include "intake/placement.hpp"
#include "intake/upload.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/intake/archives.hpp"
#include "toolchain/submission.hpp"

namespace gradus::fuzz {
namespace {

using intake::Collector;
using intake::Entry;
using intake::Upload;

Upload upload_of(const std::string& bytes) {
  Upload upload;
  Collector collector(upload);
  collector.add({"work.zip", intake::Kind::file, bytes.size()}, 0,
                [&](std::uint64_t /*most*/) { return bytes; });
  collector.finish();
  return upload;
}

void require_sound(const Upload& upload) {
  require_harmless(upload.refused);
  require(upload.refused.empty() || (upload.files.empty() && upload.others.empty()),
          "of a refused upload nothing is taken");
  for (const intake::UploadedFile& file : upload.files) {
    require(!intake::leads_out(file.path), "no path leads out");
    require(file.text.size() <= toolchain::kMaxSourceSize, "no file is too large");
  }
  require(upload.files.size() + upload.others.size() <= intake::kMaxEntries,
          "there are not too many files");
  require(upload.commit.find_first_not_of("0123456789abcdef") == std::string::npos,
          "a commit is a number");
}

}  // namespace

void try_input(Bytes bytes) {
  const Upload upload = upload_of({bytes.begin(), bytes.end()});
  require_sound(upload);
  try {
    for (const intake::Taken& taken : intake::place(upload, {}).taken) {
      require(intake::last_two(taken.path) == taken.exercise->file,
              "a file is taken for the exercise that its path names");
    }
  } catch (const intake::Refusal& refusal) {
    require_harmless(refusal.what());
  }
}

std::vector<std::string> seeds() {
  using intake::test::pack;
  const std::vector<intake::test::Packed> files = {
      {"w/tp1/softmax.cpp", "namespace tp1 {}"},
      {"w/.git/HEAD", "0123456789abcdef0123456789abcdef01234567"},
      {"w/tp1/nll.cpp", "x"}};
  const std::string zip = pack(files);
  return {zip,
          pack(files, "zip", "", "compression=store"),
          pack({{"inner.zip", zip}}, "zip", "", "compression=store"),
          pack(files, "ustar"),
          pack(files, "pax", "gzip"),
          pack({{"a", "", AE_IFLNK, "b"}, {"../c", "d"}}, "pax")};
}

}  // namespace gradus::fuzz
