// Element-wise and reduction kernels in single precision, dispatched by CPU at load time.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// y[i] += k * x[i] for i in 0 ..< n. The arrays do not overlap.
void ck_axpy(float *restrict y, const float *restrict x, float k, size_t n);

#endif
