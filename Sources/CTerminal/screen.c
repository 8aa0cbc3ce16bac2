// Takes the terminal over through curses and gives it back.
#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "CTerminal.h"
#include "internal.h"

static SCREEN *screen;
static FILE *drawing;
static int tty = -1;
static int keys = -1;
static FILE *keyboard;
static bool terminal_default_colours;

bool ct_use_locale(bool force_utf8) {
  // Characters only: a comma as the decimal sign would spoil what libraries read and write.
  setlocale(LC_CTYPE, "");
  bool utf8 = !strcmp(nl_langinfo(CODESET), "UTF-8");
  if (utf8 || !force_utf8) return utf8;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static bool send(const char *bytes) {
  size_t count = strlen(bytes);
  return write(fileno(drawing), bytes, count) == (ssize_t)count;
}

static void enter_modes(void) {
  keypad(stdscr, TRUE);
  curs_set(0);
  send("\033[?2004h");
}

static SCREEN *open_screen(const char *terminal, const char *entry) {
  const char *set = getenv("TERMINFO");
  char *users = set ? strdup(set) : NULL;
  SCREEN *opened = NULL;
  use_tioctl(TRUE);
  if (entry && setenv("TERMINFO", entry, 1) == 0) {
    opened = newterm(terminal, drawing, keyboard);
    if (users) {
      setenv("TERMINFO", users, 1);
    } else {
      unsetenv("TERMINFO");
    }
  }
  free(users);
  return opened ? opened : newterm(terminal, drawing, keyboard);
}

static void prepare_screen(void) {
  // Until it has left the screen once, ncurses 6.4 writes at every move of the cursor.
  endwin();
  doupdate();
  if (has_colors()) {
    start_color();
    terminal_default_colours = use_default_colors() == OK;
  }
  raw();
  noecho();
  nonl();
  typeahead(-1);
  leaveok(stdscr, TRUE);
  enter_modes();
}

static void release(void) {
  ct_guard_finish();
  ct_signals_remove();
  if (drawing) fclose(drawing);
  if (keyboard) fclose(keyboard);
  if (tty >= 0) close(tty);
  drawing = keyboard = NULL;
  tty = keys = -1;
}

/// A descriptor of its own for keys: standard input, or where data come from there the terminal itself.
static int open_keys(void) {
  if (isatty(STDIN_FILENO)) return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  return open("/dev/tty", O_RDONLY | O_CLOEXEC);
}

static bool open_descriptors(void) {
  tty = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  int second = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (second >= 0) drawing = fdopen(second, "w");
  if (keys >= 0) keyboard = fdopen(keys, "r");
  return tty >= 0 && drawing && keyboard;
}

int ct_keys_descriptor(void) { return keys; }

ct_status ct_start(const char *terminal, int32_t colours) {
  if (!isatty(STDOUT_FILENO)) return CT_NOT_A_TERMINAL;
  if (screen) {
    errno = EBUSY;
    return CT_NO_RESOURCES;
  }
  keys = open_keys();
  if (keys < 0) return CT_NOT_A_TERMINAL;
  ct_farewell farewell = {.count = 0};
  char *entry = ct_compose_entry(terminal, colours, &farewell);
  ct_status status = CT_NO_RESOURCES;
  if (open_descriptors() && ct_signals_install(tty) &&
      ct_guard_prepare(tty, fileno(drawing), &farewell)) {
    status = CT_UNKNOWN_TERMINAL;
    ct_guard_arm();
    screen = open_screen(terminal, entry);
  }
  free(entry);
  if (screen) {
    prepare_screen();
    return CT_STARTED;
  }
  int error = errno;
  ct_guard_disarm();
  release();
  errno = error;
  return status;
}

static bool has_shell_screen(void) {
  const char *leave = tigetstr("rmcup");
  return leave && leave != (char *)-1;
}

void ct_leave(void) {
  send("\033[?2004l");
  endwin();
  // Where there is one screen only, the picture stays and the shell goes on below it.
  if (!has_shell_screen()) send("\r\n");
  ct_guard_disarm();
}

void ct_return(void) {
  // Stopped without warning, the shell has had the terminal since: curses must set it anew.
  if (!isendwin()) ct_leave();
  ct_guard_arm();
  ct_resize();
  clearok(curscr, TRUE);
  doupdate();
  enter_modes();
}

void ct_stop(void) {
  if (!screen) return;
  if (!isendwin()) ct_leave();
  delscreen(screen);
  screen = NULL;
  release();
}

void ct_stop_process(void) { ct_signals_stop_process(); }

bool ct_in_foreground(void) {
  pid_t front = tcgetpgrp(tty);
  // A terminal that is not ours to control has no background.
  return front < 0 || front == getpgrp();
}

int32_t ct_columns(void) { return COLS; }
int32_t ct_rows(void) { return LINES; }
int32_t ct_colours(void) { return has_colors() ? COLORS : 0; }

bool ct_resize(void) {
  struct winsize size;
  if (ioctl(tty, TIOCGWINSZ, &size) || !size.ws_row || !size.ws_col) return false;
  if (size.ws_row == LINES && size.ws_col == COLS) return false;
  resize_term(size.ws_row, size.ws_col);
  ct_forget();
  return true;
}

void ct_forget(void) { clearok(curscr, TRUE); }
void ct_erase(void) { werase(stdscr); }

int32_t ct_pair(int32_t foreground, int32_t background) {
  if (!has_colors()) return 0;  // alloc_pair crashes where there are no colours
  if (foreground < 0 && !terminal_default_colours) foreground = COLOR_WHITE;
  if (background < 0 && !terminal_default_colours) background = COLOR_BLACK;
  if (foreground < 0 && background < 0) return 0;
  int pair = alloc_pair(foreground, background);
  return pair > 0 ? pair : 0;
}

void ct_present(void) {
  wnoutrefresh(stdscr);
  // Curses keeps a buffer of its own, which each doupdate empties: these go around it. A terminal
  // that does not know synchronized output ignores them.
  send("\033[?2026h");
  doupdate();
  send("\033[?2026l");
}
