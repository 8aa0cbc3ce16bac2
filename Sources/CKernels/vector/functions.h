// Exponential, hyperbolic tangent, logistic function and normal distribution on vectors.
// The coefficients are least-maximum-error fits (iteratively re-weighted least squares); the errors
// stated are those of the fit in exact arithmetic, to which a few roundings of 6e-8 come.

// exp(x) = 2^n exp(r), |r| <= ln(2)/2, fit 3e-9. 0 below -87, infinite above 88.72; NaN stays NaN.
INLINE vf exponential(vf x) {
  const float rounding = 12582912.0f;  // 1.5 * 2^23: adding it leaves the whole part in the low bits
  vf clamped = pick(x < -87.0f, all(-87.0f), x);
  clamped = pick(x > 88.72f, all(88.72f), clamped);
  vf shifted = clamped * 1.44269504f + rounding;
  vf whole = shifted - rounding;
  vf r = clamped - whole * 0.693359375f;
  r = r + whole * 2.12194440e-4f;
  vf tail = 0.00139505f * r + 0.00836891f;
  tail = tail * r + 0.04166621f;
  tail = tail * r + 0.16666519f;
  tail = tail * r + 0.50000001f;
  vf fraction = tail * r * r + r + 1.0f;
  vf result = (vf)((vi)fraction + ((vi)shifted << 23));
  result = pick(x < -87.0f, all(0), result);
  result = pick(x > 88.72f, all(INFINITY), result);
  return pick(x == x, result, x);
}

// tanh(x): an odd polynomial below 0.625 (fit 2e-9), 1 - 2 / (exp(2|x|) + 1) above.
INLINE vf hyperbolic_tangent(vf x) {
  vf size = absolute(x), square = x * x;
  vf p = -0.00557789f * square + 0.02051018f;
  p = p * square - 0.05369365f;
  p = p * square + 0.1333077f;
  p = p * square - 0.33333249f;
  vf small = x + x * square * p;
  vf large = with_sign_of(1.0f - 2.0f / (exponential(2.0f * size) + 1.0f), x);
  return pick(size < 0.625f, small, large);
}

INLINE vf logistic(vf x) { return 1.0f / (1.0f + exponential(-x)); }

// log(1 + exp(z)) = max(z, 0) + log1p(u), u = exp(-|z|), log1p(u) = 2 artanh(u / (2 + u)): seven terms
// of its series at most 1/3 leave 1e-8.
INLINE vf softplus_of(vf z) {
  vf u = exponential(-absolute(z));
  vf s = u / (2.0f + u), square = s * s;
  vf p = 0.0769230769f * square + 0.0909090909f;
  p = p * square + 0.111111111f;
  p = p * square + 0.142857143f;
  p = p * square + 0.2f;
  p = p * square + 0.333333333f;
  return pick(z < 0, all(0), z) + 2.0f * (s + s * square * p);
}

// The standard normal's distribution at z, given density = exp(-z^2 / 2): half of
// erfc(|z|/sqrt 2) = density * P(1 / (1 + 0.45 |z|/sqrt 2)), fit 1e-9.
INLINE vf normal_distribution(vf z, vf density) {
  vf t = 1.0f / (1.0f + 0.318198052f * absolute(z));
  vf p = 0.0914441124f * t - 0.487749456f;
  p = p * t + 0.841877226f;
  p = p * t - 0.355482955f;
  p = p * t + 0.444066768f;
  p = p * t + 0.208618947f;
  p = p * t + 0.257004998f;
  p = p * t + 0.000220359396f;
  vf tail = 0.5f * p * density;
  return pick(z < 0, tail, 1.0f - tail);
}
