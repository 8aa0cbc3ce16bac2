// A facade over ncursesw: one terminal at a time, drawn by one thread. No ncurses type appears
// here, so that Swift needs none of its macros, globals and variadic functions.
//
// The order of use: ct_describe, ct_start, any number of ct_put_run and ct_present with ct_wait
// between them, ct_stop. Every call but ct_guard_thread belongs to one thread.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: What the terminal is

/// What the terminal's entry in the terminfo database says.
typedef struct ct_facts {
  bool known;        ///< There is an entry of that name.
  bool addressable;  ///< The cursor can be put anywhere: without that there is no screen.
  bool exact_colour; ///< The entry promises 24-bit colours (`RGB` or `Tc`).
  int32_t colours;   ///< How many colours it has; 0 for none.
} ct_facts;

/// The entry of the terminal type `terminal`, such as "xterm-256color".
ct_facts ct_describe(const char *terminal);

/// Takes the characters' encoding from the environment and tells whether it is UTF-8. With
/// `force_utf8` another encoding is replaced by UTF-8 where the system has such a locale.
/// Number formats stay those of C.
bool ct_use_locale(bool force_utf8);

// MARK: Starting and leaving

/// How starting went.
typedef enum ct_status : int32_t {
  CT_STARTED = 0,
  CT_NOT_A_TERMINAL = 1,    ///< Output is a file, a pipe or nothing, or there are no keys.
  CT_UNKNOWN_TERMINAL = 2,  ///< There is no usable entry of that name.
  CT_NO_RESOURCES = 3,      ///< The system refused something; `errno` says what.
} ct_status;

/// Takes the terminal over: alternate screen, raw keys, bracketed paste, signals as events, and
/// the guard that gives the terminal back on a crash or an `exit`. Keys come from standard input or,
/// where that is no terminal, from the one that controls the process. `colours` is 256 or 16777216
/// for a terminal that has them whatever its entry says; 0 leaves it to the entry.
ct_status ct_start(const char *terminal, int32_t colours);

/// Gives the terminal back as it was found; what was written to standard error follows on it.
/// Does nothing when the terminal is not taken.
void ct_stop(void);

/// Leaves the screen for a while: modes off, the shell's screen back.
void ct_leave(void);

/// Comes back to the screen after `ct_leave` or after having been stopped without warning: modes
/// on, everything drawn again, size measured.
void ct_return(void);

/// Stops the process group as a shell's Ctrl-Z does; returns when it is continued. At once where
/// nobody could continue it.
void ct_stop_process(void);

/// Whether the terminal listens to this process group, and not to a shell in front of it.
bool ct_in_foreground(void);

/// Gives the calling thread a stack for the crash handler, so that running out of stack there too
/// gives the terminal back. The main thread has one from `ct_start` on.
void ct_guard_thread(void);

// MARK: Drawing

/// Attributes of a run, to be combined.
enum : uint32_t {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_UNDERLINE = 4,
  CT_REVERSE = 8,
};

/// The size of the screen in cells.
int32_t ct_columns(void);
int32_t ct_rows(void);

/// How many colours curses drives: 0, 8, 16, 256 or 16777216.
int32_t ct_colours(void);

/// The number of the pair of colours; -1 stands for the terminal's own. With 16777216 colours a
/// number above 15 is 0xRRGGBB, else it is the palette's. 0 where there are no colours.
int32_t ct_pair(int32_t foreground, int32_t background);

/// Puts `count` cells of one look into the next frame, from column `x` of row `y` on. A 0 is the
/// second half of the wide character before it. What does not fit into the row is cut.
void ct_put_run(int32_t y, int32_t x, const uint32_t *scalars, size_t count, int32_t pair,
                uint32_t attributes);

/// Sends what changed since the last frame, as one synchronized update.
void ct_present(void);

/// Sends everything with the next frame, whatever the terminal is believed to show.
void ct_forget(void);

/// Empties the next frame.
void ct_erase(void);

/// Measures the terminal and adapts the screen; false when the size is as it was.
bool ct_resize(void);

// MARK: Input

/// What `ct_wait` found.
enum : uint32_t {
  CT_INPUT = 1,   ///< Bytes can be read.
  CT_SIGNAL = 2,  ///< `ct_take_signals` has news.
  CT_GONE = 4,    ///< The terminal has hung up.
};

/// Signals as `ct_take_signals` returns them, to be combined.
enum : uint32_t {
  CT_RESIZED = 1,    ///< SIGWINCH
  CT_TERMINATE = 2,  ///< SIGTERM
  CT_INTERRUPT = 4,  ///< SIGINT from outside; Ctrl-C is a key
  CT_HANG_UP = 8,    ///< SIGHUP
  CT_SUSPEND = 16,   ///< SIGTSTP from outside; Ctrl-Z is a key
  CT_CONTINUED = 32, ///< SIGCONT
};

/// Waits for keys (if `keys`) and signals, at most `milliseconds`; negative waits for ever.
uint32_t ct_wait(int32_t milliseconds, bool keys);

/// Reads what keys have sent, without waiting; 0 when there is nothing, -1 when the terminal is
/// gone.
ptrdiff_t ct_read(uint8_t *buffer, size_t capacity);

/// Returns and forgets the signals that came since the last call.
uint32_t ct_take_signals(void);

/// What the key named as in terminfo ("kcuu1") sends on this terminal; NULL if it has none.
const char *ct_key_sequence(const char *capability);

/// Milliseconds on a clock that never goes back.
int64_t ct_clock(void);

#endif
