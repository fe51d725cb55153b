#include "gradebook/schema.hpp"

#include <array>

namespace gradus::gradebook {
namespace {

constexpr std::string_view kVersion1 = R"sql(
-- What was graded, with what: one row.
CREATE TABLE run (
  only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
  labs        TEXT NOT NULL,              -- "tp1 tp2"
  mnist       TEXT NOT NULL,              -- folder of the data, "sample" or "" for none
  seed        TEXT NOT NULL,              -- secret until the marks are out
  isolation   TEXT NOT NULL,              -- the weakest that was allowed
  build       TEXT NOT NULL,              -- SHA-256 of the grader and of all that it links
  begun_at    TEXT NOT NULL,              -- UTC
  finished_at TEXT                        -- NULL: still being graded
) STRICT;

-- The class, in the roster's order.
CREATE TABLE student (
  position   INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  email      TEXT NOT NULL,
  login      TEXT NOT NULL,
  number     TEXT NOT NULL,
  canvas_id  TEXT NOT NULL,
  moodle_id  TEXT NOT NULL,
  section    TEXT NOT NULL,
  submission TEXT REFERENCES submission   -- NULL: nothing was handed in
) STRICT;

-- What is to be known of a student's files beside their text, a sentence a row.
CREATE TABLE remark (
  student TEXT NOT NULL REFERENCES student (id),
  says    TEXT NOT NULL
) STRICT;

-- Each text once, however many students handed it in.
CREATE TABLE file (
  sha256  TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  hash TEXT PRIMARY KEY                   -- of all its files: identical ones are graded once
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_file (
  submission TEXT NOT NULL REFERENCES submission,
  path       TEXT NOT NULL,               -- "tp1/softmax.cpp"
  file       TEXT NOT NULL REFERENCES file,
  PRIMARY KEY (submission, path)
) STRICT, WITHOUT ROWID;

-- What became of a submission. Without results: the grader itself failed, for the reason given.
CREATE TABLE result (
  submission TEXT PRIMARY KEY REFERENCES submission,
  results    TEXT,                        -- results.json, byte for byte
  failure    TEXT,
  timings    TEXT NOT NULL,               -- timings.json, "" if there is none
  CHECK ((results IS NULL) <> (failure IS NULL))
) STRICT, WITHOUT ROWID;

-- A finished run stays as it is.
CREATE TRIGGER finished_run BEFORE UPDATE ON run WHEN OLD.finished_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this run is finished and cannot be changed'); END;
CREATE TRIGGER kept_run BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'a run cannot be removed from its gradebook'); END;
CREATE TRIGGER finished_insert BEFORE INSERT ON result
WHEN (SELECT finished_at FROM run) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this run is finished and cannot be changed'); END;
CREATE TRIGGER finished_update BEFORE UPDATE ON result
WHEN (SELECT finished_at FROM run) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this run is finished and cannot be changed'); END;
CREATE TRIGGER finished_delete BEFORE DELETE ON result
WHEN (SELECT finished_at FROM run) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'this run is finished and cannot be changed'); END;
CREATE TRIGGER same_student BEFORE UPDATE ON student
BEGIN SELECT RAISE(ABORT, 'a run keeps the class that it was begun with'); END;
CREATE TRIGGER same_students BEFORE DELETE ON student
BEGIN SELECT RAISE(ABORT, 'a run keeps the class that it was begun with'); END;
CREATE TRIGGER same_file BEFORE UPDATE ON file
BEGIN SELECT RAISE(ABORT, 'a run keeps the files that it was begun with'); END;
CREATE TRIGGER same_files BEFORE DELETE ON file
BEGIN SELECT RAISE(ABORT, 'a run keeps the files that it was begun with'); END;
CREATE TRIGGER same_submission BEFORE UPDATE ON submission_file
BEGIN SELECT RAISE(ABORT, 'a run keeps the files that it was begun with'); END;
CREATE TRIGGER same_submissions BEFORE DELETE ON submission_file
BEGIN SELECT RAISE(ABORT, 'a run keeps the files that it was begun with'); END;
)sql";

constexpr std::string_view kVersion2 = R"sql(
-- Marks as they went out, with all that they rest on beside the run. Only ever added to.
CREATE TABLE publication (
  number       INTEGER PRIMARY KEY,       -- 1, 2, 3, ...
  published_at TEXT NOT NULL,             -- UTC
  late         TEXT NOT NULL,             -- the late ledger, "" if there was none
  overrides    TEXT NOT NULL,             -- the override ledger, "" if there was none
  earlier      TEXT NOT NULL,             -- marks.csv of the earlier run, "" if there was none
  held         TEXT NOT NULL,             -- submissions on which the grader had failed, a line each
  marks        BLOB NOT NULL,             -- marks.csv, byte for byte
  sha256       TEXT NOT NULL              -- of marks
) STRICT;

-- The number also keeps INSERT OR REPLACE away, which fires no trigger of DELETE.
CREATE TRIGGER next_publication BEFORE INSERT ON publication
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM publication)
BEGIN SELECT RAISE(ABORT, 'publications are numbered in their order'); END;
CREATE TRIGGER same_publication BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published cannot be changed'); END;
CREATE TRIGGER kept_publication BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'what was published cannot be removed'); END;
)sql";

constexpr std::array kMigrations = {kVersion1, kVersion2};

}  // namespace

std::span<const std::string_view> migrations() { return kMigrations; }

}  // namespace gradus::gradebook
