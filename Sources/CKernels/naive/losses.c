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

typedef enum { SQUARED, ABSOLUTE, HUBER } kind;

static void error(const ck_outputs *o, const float *targets, ck_loss_sums *sums, kind kind,
                  double delta) {
  for (size_t r = 0; r < o->rows; r++) {
    const float *values = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    double weight = o->weights ? o->weights[r] : 1;
    double loss = 0, absolute = 0, squares = 0, columns = (double)o->columns;
    for (size_t c = 0; c < o->row && gradient; c++) gradient[c] = 0;
    for (size_t c = 0; c < o->columns; c++) {
      double error = (double)values[c] - targets[r * o->columns + c], size = fabs(error);
      double slope = (error > 0) - (error < 0);
      absolute += size;
      squares += error * error;
      if (kind == SQUARED) {
        loss += error * error;
        slope = 2 * error;
      } else if (kind == ABSOLUTE) {
        loss += size;
      } else if (size <= delta) {
        loss += error * error / 2;
        slope = error;
      } else {
        loss += delta * (size - delta / 2);
        slope *= delta;
      }
      if (gradient) gradient[c] = (float)(slope / columns * weight * o->gradient_scale);
    }
    sums->rows_with_loss++;
    sums->loss += weight * loss / columns;
    sums->squared_error += squares / columns;
    sums->absolute_error += absolute / columns;
  }
}

void ck_naive_squared_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  error(o, targets, sums, SQUARED, 0);
}

void ck_naive_absolute_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  error(o, targets, sums, ABSOLUTE, 0);
}

void ck_naive_huber(const ck_outputs *o, const float *targets, float delta, ck_loss_sums *sums) {
  error(o, targets, sums, HUBER, delta);
}
