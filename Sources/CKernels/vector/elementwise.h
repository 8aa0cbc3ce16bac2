// Activations and their derivatives.

// target[i] = expression of x = source[i] and d = target[i]: whole vectors, then a part of one.
#define ELEMENTWISE(name, expression)                              \
  static void name(float *target, const float *source, size_t n) { \
    size_t i = 0;                                                  \
    for (; i + LANES <= n; i += LANES) {                           \
      vf x = load(source + i), d = load(target + i);               \
      (void)d;                                                     \
      store(target + i, expression);                               \
    }                                                              \
    if (i < n) {                                                   \
      vf x = load_part(source + i, n - i);                         \
      vf d = load_part(target + i, n - i);                         \
      (void)d;                                                     \
      store_part(target + i, expression, n - i);                   \
    }                                                              \
  }

INLINE vf positive_part(vf x) { return pick(x < 0, all(0), x); }

INLINE vf gelu_of(vf z) { return z * normal_distribution(z, exponential(-0.5f * z * z)); }

INLINE vf gelu_derivative(vf z) {
  vf density = exponential(-0.5f * z * z);
  return normal_distribution(z, density) + z * density * 0.398942280f;
}

ELEMENTWISE(relu, positive_part(x))
ELEMENTWISE(tangent, hyperbolic_tangent(x))
ELEMENTWISE(sigmoid, logistic(x))
ELEMENTWISE(gelu, gelu_of(x))
ELEMENTWISE(relu_backward, pick(x > 0, d, all(0)))
ELEMENTWISE(tangent_backward, d * (1.0f - x * x))
ELEMENTWISE(sigmoid_backward, d * (x * (1.0f - x)))
ELEMENTWISE(gelu_backward, d * gelu_derivative(x))
ELEMENTWISE(exponentials, exponential(x))
#undef ELEMENTWISE

static void add_to(float *sums, const float *values, size_t n) {
  size_t i = 0;
  for (; i + LANES <= n; i += LANES) store(sums + i, load(sums + i) + load(values + i));
  for (; i < n; i++) sums[i] += values[i];
}

static void dropout(float *y, const float *x, size_t n, const ck_dropout *dropout) {
  for (size_t i = 0; i < n; i += 4) {
    uint32_t words[4];
    ck_philox(&dropout->stream, dropout->first + (uint32_t)(i / 4), words);
    size_t end = n - i < 4 ? n - i : 4;
    for (size_t j = 0; j < end; j++)
      y[i + j] = words[j] >= dropout->threshold ? x[i + j] * dropout->scale : 0;
  }
}
