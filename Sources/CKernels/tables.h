// The versions of the kernels that are built for this processor family.
#ifndef TABLES_H
#define TABLES_H

#include "CKernels.h"

extern const ck_kernels ck_naive, ck_baseline;
#if defined(__x86_64__)
extern const ck_kernels ck_avx2, ck_avx512;
#endif

#endif
