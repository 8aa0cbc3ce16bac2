#include "naive.h"

#include <string.h>

void ck_naive_product(const ck_product *p) {
  for (size_t r = 0; r < p->rows; r++) {
    for (size_t c = 0; c < p->columns; c++) {
      float *target = &p->c[r * p->c_row + c];
      double sum = p->adds ? *target : p->bias ? p->bias[c] : 0;
      for (size_t k = 0; k < p->depth; k++)
        sum += (double)p->a[r * p->a_row + k * p->a_column] * p->b[k * p->b_row + c];
      *target = p->relu && sum < 0 ? 0 : (float)sum;
    }
  }
}

void ck_naive_product_of_rows(const ck_product *p) {
  size_t padded = (p->columns + CK_ROW_MULTIPLE - 1) / CK_ROW_MULTIPLE * CK_ROW_MULTIPLE;
  for (size_t r = 0; r < p->rows; r++) {
    for (size_t c = 0; c < padded; c++) {
      double sum = 0;
      for (size_t k = 0; c < p->columns && k < p->depth; k++)
        sum += (double)p->a[r * p->a_row + k] * p->b[c * p->b_row + k];
      p->c[r * p->c_row + c] = (float)sum;
    }
  }
}

void ck_naive_transpose(float *target, size_t target_row, const float *source, size_t source_row,
                        size_t rows, size_t columns) {
  size_t padded = (rows + CK_ROW_MULTIPLE - 1) / CK_ROW_MULTIPLE * CK_ROW_MULTIPLE;
  for (size_t c = 0; c < columns; c++)
    for (size_t r = 0; r < padded; r++)
      target[c * target_row + r] = r < rows ? source[r * source_row + c] : 0;
}

void ck_naive_column_sums(float *sums, const float *matrix, size_t row, size_t rows,
                          size_t columns) {
  for (size_t c = 0; c < columns; c++) {
    double sum = 0;
    for (size_t r = 0; r < rows; r++) sum += matrix[r * row + c];
    sums[c] = (float)sum;
  }
}

void ck_naive_gather_rows(float *target, const float *source, const int32_t *indices, size_t count,
                          size_t width) {
  for (size_t i = 0; i < count; i++)
    memcpy(target + i * width, source + (size_t)indices[i] * width, width * sizeof(float));
}

void ck_naive_add(float *sums, const float *values, size_t n) {
  for (size_t i = 0; i < n; i++) sums[i] += values[i];
}

size_t ck_naive_count_zeros(const float *values, size_t n) {
  size_t zeros = 0;
  for (size_t i = 0; i < n; i++) zeros += values[i] == 0;
  return zeros;
}
