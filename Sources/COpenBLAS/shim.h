// Matrix products. The header of OpenBLAS itself: it also declares openblas_set_num_threads.
#include <cblas.h>
