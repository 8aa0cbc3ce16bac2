// One source, one machine-code version per CPU level, chosen by the loader.
#ifndef CKERNELS_CLONES_H
#define CKERNELS_CLONES_H

#if defined(__x86_64__) && defined(__GLIBC__)
#define CK_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CK_CLONES
#endif

#endif
