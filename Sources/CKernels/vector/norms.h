// Normalisation of rows, and of the columns of a batch.

// The columns from c on of a row of inputs; lanes behind the last are 0.
INLINE vf columns_at(const float *row, size_t c, size_t columns) {
  if (c + LANES <= columns) return load(row + c);
  return c < columns ? load_part(row + c, columns - c) : all(0);
}

INLINE vi lanes_inside(size_t c, size_t columns) {
  return lane_numbers() < (float)(columns > c ? columns - c : 0);
}

INLINE int is_part(const ck_norm *n, size_t row) {
  return !n->lengths || row % n->steps < (size_t)n->lengths[row / n->steps];
}

static void layer_norm_forward(const ck_norm *n) {
  for (size_t r = 0; r < n->rows; r++) {
    const float *x = n->x + r * n->x_row;
    vf sums = all(0), squares = all(0);
    for (size_t c = 0; c < n->columns; c += LANES) sums += columns_at(x, c, n->columns);
    float mean = sum_of_lanes(sums) / (float)n->columns;
    for (size_t c = 0; c < n->columns; c += LANES) {
      vf away = columns_at(x, c, n->columns) - mean;
      squares += pick(lanes_inside(c, n->columns), away * away, all(0));
    }
    float inverse = 1 / sqrtf(sum_of_lanes(squares) / (float)n->columns + n->epsilon);
    n->mean[r] = mean;
    n->inverse[r] = inverse;
    float *y = n->y + r * n->y_row;
    for (size_t c = 0; c < n->y_row; c += LANES) {
      vf away = (columns_at(x, c, n->columns) - mean) * inverse;
      store(y + c, pick(lanes_inside(c, n->columns), away * load(n->gamma + c) + load(n->beta + c), all(0)));
    }
  }
}

static void layer_norm_backward(const ck_norm *n) {
  memset(n->dgamma, 0, n->y_row * sizeof(float));
  memset(n->dbeta, 0, n->y_row * sizeof(float));
  float share = 1 / (float)n->columns;
  for (size_t r = 0; r < n->rows; r++) {
    const float *x = n->x + r * n->x_row, *dy = n->dy + r * n->y_row;
    vf slopes = all(0), tilts = all(0);
    for (size_t c = 0; c < n->columns; c += LANES) {
      // Behind the columns dy is 0.
      vf away = (columns_at(x, c, n->columns) - n->mean[r]) * n->inverse[r], d = load(dy + c);
      vf scaled = d * load(n->gamma + c);
      store(n->dgamma + c, load(n->dgamma + c) + d * away);
      store(n->dbeta + c, load(n->dbeta + c) + d);
      slopes += scaled;
      tilts += scaled * away;
    }
    if (!n->dx) continue;
    float slope = sum_of_lanes(slopes) * share, tilt = sum_of_lanes(tilts) * share;
    float *dx = n->dx + r * n->x_row;
    for (size_t c = 0; c < n->x_row; c += LANES) {
      vf away = (columns_at(x, c, n->columns) - n->mean[r]) * n->inverse[r];
      vf whole = (load(dy + c) * load(n->gamma + c) - slope - away * tilt) * n->inverse[r];
      store(dx + c, pick(lanes_inside(c, n->columns), whole, all(0)));
    }
  }
}

static void batch_moments(const ck_norm *n, float *variance) {
  size_t count = 0;
  for (size_t r = 0; r < n->rows; r++) count += (size_t)is_part(n, r);
  float share = count > 0 ? 1 / (float)count : 0;
  for (size_t c = 0; c < n->y_row; c += LANES) {
    vf sums = all(0), squares = all(0);
    for (size_t r = 0; r < n->rows; r++)
      if (is_part(n, r)) sums += columns_at(n->x + r * n->x_row, c, n->columns);
    vf mean = sums * share;
    for (size_t r = 0; r < n->rows; r++) {
      if (!is_part(n, r)) continue;
      vf away = columns_at(n->x + r * n->x_row, c, n->columns) - mean;
      squares += away * away;
    }
    store(n->mean + c, mean);
    store(variance + c, squares * share);
  }
}

static void batch_norm_forward(const ck_norm *n) {
  for (size_t c = 0; c < n->y_row; c += LANES) {
    vf mean = load(n->mean + c), beta = load(n->beta + c);
    vf factor = load(n->inverse + c) * load(n->gamma + c);
    vi inside = lanes_inside(c, n->columns);
    for (size_t r = 0; r < n->rows; r++) {
      vf y = (columns_at(n->x + r * n->x_row, c, n->columns) - mean) * factor + beta;
      store(n->y + r * n->y_row + c, pick(inside, y, all(0)));
    }
  }
}

static void batch_norm_backward(const ck_norm *n) {
  size_t count = 0;
  for (size_t r = 0; r < n->rows; r++) count += (size_t)is_part(n, r);
  float share = count > 0 && !n->is_fixed ? 1 / (float)count : 0;
  for (size_t c = 0; c < n->y_row; c += LANES) {
    vf mean = load(n->mean + c), inverse = load(n->inverse + c);
    vi inside = lanes_inside(c, n->columns);
    vf dgamma = all(0), dbeta = all(0);
    for (size_t r = 0; r < n->rows; r++) {
      if (!is_part(n, r)) continue;
      vf away = (columns_at(n->x + r * n->x_row, c, n->columns) - mean) * inverse;
      vf d = load(n->dy + r * n->y_row + c);
      dgamma += d * away;
      dbeta += d;
    }
    dgamma = pick(inside, dgamma, all(0));
    dbeta = pick(inside, dbeta, all(0));
    store(n->dgamma + c, dgamma);
    store(n->dbeta + c, dbeta);
    if (!n->dx) continue;
    vf factor = load(n->gamma + c) * inverse;
    for (size_t r = 0; r < n->rows; r++) {
      vf slope = all(0);
      if (is_part(n, r)) {
        vf away = (columns_at(n->x + r * n->x_row, c, n->columns) - mean) * inverse;
        slope = (load(n->dy + r * n->y_row + c) - (dbeta + away * dgamma) * share) * factor;
      }
      store(n->dx + r * n->x_row + c, pick(inside, slope, all(0)));
    }
  }
}
