// Vectors of LANES floats, and loads and stores that need no alignment. Included once per level.
#include "../tables.h"

#include <math.h>
#include <string.h>

typedef float vf __attribute__((vector_size(4 * LANES)));
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

INLINE float sum_of_lanes(vf v) {
  float lanes[LANES];
  store(lanes, v);
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
  return lanes[0];
}

INLINE float largest_lane(vf v) {
  float lanes[LANES];
  store(lanes, v);
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++)
      if (lanes[i + half] > lanes[i]) lanes[i] = lanes[i + half];
  return lanes[0];
}

INLINE double sum_in_double(vf v) {
  float lanes[LANES];
  store(lanes, v);
  double sum = 0;
  for (int i = 0; i < LANES; i++) sum += lanes[i];
  return sum;
}
