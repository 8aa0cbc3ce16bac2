// Counts what the process asks of the heap, on all of its threads.

#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

// Whether calls are counted: not under a sanitizer, which has a heap of its own.
bool ac_is_counting(void);

// The blocks that were asked for so far.
uint64_t ac_blocks(void);

#endif
