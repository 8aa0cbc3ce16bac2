#include "CKernels.h"
#include "tables.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__)
#define RUNS(level) (__builtin_cpu_init(), __builtin_cpu_supports(level))
#endif

const ck_kernels *ck_kernels_of_level(ck_level level) {
  switch (level) {
    case CK_NAIVE: return &ck_naive;
    case CK_BASELINE: return &ck_baseline;
#if defined(__x86_64__)
    case CK_AVX2: return RUNS("x86-64-v3") ? &ck_avx2 : NULL;
    case CK_AVX512: return RUNS("x86-64-v4") ? &ck_avx512 : NULL;
#endif
    default: return NULL;
  }
}

static const ck_kernels *selected = &ck_baseline;

// Runs before main, so that no thread ever sees the choice change.
__attribute__((constructor)) static void select_kernels(void) {
  static const char *const names[] = {"naive", "baseline", "avx2", "avx512"};
  const char *wanted = getenv("RIDGELINE_KERNELS");
  for (int level = CK_NAIVE; level <= CK_AVX512; level++) {
    const ck_kernels *kernels = ck_kernels_of_level((ck_level)level);
    if (!kernels) continue;
    if (wanted && strcmp(wanted, names[level]) == 0) {
      selected = kernels;
      return;
    }
    if (level >= CK_BASELINE) selected = kernels;
  }
}

const ck_kernels *ck_kernels_selected(void) { return selected; }
