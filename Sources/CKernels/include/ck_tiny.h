// How a thread takes numbers that are too small for full precision.
#ifndef CK_TINY_H
#define CK_TINY_H

#include <stdint.h>

/// Has this thread take numbers below 2^-126 for zero, as operands and as results; returns what
/// ck_tiny_restore takes.
///
/// A mean of squared gradients that is fed no more halves every 700 steps until it is that small,
/// and processors then need many times as long for its root and its quotient.
static inline uint64_t ck_tiny_to_zero(void) {
#if defined(__x86_64__)
  uint32_t before = __builtin_ia32_stmxcsr();
  __builtin_ia32_ldmxcsr(before | 0x8040);  // results to zero, operands are zero
  return before;
#elif defined(__aarch64__)
  uint64_t before;
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  __asm__ volatile("msr fpcr, %0" : : "r"(before | (UINT64_C(1) << 24)) : "memory");
  return before;
#else
  return 0;
#endif
}

/// Has this thread take them as before.
static inline void ck_tiny_restore(uint64_t before) {
#if defined(__x86_64__)
  __builtin_ia32_ldmxcsr((uint32_t)before);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(before) : "memory");
#else
  (void)before;
#endif
}

#endif
