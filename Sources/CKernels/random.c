#include "ck_random.h"
#include "philox.h"

#include <math.h>

void ck_random_block(const ck_stream *stream, uint32_t position, uint32_t words[4]) {
  ck_philox(stream, position, words);
}

// A uniform draw in (0, 1), never 0, so that its logarithm is finite.
static double open_unit(uint32_t word) { return (word + 0.5) * 0x1p-32; }

// Four standard normal draws from the block at `position` (Box and Muller, 1958).
static void four_normals(const ck_stream *stream, uint32_t position, double normals[4]) {
  uint32_t words[4];
  ck_philox(stream, position, words);
  for (int pair = 0; pair < 4; pair += 2) {
    double radius = sqrt(-2 * log(open_unit(words[pair])));
    double angle = 6.283185307179586 * open_unit(words[pair + 1]);
    normals[pair] = radius * cos(angle);
    normals[pair + 1] = radius * sin(angle);
  }
}

void ck_normal(float *values, size_t n, const ck_stream *stream) {
  double normals[4];
  for (size_t i = 0; i < n; i++) {
    if (i % 4 == 0) four_normals(stream, (uint32_t)(i / 4), normals);
    values[i] = (float)normals[i % 4];
  }
}

void ck_add_normal(float *y, const float *x, size_t n, const ck_stream *stream, uint32_t first,
                   float deviation) {
  double normals[4];
  for (size_t i = 0; i < n; i++) {
    if (i % 4 == 0) four_normals(stream, first + (uint32_t)(i / 4), normals);
    y[i] = x[i] + deviation * (float)normals[i % 4];
  }
}

void ck_truncated_normal(float *values, size_t n, const ck_stream *stream, double mean,
                         double deviation) {
  double normals[4];
  uint32_t position = 0;
  size_t filled = 0;
  while (filled < n) {
    four_normals(stream, position++, normals);
    for (int i = 0; i < 4 && filled < n; i++) {
      if (fabs(normals[i]) > 2) continue;
      values[filled++] = (float)(mean + deviation * normals[i]);
    }
  }
}
