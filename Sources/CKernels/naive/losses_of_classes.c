#include "naive.h"

#include <math.h>

// The loss of one class with probability p, without its share, and p times its derivative by p.
typedef struct {
  double loss, slope;
} part;

typedef part term(const ck_class_loss *how, double log_probability);

static part plain(const ck_class_loss *how, double log_probability) {
  (void)how;
  return (part){-log_probability, -1};
}

static part focal(const ck_class_loss *how, double log_probability) {
  double rest = -expm1(log_probability);
  double factor = how->alpha * pow(rest, how->gamma);
  double ratio = rest > 1e-12 ? log_probability / rest : -1;
  return (part){-factor * log_probability,
                factor * (how->gamma * exp(log_probability) * ratio - 1)};
}

static void classes(const ck_outputs *o, const int32_t *labels, const ck_class_loss *how,
                    ck_loss_sums *sums, term *term) {
  for (size_t r = 0; r < o->rows; r++) {
    const float *logits = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    double weight = o->weights ? o->weights[r] : 1;
    for (size_t c = 0; c < o->row && gradient; c++) gradient[c] = 0;
    if (labels[r] < 0 || (size_t)labels[r] >= o->columns) continue;

    size_t predicted = 0, label = (size_t)labels[r];
    for (size_t c = 1; c < o->columns; c++)
      if (logits[c] > logits[predicted]) predicted = c;
    double maximum = logits[predicted], sum = 0, slopes = 0;
    for (size_t c = 0; c < o->columns; c++) sum += exp(logits[c] - maximum);
    double log_sum = log(sum) + maximum;
    for (size_t c = 0; c < o->columns; c++) {
      double share = how->smoothing / (double)o->columns;
      if (c == label) share += 1 - how->smoothing;
      if (share == 0) continue;
      part part = term(how, logits[c] - log_sum);
      sums->loss += weight * share * part.loss;
      slopes += share * part.slope;
    }
    sums->rows_with_loss++;
    sums->correct += isfinite(sum) && predicted == label;
    for (size_t c = 0; c < o->columns && gradient; c++) {
      double share = how->smoothing / (double)o->columns;
      if (c == label) share += 1 - how->smoothing;
      double slope = share == 0 ? 0 : share * term(how, logits[c] - log_sum).slope;
      gradient[c] =
          (float)((slope - exp(logits[c] - log_sum) * slopes) * weight * o->gradient_scale);
    }
  }
}

void ck_naive_shared_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                   const ck_class_loss *how, ck_loss_sums *sums) {
  classes(o, labels, how, sums, plain);
}

void ck_naive_focal_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                  const ck_class_loss *how, ck_loss_sums *sums) {
  classes(o, labels, how, sums, focal);
}

void ck_naive_binary_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                   const ck_class_loss *how, ck_loss_sums *sums) {
  for (size_t r = 0; r < o->rows; r++) {
    double z = o->values[r * o->row], weight = o->weights ? o->weights[r] : 1;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    for (size_t c = 0; c < o->row && gradient; c++) gradient[c] = 0;
    if (labels[r] != 0 && labels[r] != 1) continue;
    double share = (1 - how->smoothing) * labels[r] + how->smoothing / 2;
    sums->rows_with_loss++;
    sums->loss += weight * ((z < 0 ? 0 : z) - z * share + log1p(exp(-fabs(z))));
    sums->correct += !isnan(z) && (z > 0) == labels[r];
    if (gradient) gradient[0] = (float)((1 / (1 + exp(-z)) - share) * weight * o->gradient_scale);
  }
}
