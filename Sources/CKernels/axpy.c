#include "CKernels.h"
#include "clones.h"

CK_CLONES void ck_axpy(float *restrict y, const float *restrict x, float k, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] += k * x[i];
}
