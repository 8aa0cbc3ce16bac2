// 8 lanes: processors of the level x86-64-v3.
#if defined(__x86_64__)
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push( \
    __attribute__((target("arch=x86-64-v3"), min_vector_width(256))), apply_to = function)
#define LANES 8
#define TILE_ROWS 6
#define TABLE ck_avx2
#define LEVEL CK_AVX2
#include "table.h"
#pragma clang attribute pop
#endif
