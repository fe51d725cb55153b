#include <cstdio>
#include <memory>

#include "app/subcommands.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/subcommands.hpp"

namespace gradus::app {
namespace {

void add_intake(CLI::App& app, int& status) {
  auto options = std::make_shared<IntakeOptions>();
  CLI::App* command =
      app.add_subcommand("intake", "Sort what a platform gives you into one folder per student");
  command
      ->add_option("source", options->sources,
                   "Folders or archives: a download of Moodle, Canvas or Gradescope, or one folder "
                   "or archive per student")
      ->required();
  command->add_option("--roster", options->roster, "Who the students are: a CSV file");
  command->add_option("--lab", options->labs, "Only this lab, tp1 or tp2; may be repeated")
      ->allow_extra_args(false);
  command->add_option("--assign", options->assign,
                      "Whose the other uploads are: lines LABEL = STUDENT-ID");
  command->add_option("--out", options->out, "Folder to make, or to make anew")->required();
  command->footer(
      "Exit status: 0 nothing open, 1 something is missing, unknown or refused, 2 wrong use.\n\n"
      "Example:\n  gradus intake moodle.zip --roster class.csv --lab tp1 --out handins");
  teaches(command, status, [options] { return intake(*options); });
}

/// Grading one submission, and with --out a class.
void add_class_grade(CLI::App& app, int& status) {
  auto options = std::make_shared<GradeOptions>();
  CLI::App* command = add_grade(app, options);
  command->description("Grade a submission, or with --out a class");
  command->add_option("--out", options->out,
                      "Grade a class: folder of the run, which is made, or gone on with");
  command->add_option("--roster", options->roster,
                      "The class: Canvas or Moodle export, or a CSV file with a column id");
  command->add_option("--jobs", options->jobs,
                      "Submissions of a class at a time (default: one for each processor)");
  command->add_option("--engine", options->engine, "Where a class is graded: local or slurm")
      ->check(CLI::IsMember({"local", "slurm"}))
      ->capture_default_str();
  command
      ->add_option("--slurm-option", options->slurm_options,
                   "An option for sbatch: --slurm-option=--partition=teaching (may be repeated)")
      ->allow_extra_args(false);
  command->footer(
      "Examples:\n  gradus grade submissions/ada --lab tp1 --json ada.json\n"
      "  gradus grade handins --roster students.csv --lab tp1 --out runs/tp1");
  teaches(command, status,
          [options] { return options->out.empty() ? grade(*options) : grade_class(*options); });
}

void add_regrade(CLI::App& app, int& status) {
  auto options = std::make_shared<RegradeOptions>();
  GradeOptions& grade = options->grade;
  grade.isolation.clear();
  CLI::App* command = app.add_subcommand(
      "regrade", "Grade what a class's run keeps once more, with this Gradus, into another run");
  command->add_option("run", options->run, "Folder that gradus grade --out made")->required();
  command->add_option("--out", grade.out, "Folder of the new run, which is made, or gone on with")
      ->required();
  add_seed(*command, grade.seed, "Another seed than that of the run");
  command->add_option("--mnist", grade.mnist,
                      "Another folder of the four MNIST files, or 'sample'");
  command->add_flag("--no-mnist", grade.no_mnist, "Leave the MNIST runs out");
  command->add_option("--jobs", grade.jobs,
                      "Submissions at a time (default: one for each processor)");
  command->add_option("--isolation", grade.isolation,
                      "Refuse to grade behind weaker walls than these (default: as in the run)");
  command->footer(
      "Example:\n  gradus regrade runs/tp1 --out runs/tp1-b && gradus diff runs/tp1 runs/tp1-b");
  teaches(command, status, [options] { return regrade(*options); });
}

void add_publish(CLI::App& app, int& status) {
  auto options = std::make_shared<PublishOptions>();
  CLI::App* command =
      app.add_subcommand("publish", "Make the marks of a class's run, and keep them for good");
  command->add_option("run", options->run, "Folder that gradus grade --out made")->required();
  command->add_option("--late", options->late, "Who was late, and what it costs: a text file");
  command->add_option("--override", options->overrides,
                      "What you decided beside the checks: a text file");
  command->add_option("--after", options->after,
                      "Earlier run: no mark may be below the one published there");
  command->add_flag("--lower", options->lower, "Marks may be below those of --after");
  command->add_option("--out", options->out, "Folder for marks.csv and summary.txt")->required();
  command->footer(
      "Example:\n  gradus publish runs/tp1 --late late.txt --override override.txt --out "
      "marks/tp1");
  teaches(command, status, [options] { return publish(*options); });
}

void add_export(CLI::App& app, int& status) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command =
      app.add_subcommand("export", "Fill published marks into a file of Canvas or Moodle");
  command->add_option("run", options->run, "Folder that gradus grade --out made")->required();
  command
      ->add_option("format", options->format,
                   "canvas, moodle, moodle-feedback (a zip of texts for students) or csv")
      ->required()
      ->check(CLI::IsMember({"canvas", "moodle", "moodle-feedback", "csv"}));
  command->add_option("--in", options->in,
                      "Canvas' gradebook export, or Moodle's grading worksheet");
  command->add_option("--out", options->out, "File to write, and then to upload")->required();
  command->add_option("--lab", options->lab, "Which lab, if the run has several");
  command->add_option("--column", options->column,
                      "Header of the column to fill (Canvas: or the assignment's number)");
  command->add_flag("--comments", options->comments,
                    "moodle: also write what the mark consists of as a feedback comment");
  command
      ->add_option("--decimal-sign", options->decimal_sign,
                   "moodle: . or , where the worksheet shows no decimals")
      ->capture_default_str()
      ->check(CLI::IsMember({".", ","}));
  command->footer(
      "Examples:\n  gradus export runs/tp1 canvas --in grades.csv --out upload.csv\n"
      "  gradus export runs/tp1 moodle --in worksheet.csv --out upload.csv --comments");
  teaches(command, status, [options] { return export_marks(*options); });
}

void add_diff(CLI::App& app, int& status) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* command =
      app.add_subcommand("diff", "Who moved between two runs over a class, by what, and why");
  command->add_option("before", options->before, "Folder of the first run")->required();
  command->add_option("after", options->after, "Folder of the second run")->required();
  teaches(command, status, [options] { return diff(*options); });
}

void add_audit(CLI::App& app, int& status) {
  auto options = std::make_shared<AuditOptions>();
  CLI::App* command = app.add_subcommand(
      "audit", "Make the published marks of a run anew, and compare byte for byte");
  command->add_option("run", options->run, "Folder that gradus grade --out made")->required();
  command->add_option("--marks", options->marks, "A marks.csv: is it one that was published?");
  teaches(command, status, [options] { return audit(*options); });
}

void add_pages(CLI::App& app, int& status) {
  auto options = std::make_shared<PagesOptions>();
  CLI::App* command = app.add_subcommand(
      "pages", "Make HTML pages of a graded class: one for each student, one for you");
  command->add_option("run", options->run, "Folder of the run, as given to grade --out")
      ->required();
  command
      ->add_option("--out", options->out,
                   "Folder of the pages, which is made, or replaced if it holds earlier ones")
      ->required();
  command->add_option("--notes", options->notes,
                      "Address of the course notes, for links: https://example.org/notes");
  command->footer("Example:\n  gradus pages runs/tp1 --out pages/tp1");
  teaches(command, status, [options] { return pages(*options); });
}

/// Started by a job of `gradus grade --engine slurm`, by nobody else.
void add_judge_share(CLI::App& app, int& status) {
  auto options = std::make_shared<ShareOptions>();
  CLI::App* command = app.add_subcommand("judge-share")->group("");
  command->add_option("desk", options->desk)->required();
  command->add_option("--share", options->share)->required();
  command->add_option("--of", options->of)->required()->check(CLI::PositiveNumber);
  teaches(command, status, [options] { return judge_share(*options); });
}

}  // namespace

void add_class_commands(CLI::App& app, int& status) {
  add_group(app, status, "For a class",
            {add_intake, add_class_grade, add_pages, add_publish, add_export, add_regrade, add_diff,
             add_audit});
  add_judge_share(app, status);
}

}  // namespace gradus::app
