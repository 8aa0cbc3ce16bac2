// Signals as events: a handler sets a bit and wakes the loop through a pipe; everything else is
// done by the loop. A signal descriptor would not do: libraries start threads before `main` that
// have these signals unblocked.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static const struct {
  int number;
  uint32_t bit;
} watched[] = {
    {SIGWINCH, CT_RESIZED}, {SIGTERM, CT_TERMINATE}, {SIGINT, CT_INTERRUPT},
    {SIGHUP, CT_HANG_UP},   {SIGTSTP, CT_SUSPEND},   {SIGCONT, CT_CONTINUED},
};
enum { WATCHED = sizeof watched / sizeof watched[0] };

static struct sigaction before[WATCHED], background_output_before;
static bool taken[WATCHED];
static _Atomic uint32_t pending;
static int pipe_ends[2] = {-1, -1};
static int terminal = -1;

void ct_unblock(int tty) {
  struct pollfd state = {.fd = tty, .events = POLLOUT};
  if (poll(&state, 1, 0) == 0) tcflush(tty, TCOFLUSH);
}

static void note(int number) {
  int error = errno;
  for (int i = 0; i < WATCHED; i++)
    if (watched[i].number == number) atomic_fetch_or(&pending, watched[i].bit);
  if (number == SIGTERM || number == SIGINT || number == SIGHUP) ct_unblock(terminal);
  // The pipe never blocks: when it is full the loop is awake already.
  while (write(pipe_ends[1], "", 1) < 0 && errno == EINTR) {
  }
  errno = error;
}

static void watch(int i) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  sigaction(watched[i].number, &action, NULL);
}

bool ct_signals_install(int tty) {
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK)) return false;
  terminal = tty;
  atomic_store(&pending, 0);
  for (int i = 0; i < WATCHED; i++) {
    sigaction(watched[i].number, NULL, &before[i]);
    // What was ignored on purpose (nohup) stays ignored; what matters to the screen does not.
    bool ending = watched[i].bit & (CT_TERMINATE | CT_INTERRUPT | CT_HANG_UP);
    taken[i] = !(ending && before[i].sa_handler == SIG_IGN);
    if (taken[i]) watch(i);
  }
  // Giving the terminal back from the background must not stop the process half-way.
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGTTOU, &ignore, &background_output_before);
  return true;
}

void ct_signals_remove(void) {
  if (pipe_ends[0] < 0) return;
  for (int i = 0; i < WATCHED; i++)
    if (taken[i]) sigaction(watched[i].number, &before[i], NULL);
  sigaction(SIGTTOU, &background_output_before, NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

int ct_signals_descriptor(void) { return pipe_ends[0]; }

uint32_t ct_take_signals(void) {
  char bytes[64];
  while (read(pipe_ends[0], bytes, sizeof bytes) > 0) {
  }
  return atomic_exchange(&pending, 0);
}

void ct_signals_stop_process(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &stop, NULL);
  kill(0, SIGTSTP);
  for (int i = 0; i < WATCHED; i++)
    if (watched[i].number == SIGTSTP && taken[i]) watch(i);
  // This continuation is the expected one.
  atomic_fetch_and(&pending, ~(uint32_t)CT_CONTINUED);
}
