#pragma once

#include <chrono>
#include <fstream>
#include <string>
#include <sys/types.h>
#include <thread>

namespace gradus::test {

/// Whether a process still runs. One that has ended but that nobody has reaped does not.
inline bool is_running(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  if (!std::getline(in, line)) return false;
  const char state = line.at(line.rfind(')') + 2);
  return state != 'Z' && state != 'X';
}

/// Gives a killed process the moment that it takes to die.
inline bool ends_soon(pid_t pid) {
  for (int i = 0; i < 1000 && is_running(pid); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return !is_running(pid);
}

}  // namespace gradus::test
