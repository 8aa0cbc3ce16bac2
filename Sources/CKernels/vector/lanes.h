// Vectors of LANES floats, and loads and stores that need no alignment. Included once per level.
#include "../tables.h"

#include <math.h>
#include <string.h>

typedef float vf __attribute__((vector_size(4 * LANES)));
typedef double vd __attribute__((vector_size(8 * LANES)));
typedef int32_t vi __attribute__((vector_size(4 * LANES)));
typedef float vf_any __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

INLINE vf load(const float *p) { return *(const vf_any *)p; }
INLINE void store(float *p, vf v) { *(vf_any *)p = v; }
INLINE vf all(float x) { return x - (vf){0}; }
INLINE vf pick(vi where, vf yes, vf no) { return (vf)((where & (vi)yes) | (~where & (vi)no)); }

// The first k < LANES floats; the other lanes are 0.
INLINE vf load_part(const float *p, size_t k) {
  float lanes[LANES] = {0};
  memcpy(lanes, p, k * sizeof(float));
  return load(lanes);
}

INLINE void store_part(float *p, vf v, size_t k) {
  float lanes[LANES];
  store(lanes, v);
  memcpy(p, lanes, k * sizeof(float));
}

INLINE vf absolute(vf x) { return (vf)((vi)x & 0x7fffffff); }
INLINE vf with_sign_of(vf x, vf sign) { return (vf)((vi)x | ((vi)sign & (vi)all(-0.0f))); }

// The lanes of v and w in turn, of their lower and of their upper halves.
#if LANES == 4
#define ZIP_LOW(v, w) __builtin_shufflevector(v, w, 0, 4, 1, 5)
#define ZIP_HIGH(v, w) __builtin_shufflevector(v, w, 2, 6, 3, 7)
#elif LANES == 8
#define ZIP_LOW(v, w) __builtin_shufflevector(v, w, 0, 8, 1, 9, 2, 10, 3, 11)
#define ZIP_HIGH(v, w) __builtin_shufflevector(v, w, 4, 12, 5, 13, 6, 14, 7, 15)
#else
#define ZIP_LOW(v, w) \
  __builtin_shufflevector(v, w, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define ZIP_HIGH(v, w) \
  __builtin_shufflevector(v, w, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#endif

// Joins the halves of v, log2(LANES) times, until every lane holds the whole.
#define FOLD(v, join)                              \
  for (int width = 1; width < LANES; width *= 2) { \
    vf low = ZIP_LOW(v, v), high = ZIP_HIGH(v, v); \
    v = join(low, high);                           \
  }

INLINE vf add(vf a, vf b) { return a + b; }
INLINE vf larger(vf a, vf b) { return pick(a > b, a, b); }
INLINE vf smaller(vf a, vf b) { return pick(a < b, a, b); }

INLINE float sum_of_lanes(vf v) {
  UNROLL FOLD(v, add) return v[0];
}

INLINE float largest_lane(vf v) {
  UNROLL FOLD(v, larger) return v[0];
}

INLINE float smallest_lane(vf v) {
  UNROLL FOLD(v, smaller) return v[0];
}

// A macro and a pointer, as no register of the smallest level holds a vd.
#define IN_DOUBLE(v) __builtin_convertvector(v, vd)

INLINE double sum_of_doubles(const vd *v) {
  double sum = 0;
  UNROLL for (int i = 0; i < LANES; i++) sum += (*v)[i];
  return sum;
}

INLINE double sum_in_double(vf v) {
  vd doubles = IN_DOUBLE(v);
  return sum_of_doubles(&doubles);
}
