// Puts runs of cells into the next frame.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE 700
#include <curses.h>
#include <stddef.h>
#include <wchar.h>

#include "CTerminal.h"

enum { CHUNK = 256 };

static attr_t curses_attributes(uint32_t attributes) {
  return (attributes & CT_BOLD ? A_BOLD : 0) | (attributes & CT_DIM ? A_DIM : 0) |
         (attributes & CT_UNDERLINE ? A_UNDERLINE : 0) | (attributes & CT_REVERSE ? A_REVERSE : 0);
}

static void set_cell(cchar_t *cell, wchar_t scalar, attr_t attributes, int pair) {
  const wchar_t text[2] = {scalar, 0};
  setcchar(cell, text, attributes, 0, &pair);
}

void ct_put_run(int32_t y, int32_t x, const uint32_t *scalars, size_t count, int32_t pair,
                uint32_t attributes) {
  if (y < 0 || x < 0 || y >= LINES || x >= COLS) return;
  if (count > (size_t)(COLS - x)) count = (size_t)(COLS - x);
  attr_t look = curses_attributes(attributes);
  cchar_t cells[CHUNK + 1];
  int filled = 0, start = x;
  for (size_t i = 0; i < count; i++) {
    int columns = i + 1 < count && scalars[i + 1] == 0 ? 2 : 1;
    if (scalars[i] && wcwidth((wchar_t)scalars[i]) == columns) {
      set_cell(&cells[filled++], (wchar_t)scalars[i], look, pair);
      i += (size_t)columns - 1;
    } else {
      // The system sees another width, or half a wide character was cut off: a column is kept.
      set_cell(&cells[filled++], scalars[i] ? L'?' : L' ', look, pair);
    }
    if (filled >= CHUNK || i + 1 >= count) {
      mvwadd_wchnstr(stdscr, y, start, cells, filled);
      start = x + (int)i + 1;
      filled = 0;
    }
  }
}
