// attack: sends open files along the channel, to fill the grader's table of descriptors
// expect: bad_reply or wrong
// because: the grader reads bytes only, and drops what travels beside them; the call may not
//   even be allowed
#include <cstring>
#include <sys/socket.h>

#include "tp1/softmax.hpp"

namespace {

void pass() {
  char byte = 'G';
  iovec part{&byte, 1};
  int files[16] = {};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof files)] = {};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof files);
  std::memcpy(CMSG_DATA(head), files, sizeof files);
  for (int i = 0; i < 64; ++i) sendmsg(3, &message, MSG_DONTWAIT);
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  pass();
  return logits;
}
