// What the files of this target share. Nothing here is for Swift.
#ifndef CT_INTERNAL_H
#define CT_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that put a terminal back: modes, colours, cursor, the shell's screen.
typedef struct ct_farewell {
  char bytes[256];
  size_t count;
} ct_farewell;

/// The private terminal entry as a value for TERMINFO ("hex:..."), to be freed; NULL when there is
/// no entry of that name or no memory. It is the terminal's own entry without the capabilities
/// that redefine its palette, and with `colours` (256 or 16777216; 0 leaves them) in it.
char *ct_compose_entry(const char *terminal, int32_t colours, ct_farewell *farewell);

/// Where keys come from.
int ct_keys_descriptor(void);

/// Signals of the outside become bits for `ct_take_signals`. False when there is no pipe for it.
bool ct_signals_install(int tty);
void ct_signals_remove(void);
int ct_signals_descriptor(void);
void ct_signals_stop_process(void);

/// Throws away what a stalled terminal has not taken, so that a writer cannot block for ever.
/// Safe in a signal handler.
void ct_unblock(int tty);

/// Remembers the terminal as it is. `drawing` is the descriptor that curses writes to, `tty`
/// another of the same terminal.
bool ct_guard_prepare(int tty, int drawing, const ct_farewell *farewell);
/// From here on crashes and `exit` give the terminal back, and standard error is kept.
void ct_guard_arm(void);
/// Puts the line's settings back and replays standard error, once curses has left the screen.
void ct_guard_disarm(void);
/// Forgets the terminal.
void ct_guard_finish(void);

#endif
