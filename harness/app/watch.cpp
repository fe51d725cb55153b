#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <deque>
#include <map>
#include <memory>
#include <poll.h>
#include <unistd.h>

#include "app/background_check.hpp"
#include "app/commands.hpp"
#include "app/failures.hpp"
#include "app/isolation.hpp"
#include "app/keyboard.hpp"
#include "app/project.hpp"
#include "app/saved_files.hpp"
#include "app/state.hpp"
#include "judge/judge.hpp"
#include "loop/hints.hpp"
#include "loop/overview.hpp"
#include "report/terminal.hpp"
#include "report/words.hpp"

namespace gradus::app {
namespace {

using namespace std::chrono_literals;
using report::Style;
using Clock = std::chrono::steady_clock;

/// How often the files are looked at. Nobody feels a twentieth of a second.
constexpr auto kLook = 50ms;

volatile std::sig_atomic_t asked_to_end = 0;
volatile std::sig_atomic_t continued = 0;

void listen_to_signals() {
  struct sigaction action {};
  action.sa_handler = [](int signal) {
    if (signal == SIGCONT) {
      continued = 1;
    } else {
      asked_to_end = 1;
    }
  };
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCONT}) {
    ::sigaction(signal, &action, nullptr);
  }
}

std::vector<std::string> files_of(const std::vector<const Exercise*>& exercises) {
  std::vector<std::string> files;
  for (const Exercise* e : exercises) files.emplace_back(e->file);
  return files;
}

/// Judges exercises whenever their files are saved, and shows what came out.
class Watch {
 public:
  explicit Watch(const std::string& what)
      : wanted_(exercises_named(what)),
        saved_(labs_folder(), files_of(wanted_)),
        parts_(recipe()),
        walls_(confinement(parts_, "none")),
        queue_(wanted_.begin(), wanted_.end()) {}

  int run() {
    listen_to_signals();
    while (asked_to_end == 0 && !quit_) {
      if (std::exchange(continued, 0) != 0) keyboard_.resume();
      note_saved();
      if (check_ == nullptr && !queue_.empty()) start();
      wait();
    }
    check_.reset();
    erase_line();
    return kFullMarks;
  }

 private:
  void note_saved() {
    for (const std::string& file : saved_.since_last_time()) {
      const auto e = std::find_if(wanted_.begin(), wanted_.end(),
                                  [&](const Exercise* w) { return w->file == file; });
      if (check_ != nullptr && *e == focus_) check_.reset();
      if (std::find(queue_.begin(), queue_.end(), *e) == queue_.end()) queue_.push_front(*e);
    }
  }

  void start() {
    focus_ = queue_.front();
    queue_.pop_front();
    started_ = Clock::now();
    line("checking " + std::string(focus_->slug) + " ...");
    check_ = std::make_unique<BackgroundCheck>(
        [this](const BackgroundCheck::Send& send) { return judge_focus(send); });
  }

  /// In a child of ours, since a judge runs once in a process.
  int judge_focus(const BackgroundCheck::Send& send) const {
    judge::Order order;
    order.submission = labs_folder();
    order.labs = {find_lab(focus_->lab())};
    order.only = focus_->slug;
    order.mnist = false;
    judge::Watcher watcher;
    // Before the cause of what failed is known, which may take as long again.
    watcher.exercise = [&](const ExerciseResult& e) {
      send(report::line(e, style_) + report::details(e, style_));
    };
    const Results results = judge::judge(order, parts_, walls_, watcher);
    save_state(results);
    save_failures(results);
    const ExerciseResult& e = results.labs.at(0).exercises.at(0);
    send(report::line(e, style_) + report::details(e, style_));
    return results.harness_failed() ? kOurFault : kFullMarks;
  }

  void wait() {
    std::array<pollfd, 2> events = {{{STDIN_FILENO, POLLIN, 0}, {-1, POLLIN, 0}}};
    if (!keyboard_.is_there()) events[0].fd = -1;
    if (check_ != nullptr) events[1].fd = check_->descriptor();
    if (::poll(events.data(), events.size(), static_cast<int>(kLook.count())) <= 0) return;
    if (events[0].revents != 0) {
      while (const auto key = keyboard_.key()) press(*key);
    }
    if (events[1].revents != 0 && check_ != nullptr) hear();
  }

  void hear() {
    if (check_->receive()) {
      took_ = Clock::now() - started_;
      texts_[focus_] = check_->text();
      show();
    }
    if (!check_->has_ended()) return;
    if (!check_->succeeded()) {
      texts_[focus_] += "  The check came to no end: that is our fault, not yours.\n";
      show();
    }
    check_.reset();
    if (queue_.empty()) end_of_round();
  }

  void press(char key) {
    switch (key) {
      case 'q':
        quit_ = true;
        break;
      case 'r':
        again();
        break;
      case 'n':
        go_on();
        break;
      case 'h':
        give_hint();
        break;
      default:
        break;
    }
  }

  void again() {
    check_.reset();
    if (focus_ != nullptr) queue_.push_front(focus_);
  }

  /// Turns to the next exercise that lacks points.
  void go_on() {
    const Exercise* next = loop::next_exercise(load_state(), focus_);
    if (next == nullptr) return show(loop::next_step(nullptr, style_));
    check_.reset();
    first_round_ = false;
    if (std::find(wanted_.begin(), wanted_.end(), next) == wanted_.end()) {
      wanted_ = {next};
      saved_ = SavedFiles(labs_folder(), files_of(wanted_));
    }
    queue_ = {next};
  }

  void give_hint() {
    if (focus_ == nullptr) return;
    const int read = loop::standing_of(focus_->slug, load_state()).hints;
    const int shown = std::min(read + 1, static_cast<int>(focus_->hints.size()));
    note_hint(focus_->slug, shown);
    erase_line();
    std::fputs(("\n" + loop::hints_text(*focus_, shown, style_)).c_str(), stdout);
    if (check_ == nullptr) keys();
  }

  /// What is known of all, the exercise in focus at length, in the place of what was there.
  void show() {
    std::string out;
    for (const Exercise* e : wanted_) {
      const std::string& text = texts_[e];
      out += e == focus_ ? text : text.substr(0, text.find('\n') + 1);
    }
    show(out);
  }

  void show(const std::string& text) {
    erase_line();
    // What has scrolled off stays, for whoever wants to look back.
    if (redraws_) std::fputs("\x1b[H\x1b[2J", stdout);
    std::fputs(text.c_str(), stdout);
    std::fflush(stdout);
  }

  [[nodiscard]] bool is_solved(const Exercise& e) const {
    return loop::standing_of(e.slug, load_state()).points == e.points;
  }

  void end_of_round() {
    if (std::exchange(first_round_, false) && wanted_.size() > 1) {
      const auto open = std::find_if(wanted_.begin(), wanted_.end(),
                                     [&](const Exercise* e) { return !is_solved(*e); });
      if (open != wanted_.end()) focus_ = *open;
      show();
    }
    std::array<char, 32> took{};
    std::snprintf(took.data(), took.size(), "%.2f s", took_.count());
    const std::string where =
        wanted_.size() == 1 ? "labs/" + std::string(focus_->file) : "your files in labs/";
    std::printf(
        "\n  %s\n",
        style_.dim("judged in " + std::string(took.data()) + "; waiting for you to save " + where)
            .c_str());
    if (loop::standing_of(focus_->slug, load_state()).verdict == Verdict::kNotStarted) {
      std::printf("  Write %s in the place of the line nn::todo(...).\n",
                  std::string(focus_->function).c_str());
    }
    if (is_solved(*focus_) && keyboard_.is_there())
      std::printf("  Solved. Press n for the next one.\n");
    keys();
  }

  void keys() {
    if (keyboard_.is_there()) line("[n] next  [h] hint  [r] run again  [q] quit");
    std::fflush(stdout);
  }

  /// A last line that the next output removes.
  void line(const std::string& text) {
    erase_line();
    if (redraws_) {
      std::fputs(("  " + style_.dim(text)).c_str(), stdout);
      has_line_ = true;
    } else {
      std::fputs((text + "\n").c_str(), stdout);
    }
    std::fflush(stdout);
  }

  void erase_line() {
    if (has_line_) std::fputs("\r\x1b[K", stdout);
    has_line_ = false;
    std::fflush(stdout);
  }

  std::vector<const Exercise*> wanted_;
  SavedFiles saved_;
  toolchain::Recipe parts_;
  sandbox::Confinement walls_;
  std::deque<const Exercise*> queue_;
  const Exercise* focus_ = nullptr;
  std::unique_ptr<BackgroundCheck> check_;
  std::map<const Exercise*, std::string> texts_;  ///< the last that was heard of each
  Keyboard keyboard_;
  Style style_ = Style::of(STDOUT_FILENO);
  bool redraws_ = Style::can_redraw(STDOUT_FILENO);
  bool has_line_ = false;
  bool quit_ = false;
  bool first_round_ = true;
  Clock::time_point started_;
  std::chrono::duration<double> took_{0.0};
};

}  // namespace

int watch(const CheckOptions& options) { return Watch(options.what).run(); }

}  // namespace gradus::app
