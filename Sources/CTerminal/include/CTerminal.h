// A small facade over ncursesw. No ncurses type appears here.
#ifndef CTERMINAL_H
#define CTERMINAL_H

/// The version of the curses library in use, such as "ncurses 6.4.20221231".
const char *ct_version(void);

#endif
