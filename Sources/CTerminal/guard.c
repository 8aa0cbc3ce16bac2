// Gives the terminal back when the program ends without saying so: a Swift trap or any other crash
// in any thread, or `exit` somewhere.
//
// Curses cannot be called then, so the bytes that undo its modes are composed at the start. The
// descriptor it draws on is pointed at /dev/null first, or a thread that is still drawing would
// spoil the shell's screen. Standard error is kept in memory while the screen is on, since text on
// it would spoil the picture and be lost with it, and is replayed on the shell's screen.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include <pthread.h>

#include "CTerminal.h"
#include "internal.h"

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGQUIT};
enum { CRASHES = sizeof crashes / sizeof crashes[0], STACK_BYTES = 64 * 1024 };

static struct {
  int tty, drawing, nowhere;
  int errors, real_errors;  // -1 where standard error is no terminal and stays as it is
  struct termios modes;
  ct_farewell farewell;
} kept = {-1, -1, -1, -1, -1, {0}, {{0}, 0}};

static struct sigaction before[CRASHES];
static atomic_bool armed;
static _Atomic pid_t crashed_thread;
static bool keep_backtrace;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void replay_errors(void) {
  if (kept.errors < 0) return;
  dup2(kept.real_errors, STDERR_FILENO);
  char bytes[1024];
  off_t at = 0;
  ssize_t count;
  while ((count = pread(kept.errors, bytes, sizeof bytes, at)) > 0) {
    write_all(STDERR_FILENO, bytes, (size_t)count);
    at += count;
  }
  if (ftruncate(kept.errors, 0) == 0) lseek(kept.errors, 0, SEEK_SET);
}

// Only calls that are safe in a signal handler. The first caller restores, others do nothing.
static void restore(void) {
  if (!atomic_exchange(&armed, false)) return;
  ct_unblock(kept.tty);
  dup2(kept.nowhere, kept.drawing);
  write_all(kept.tty, kept.farewell.bytes, kept.farewell.count);
  tcsetattr(kept.tty, TCSANOW, &kept.modes);
  replay_errors();
}

static void at_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  pid_t nobody = 0;
  if (!atomic_compare_exchange_strong(&crashed_thread, &nobody, gettid()) && nobody != gettid())
    for (;;) pause();  // another thread is restoring and will end the process
  restore();
  for (int i = 0; i < CRASHES; i++) {
    if (crashes[i] != number) continue;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(number, keep_backtrace ? &before[i] : &standard, NULL);
  }
  // A faulting instruction faults again on return. What was sent, or steps over itself, does not.
  if (information->si_code <= 0 || number == SIGTRAP) raise(number);
}

static void release_stack(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, STACK_BYTES);
}

static pthread_key_t stack_key;
static void make_stack_key(void) { pthread_key_create(&stack_key, release_stack); }

void ct_guard_thread(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, make_stack_key);
  stack_t present;
  if (sigaltstack(NULL, &present) || !(present.ss_flags & SS_DISABLE)) return;
  void *memory = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t stack = {.ss_sp = memory, .ss_size = STACK_BYTES};
  sigaltstack(&stack, NULL);
  pthread_setspecific(stack_key, memory);
}

static void catch_errors(void) {
  if (!isatty(STDERR_FILENO)) return;
  kept.real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (kept.real_errors < 0) return;
  kept.errors = memfd_create("standard error", MFD_CLOEXEC);
  if (kept.errors >= 0) return;
  close(kept.real_errors);
  kept.real_errors = -1;
}

static void catch_crashes(void) {
  // Unless asked for, a backtrace would come with a prompt that nobody may be there to answer.
  keep_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  struct sigaction action = {.sa_sigaction = at_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &action, &before[i]);
}

bool ct_guard_prepare(int tty, int drawing, const ct_farewell *farewell) {
  kept.nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept.nowhere < 0 || tcgetattr(tty, &kept.modes)) return false;
  kept.tty = tty;
  kept.drawing = drawing;
  kept.farewell = *farewell;
  atomic_store(&crashed_thread, 0);
  catch_errors();
  ct_guard_thread();
  catch_crashes();
  static bool registered;
  if (!registered) registered = atexit(restore) == 0;
  return true;
}

void ct_guard_arm(void) {
  if (kept.errors >= 0) dup2(kept.errors, STDERR_FILENO);
  atomic_store(&armed, true);
}

void ct_guard_disarm(void) {
  if (!atomic_exchange(&armed, false)) return;
  tcsetattr(kept.tty, TCSANOW, &kept.modes);
  replay_errors();
}

void ct_guard_finish(void) {
  for (int i = 0; i < CRASHES; i++) sigaction(crashes[i], &before[i], NULL);
  int *descriptors[] = {&kept.nowhere, &kept.errors, &kept.real_errors};
  for (int i = 0; i < 3; i++) {
    if (*descriptors[i] >= 0) close(*descriptors[i]);
    *descriptors[i] = -1;
  }
}
