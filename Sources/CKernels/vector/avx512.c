// 16 lanes: processors of the level x86-64-v4.
#if defined(__x86_64__)
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push( \
    __attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
#define LANES 16
#define TILE_ROWS 8
#define TABLE ck_avx512
#define LEVEL CK_AVX512
#include "table.h"
#pragma clang attribute pop
#endif
