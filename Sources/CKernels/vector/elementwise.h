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

// Klambauer et al., 2017; the second is the first times alpha.
static const float selu_scale = 1.05070099f, selu_floor = 1.75809934f;

INLINE vf selu_of(vf z) { return pick(z > 0, selu_scale * z, selu_floor * (exponential(z) - 1.0f)); }

INLINE vf silu_derivative(vf z) {
  vf s = logistic(z);
  return s * (1.0f + z * (1.0f - s));
}

ELEMENTWISE(relu, positive_part(x))
ELEMENTWISE(tangent, hyperbolic_tangent(x))
ELEMENTWISE(sigmoid, logistic(x))
ELEMENTWISE(gelu, gelu_of(x))
ELEMENTWISE(leaky_relu, pick(x > 0, x, 0.2f * x))
ELEMENTWISE(elu, pick(x > 0, x, exponential(x) - 1.0f))
ELEMENTWISE(selu, selu_of(x))
ELEMENTWISE(silu, x * logistic(x))
ELEMENTWISE(softplus, softplus_of(x))
ELEMENTWISE(relu_backward, pick(x > 0, d, all(0)))
ELEMENTWISE(tangent_backward, d * (1.0f - x * x))
ELEMENTWISE(sigmoid_backward, d * (x * (1.0f - x)))
ELEMENTWISE(gelu_backward, d * gelu_derivative(x))
ELEMENTWISE(leaky_relu_backward, pick(x > 0, d, 0.2f * d))
ELEMENTWISE(elu_backward, pick(x > 0, d, d * (x + 1.0f)))
ELEMENTWISE(selu_backward, d * pick(x > 0, all(selu_scale), x + selu_floor))
ELEMENTWISE(silu_backward, d * silu_derivative(x))
ELEMENTWISE(softplus_backward, d * (1.0f - exponential(-x)))
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
