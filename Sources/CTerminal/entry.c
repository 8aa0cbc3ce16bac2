// Composes a terminal entry at run time.
//
// The stock entries let programs redefine the palette, and reset it to the terminal's defaults (not
// to the user's colours) at every leave and return, used or not. Few of them know 24-bit colours.
// So curses is given a copy of the entry with those capabilities dropped and, if wanted, more
// colours added: nothing is written to disk and the user's palette stays as it is.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

#include "CTerminal.h"
#include "internal.h"

// Colours 0 to 15 are the user's own palette; above that comes `extended`.
#define SET_COLOUR(normal, bright, extended) \
  "\033[%?%p1%{8}%<%t" normal "%p1%d%e%p1%{16}%<%t" bright "%p1%{8}%-%d%e" extended "%;m"
#define INDEX "5;%p1%d"
#define EXACT "2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d"

enum {
  MAGIC_32_BIT_NUMBERS = 01036,
  LARGEST_ENTRY = 32768,
  INDEXED_COLOURS = 256,
  EXACT_COLOURS = 0x1000000,
  PAIRS = 0x10000,
};

typedef struct writer {
  uint8_t bytes[LARGEST_ENTRY];
  size_t count;
  bool full;
} writer;

static void put(writer *to, const void *bytes, size_t count) {
  if (to->full || count > sizeof to->bytes - to->count) {
    to->full = true;
    return;
  }
  memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

static void put_number(writer *to, int32_t number, int width) {
  uint8_t bytes[4];
  for (int i = 0; i < width; i++) bytes[i] = (uint8_t)((uint32_t)number >> (8 * i));
  put(to, bytes, (size_t)width);
}

static void put_even(writer *to) {
  if (to->count % 2) put(to, "", 1);
}

static bool absent(const char *string) { return !string || string == (char *)-1; }

static bool exact_flag(void) {
  return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || !absent(tigetstr("RGB")) ||
         tigetflag("Tc") > 0;
}

static const char *replaced_string(const char *name, int32_t colours) {
  if (!strcmp(name, "initc") || !strcmp(name, "oc")) return NULL;
  bool exact = colours == EXACT_COLOURS;
  if (colours && !strcmp(name, "setaf"))
    return exact ? SET_COLOUR("3", "9", "38;" EXACT) : SET_COLOUR("3", "9", "38;" INDEX);
  if (colours && !strcmp(name, "setab"))
    return exact ? SET_COLOUR("4", "10", "48;" EXACT) : SET_COLOUR("4", "10", "48;" INDEX);
  if (colours && !strcmp(name, "op") && absent(tigetstr(name))) return "\033[39;49m";
  return tigetstr(name);
}

static int replaced_number(const char *name, int32_t colours) {
  if (colours && !strcmp(name, "colors")) return colours;
  if (colours && !strcmp(name, "pairs")) return PAIRS;
  return tigetnum(name);
}

// The flags and the number outside of the standard list that curses itself asks for.
static void put_extensions(writer *to, int32_t colours) {
  const char *flags[3];
  int flag_count = 0;
  if (tigetflag("AX") > 0) flags[flag_count++] = "AX";
  if (colours == EXACT_COLOURS) flags[flag_count++] = "RGB";
  if (tigetflag("XT") > 0) flags[flag_count++] = "XT";
  int unicode = tigetnum("U8");
  int number_count = unicode >= 0 ? 1 : 0;
  if (flag_count + number_count == 0) return;

  writer *names = calloc(1, sizeof *names);
  if (!names) {
    to->full = true;
    return;
  }
  put_even(to);
  size_t header = to->count;
  for (int i = 0; i < 5; i++) put_number(to, 0, 2);
  for (int i = 0; i < flag_count; i++) put_number(to, 1, 1);
  put_even(to);
  if (number_count) put_number(to, unicode, 4);
  for (int i = 0; i < flag_count; i++) {
    put_number(to, (int32_t)names->count, 2);
    put(names, flags[i], strlen(flags[i]) + 1);
  }
  if (number_count) {
    put_number(to, (int32_t)names->count, 2);
    put(names, "U8", 3);
  }
  put(to, names->bytes, names->count);
  if (!to->full) {
    to->bytes[header] = (uint8_t)flag_count;
    to->bytes[header + 2] = (uint8_t)number_count;
    to->bytes[header + 6] = (uint8_t)(flag_count + number_count);
    to->bytes[header + 8] = (uint8_t)names->count;
  }
  free(names);
}

// The compiled form of term(5): header, names, flags, numbers, offsets of strings, strings.
static void put_entry(writer *to, writer *strings, const char *terminal, int32_t colours) {
  int flag_count = 0, number_count = 0, string_count = 0;
  while (boolnames[flag_count]) flag_count++;
  while (numnames[number_count]) number_count++;
  while (strnames[string_count]) string_count++;

  put_number(to, MAGIC_32_BIT_NUMBERS, 2);
  put_number(to, (int32_t)strlen(terminal) + 1, 2);
  put_number(to, flag_count, 2);
  put_number(to, number_count, 2);
  put_number(to, string_count, 2);
  size_t string_bytes = to->count;
  put_number(to, 0, 2);
  put(to, terminal, strlen(terminal) + 1);
  for (int i = 0; i < flag_count; i++)
    put_number(to, strcmp(boolnames[i], "ccc") && tigetflag(boolnames[i]) > 0, 1);
  put_even(to);
  for (int i = 0; i < number_count; i++) {
    int number = replaced_number(numnames[i], colours);
    put_number(to, number < 0 ? -1 : number, 4);
  }
  for (int i = 0; i < string_count; i++) {
    const char *string = replaced_string(strnames[i], colours);
    put_number(to, absent(string) ? -1 : (int32_t)strings->count, 2);
    if (!absent(string)) put(strings, string, strlen(string) + 1);
  }
  put(to, strings->bytes, strings->count);
  if (to->full || strings->full) return;
  to->bytes[string_bytes] = (uint8_t)strings->count;
  to->bytes[string_bytes + 1] = (uint8_t)(strings->count >> 8);
  put_extensions(to, colours);
}

// Padding such as "$<100/>" is for curses to act on, not for a terminal to see.
static void add_farewell(ct_farewell *to, const char *string) {
  if (absent(string)) return;
  while (*string && to->count < sizeof to->bytes) {
    const char *end = string[0] == '$' && string[1] == '<' ? strchr(string, '>') : NULL;
    if (end) {
      string = end + 1;
    } else {
      to->bytes[to->count++] = *string++;
    }
  }
}

static void compose_farewell(ct_farewell *farewell) {
  farewell->count = 0;
  add_farewell(farewell, "\033[?2026l\033[?2004l");
  add_farewell(farewell, tigetstr("rmkx"));
  add_farewell(farewell, tigetstr("sgr0"));
  add_farewell(farewell, tigetstr("op"));
  add_farewell(farewell, tigetstr("cnorm"));
  const char *shell_screen = tigetstr("rmcup");
  add_farewell(farewell, absent(shell_screen) ? "\r\n" : shell_screen);
}

static char *as_hexadecimal(const writer *entry) {
  static const char digits[] = "0123456789ABCDEF";
  char *text = malloc(4 + 2 * entry->count + 1);
  if (!text) return NULL;
  char *next = stpcpy(text, "hex:");
  for (size_t i = 0; i < entry->count; i++) {
    *next++ = digits[entry->bytes[i] >> 4];
    *next++ = digits[entry->bytes[i] & 15];
  }
  *next = 0;
  return text;
}

static bool look_up(const char *terminal) {
  int found = 0;
  return setupterm(terminal, 1, &found) == OK && found == 1;
}

ct_facts ct_describe(const char *terminal) {
  ct_facts facts = {0};
  if (!look_up(terminal)) return facts;
  facts.known = true;
  facts.addressable = !absent(tigetstr("cup")) && tigetflag("hc") <= 0;
  facts.exact_colour = exact_flag();
  facts.colours = tigetnum("colors") > 0 ? tigetnum("colors") : 0;
  del_curterm(cur_term);
  return facts;
}

char *ct_compose_entry(const char *terminal, int32_t colours, ct_farewell *farewell) {
  if (!look_up(terminal)) return NULL;
  compose_farewell(farewell);
  char *text = NULL;
  writer *entry = calloc(1, sizeof *entry), *strings = calloc(1, sizeof *strings);
  if (entry && strings) {
    put_entry(entry, strings, terminal, colours);
    if (!entry->full && !strings->full) text = as_hexadecimal(entry);
  }
  free(entry);
  free(strings);
  del_curterm(cur_term);
  return text;
}

const char *ct_key_sequence(const char *capability) {
  const char *sequence = tigetstr(capability);
  return absent(sequence) || !*sequence ? NULL : sequence;
}
