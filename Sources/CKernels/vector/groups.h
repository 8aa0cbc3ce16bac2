// Groups of weights: their norm, and the proximal step of the group lasso.

// x - base of all members, one after another, zeros behind the last; their squared norm.
INLINE double gather_group(const ck_group *g, float *away, size_t padded) {
  for (size_t i = 0; i < g->n; i++) {
    int32_t member = g->members[i];
    away[i] = g->weights[member] - (g->base ? g->base[member] : 0);
  }
  for (size_t i = g->n; i < padded; i++) away[i] = 0;
  double squares = 0;
  for (size_t i = 0; i < padded; i += LANES) {
    vf x = load(away + i);
    squares += sum_in_double(x * x);
  }
  return squares;
}

INLINE size_t padded_group(const ck_group *g) {
  return (g->n + CK_ROW_MULTIPLE - 1) / CK_ROW_MULTIPLE * CK_ROW_MULTIPLE;
}

static double group_norm(const ck_group *g) {
  return sqrt(gather_group(g, g->scratch, padded_group(g)));
}

static void group_shrink(const ck_group *g) {
  size_t padded = padded_group(g);
  float *away = g->scratch, *threshold = g->scratch + padded;
  double squares = gather_group(g, away, padded);
  if (isnan(squares)) return;
  for (size_t i = 0; i < padded; i++)
    threshold[i] = g->squares && i < g->n ? g->squares[g->members[i]] : 0;
  vf largest = all(0);
  float excess = 0;
  for (size_t i = 0; i < padded; i += LANES) {
    vf size = all(g->rate), square = load(threshold + i), x = load(away + i);
    if (g->squares) {
      size /= g->is_inside ? square_root(square + g->epsilon) : square_root(square) + g->epsilon;
    }
    vf limit = size * g->strength;
    store(threshold + i, limit);
    largest = larger(limit, largest);
    // 0 / 0, where neither weight nor step is, is no excess.
    vf part = pick(x == 0, all(0), x / limit);
    excess += sum_of_lanes(part * part);
  }
  float norm = 0;
  if (excess > 1) {
    // Newton's method from below, where the sum is convex and every step stays below.
    norm = (float)sqrt(squares) - largest_lane(largest);
    if (norm < 0) norm = 0;
    for (int round = 0; round < 50; round++) {
      float sum = 0, slope = 0;
      for (size_t i = 0; i < padded; i += LANES) {
        vf x = load(away + i), inverse = 1.0f / (norm + load(threshold + i));
        vf part = pick(x == 0, all(0), x * inverse);
        vf square = part * part;
        sum += sum_of_lanes(square);
        slope += sum_of_lanes(pick(x == 0, all(0), square * inverse));
      }
      float next = norm + (sum - 1) / (2 * slope);
      if (!(next > norm) || isinf(next)) break;
      float rise = next - norm;
      norm = next;
      if (rise <= 1e-7f * next) break;
    }
  }
  for (size_t i = 0; i < padded; i += LANES) {
    vf kept = norm > 0 ? load(away + i) * (norm / (norm + load(threshold + i))) : all(0);
    store(away + i, kept);
  }
  for (size_t i = 0; i < g->n; i++) {
    int32_t member = g->members[i];
    g->weights[member] = (g->base ? g->base[member] : 0) + away[i];
  }
}
