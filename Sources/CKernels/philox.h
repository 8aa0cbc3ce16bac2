// The ten rounds of Philox 4x32.
#ifndef PHILOX_H
#define PHILOX_H

#include "ck_random.h"

static inline void ck_philox(const ck_stream *stream, uint32_t position, uint32_t words[4]) {
  uint32_t c0 = position, c1 = stream->purpose;
  uint32_t c2 = (uint32_t)stream->index, c3 = (uint32_t)(stream->index >> 32);
  uint32_t k0 = (uint32_t)stream->seed, k1 = (uint32_t)(stream->seed >> 32);
  for (int round = 0; round < 10; round++) {
    uint64_t low = (uint64_t)0xD2511F53u * c0, high = (uint64_t)0xCD9E8D57u * c2;
    c0 = (uint32_t)(high >> 32) ^ c1 ^ k0;
    c2 = (uint32_t)(low >> 32) ^ c3 ^ k1;
    c1 = (uint32_t)high;
    c3 = (uint32_t)low;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  words[0] = c0;
  words[1] = c1;
  words[2] = c2;
  words[3] = c3;
}

#endif
