#include "ck_random.h"
#include "philox.h"

#include <math.h>

void ck_random_block(const ck_stream *stream, uint32_t position, uint32_t words[4]) {
  ck_philox(stream, position, words);
}

// A uniform draw in (0, 1), never 0, so that its logarithm is finite.
static double open_unit(uint32_t word) { return (word + 0.5) * 0x1p-32; }

void ck_truncated_normal(float *values, size_t n, const ck_stream *stream, double mean,
                         double deviation) {
  uint32_t position = 0;
  size_t filled = 0;
  while (filled < n) {
    uint32_t words[4];
    ck_philox(stream, position++, words);
    for (int pair = 0; pair < 4; pair += 2) {  // Box-Muller
      double radius = sqrt(-2 * log(open_unit(words[pair])));
      double angle = 6.283185307179586 * open_unit(words[pair + 1]);
      double normals[2] = {radius * cos(angle), radius * sin(angle)};
      for (int i = 0; i < 2 && filled < n; i++) {
        if (fabs(normals[i]) > 2) continue;
        values[filled++] = (float)(mean + deviation * normals[i]);
      }
    }
  }
}
