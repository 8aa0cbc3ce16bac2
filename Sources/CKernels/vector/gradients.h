// What happens to gradients in front of a rule, and to means of weights behind it.

static void penalise(float *gradients, const float *weights, size_t n, const ck_penalty *penalty) {
  vf l1 = all(penalty->gradient_l1);
  const float *base = penalty->base;
  size_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    vf x = load(weights + i);
    if (base) x -= load(base + i);
    store(gradients + i, load(gradients + i) + (sign_of(x, l1) + penalty->twice_l2 * x));
  }
  for (; i < n; i++) {
    float x = weights[i] - (base ? base[i] : 0);
    float sign = (float)((x > 0) - (x < 0));
    gradients[i] += penalty->gradient_l1 * sign + penalty->twice_l2 * x;
  }
}

static double sum_of_squares(const float *values, size_t n) {
  vf sums = all(0);
  size_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    vf x = load(values + i);
    sums += x * x;
  }
  double sum = sum_in_double(sums);
  for (; i < n; i++) sum += (double)values[i] * values[i];
  return sum;
}

static void scale_by(float *values, size_t n, float factor) {
  for (size_t i = 0; i < n; i++) values[i] *= factor;
}

static void clamp_to(float *values, size_t n, float limit) {
  for (size_t i = 0; i < n; i++) {
    float x = values[i];
    x = x > limit ? limit : x;
    values[i] = x < -limit ? -limit : x;
  }
}

static void blend(float *means, const float *values, size_t n, float gain) {
  size_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    vf mean = load(means + i);
    store(means + i, mean + gain * (load(values + i) - mean));
  }
  for (; i < n; i++) means[i] += gain * (values[i] - means[i]);
}

static void max_norm(float *weights, size_t row, size_t rows, float limit) {
  for (size_t c = 0; c < row; c += LANES) {
    vf squares = all(0);
    for (size_t r = 0; r < rows; r++) {
      vf w = load(weights + r * row + c);
      squares += w * w;
    }
    vf norm = square_root(squares);
    vf factor = pick(norm > limit, limit / (1e-7f + norm), all(1));
    for (size_t r = 0; r < rows; r++) {
      store(weights + r * row + c, load(weights + r * row + c) * factor);
    }
  }
}
