// Counter-based random numbers: Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as
// 1, 2, 3", SC 2011). A draw is a function of the key and the counter, and of nothing else.
#ifndef CK_RANDOM_H
#define CK_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/// One stream of draws: the seed is the key; purpose, index and position are the counter.
typedef struct ck_stream {
  uint64_t seed;
  uint32_t purpose;
  uint64_t index;
} ck_stream;

/// The 128 bits at `position` of a stream.
void ck_random_block(const ck_stream *_Nonnull stream, uint32_t position,
                     uint32_t words[_Nonnull 4]);

/// values[i] = a standard normal draw.
void ck_normal(float *_Nonnull values, size_t n, const ck_stream *_Nonnull stream);

/// values[i] = mean + deviation * a standard normal draw cut at two deviations (drawn again beyond).
void ck_truncated_normal(float *_Nonnull values, size_t n, const ck_stream *_Nonnull stream,
                         double mean, double deviation);

/// y[i] = x[i] + deviation * a standard normal draw, element i being draw i % 4 of the block at position
/// `first` + i / 4.
void ck_add_normal(float *_Nonnull y, const float *_Nonnull x, size_t n,
                   const ck_stream *_Nonnull stream, uint32_t first, float deviation);

/// Which elements dropout keeps: element i is word i % 4 of the block at position `first` + i / 4,
/// kept when it is not below `threshold`, which is the rate times 2^32.
typedef struct ck_dropout {
  ck_stream stream;
  uint32_t first;
  uint32_t threshold;
  float scale;  // 1 / (1 - rate)
} ck_dropout;

#endif
