#include "naive.h"

#include <math.h>

static size_t largest(const float *values, size_t n) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (values[i] > values[best]) best = i;
  return best;
}

void ck_naive_cross_entropy(const ck_outputs *o, const int32_t *labels, ck_loss_sums *sums) {
  for (size_t r = 0; r < o->rows; r++) {
    const float *logits = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    size_t predicted = largest(logits, o->columns);
    double maximum = logits[predicted], sum = 0;
    for (size_t c = 0; c < o->columns; c++) sum += exp(logits[c] - maximum);

    int known = labels[r] >= 0 && (size_t)labels[r] < o->columns;
    if (known) {
      sums->rows_with_loss++;
      sums->loss += log(sum) + maximum - logits[labels[r]];
      sums->correct += isfinite(sum) && predicted == (size_t)labels[r];
    }
    if (!gradient) continue;
    for (size_t c = 0; c < o->row; c++) gradient[c] = 0;
    if (!known) continue;
    for (size_t c = 0; c < o->columns; c++) {
      double probability = exp(logits[c] - maximum) / sum;
      gradient[c] = (float)((probability - (c == (size_t)labels[r])) * o->gradient_scale);
    }
  }
}

void ck_naive_squared_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  for (size_t r = 0; r < o->rows; r++) {
    const float *values = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    double absolute = 0, squares = 0, columns = (double)o->columns;
    for (size_t c = 0; c < o->row && gradient; c++) gradient[c] = 0;
    for (size_t c = 0; c < o->columns; c++) {
      double error = (double)values[c] - targets[r * o->columns + c];
      absolute += fabs(error);
      squares += error * error;
      if (gradient) gradient[c] = (float)(2 * error / columns * o->gradient_scale);
    }
    sums->rows_with_loss++;
    sums->loss += squares / columns;
    sums->squared_error += squares / columns;
    sums->absolute_error += absolute / columns;
  }
}
