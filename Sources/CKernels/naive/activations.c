#include "../philox.h"
#include "naive.h"

#include <math.h>

void ck_naive_relu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = z[i] < 0 ? 0 : z[i];
}

void ck_naive_tanh(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = (float)tanh(z[i]);
}

void ck_naive_sigmoid(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = (float)(1 / (1 + exp(-(double)z[i])));
}

void ck_naive_gelu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = (float)(0.5 * z[i] * erfc(-z[i] * M_SQRT1_2));
}

void ck_naive_leaky_relu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = z[i] > 0 ? z[i] : 0.2f * z[i];
}

void ck_naive_elu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = z[i] > 0 ? z[i] : (float)expm1(z[i]);
}

// The constants keep mean and variance of a standard normal input (Klambauer et al., 2017).
static const double selu_scale = 1.0507009873554805, selu_alpha = 1.6732632423543772;

void ck_naive_selu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++)
    y[i] = (float)(selu_scale * (z[i] > 0 ? z[i] : selu_alpha * expm1(z[i])));
}

void ck_naive_silu(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = (float)(z[i] / (1 + exp(-(double)z[i])));
}

void ck_naive_softplus(float *y, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++)
    y[i] = (float)((z[i] < 0 ? 0 : z[i]) + log1p(exp(-fabs((double)z[i]))));
}

void ck_naive_relu_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = y[i] > 0 ? d[i] : 0;
}

void ck_naive_tanh_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = (float)(d[i] * (1 - (double)y[i] * y[i]));
}

void ck_naive_sigmoid_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = (float)(d[i] * ((double)y[i] * (1 - (double)y[i])));
}

// gelu'(z) = Phi(z) + z phi(z), the normal distribution's function and density.
void ck_naive_gelu_backward(float *d, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) {
    double x = z[i];
    double density = 0.5 * M_2_SQRTPI * M_SQRT1_2 * exp(-0.5 * x * x);
    d[i] = (float)(d[i] * (0.5 * erfc(-x * M_SQRT1_2) + x * density));
  }
}

void ck_naive_leaky_relu_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = y[i] > 0 ? d[i] : 0.2f * d[i];
}

void ck_naive_elu_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = y[i] > 0 ? d[i] : (float)(d[i] * (y[i] + 1.0));
}

void ck_naive_selu_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++)
    d[i] = (float)(d[i] * (y[i] > 0 ? selu_scale : y[i] + selu_scale * selu_alpha));
}

void ck_naive_silu_backward(float *d, const float *z, size_t n) {
  for (size_t i = 0; i < n; i++) {
    double s = 1 / (1 + exp(-(double)z[i]));
    d[i] = (float)(d[i] * (s * (1 + z[i] * (1 - s))));
  }
}

// softplus'(z) is the logistic function of z, which is 1 - exp(-y).
void ck_naive_softplus_backward(float *d, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) d[i] = (float)(d[i] * -expm1(-(double)y[i]));
}

void ck_naive_exponential(float *y, const float *x, size_t n) {
  for (size_t i = 0; i < n; i++) y[i] = (float)exp((double)x[i]);
}

void ck_naive_dropout(float *y, const float *x, size_t n, const ck_dropout *dropout) {
  uint32_t words[4] = {0, 0, 0, 0};
  for (size_t i = 0; i < n; i++) {
    if (i % 4 == 0) ck_philox(&dropout->stream, dropout->first + (uint32_t)(i / 4), words);
    y[i] = words[i % 4] >= dropout->threshold ? x[i] * dropout->scale : 0;
  }
}
