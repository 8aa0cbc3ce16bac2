// Waits for keys and signals.
//
// Bytes are read here and decoded in Swift, not by curses: its decoder blocks on a lone Escape,
// loses characters split between two reads, and passes on what it does not know as if typed.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

uint32_t ct_wait(int32_t milliseconds, bool keys) {
  struct pollfd sources[2] = {{.fd = ct_signals_descriptor(), .events = POLLIN},
                              {.fd = ct_keys_descriptor(), .events = POLLIN}};
  if (poll(sources, keys ? 2 : 1, milliseconds) < 0) return errno == EINTR ? CT_SIGNAL : CT_GONE;
  uint32_t found = sources[0].revents ? CT_SIGNAL : 0;
  if (keys && sources[1].revents & POLLIN) found |= CT_INPUT;
  if (keys && sources[1].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CT_GONE;
  return found;
}

ptrdiff_t ct_read(uint8_t *buffer, size_t capacity) {
  struct pollfd keys = {.fd = ct_keys_descriptor(), .events = POLLIN};
  if (poll(&keys, 1, 0) <= 0) return 0;
  ssize_t count = read(ct_keys_descriptor(), buffer, capacity);
  if (count > 0) return count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

int64_t ct_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
