// Softmax cross-entropy and the squared error. Sums over rows are taken in double.

// The numbers of the lanes, 0 to LANES - 1.
INLINE vf lane_numbers(void) {
  vf numbers;
  UNROLL for (int i = 0; i < LANES; i++) numbers[i] = (float)i;
  return numbers;
}

// A row of logits in whole vectors; what lies beyond its last column reads as minus infinity.
typedef struct {
  const float *start;
  size_t whole;  // columns in whole vectors
  vi is_inside;  // the lanes of the vector behind them
} logits;

INLINE vf logits_at(const logits *row, size_t c) {
  vf x = load(row->start + c);
  return c < row->whole ? x : pick(row->is_inside, x, all(-INFINITY));
}

INLINE float largest_logit(const logits *row, size_t columns) {
  vf largest = all(-INFINITY);
  for (size_t c = 0; c < columns; c += LANES) largest = larger(logits_at(row, c), largest);
  return largest_lane(largest);
}

// The first column that reaches the maximum; `columns` when none does, as with NaN.
INLINE size_t first_maximum(const logits *row, size_t columns, float maximum) {
  for (size_t c = 0; c < columns; c += LANES) {
    vf numbers = pick(logits_at(row, c) >= maximum, lane_numbers(), all(LANES));
    size_t lane = (size_t)smallest_lane(numbers);
    if (lane < LANES) return c + lane;
  }
  return columns;
}

static void cross_entropy(const ck_outputs *o, const int32_t *labels, ck_loss_sums *sums) {
  // sum log s = log product s: a sum of exponentials lies in [1, columns], so that a product of 32
  // stays within a double, and one logarithm serves 32 rows.
  double product = 1, loss = 0;
  size_t factors = 0;
  logits row = {.whole = o->columns / LANES * LANES};
  row.is_inside = lane_numbers() < (float)(o->columns - row.whole);
  for (size_t r = 0; r < o->rows; r++) {
    row.start = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    int known = labels[r] >= 0 && (size_t)labels[r] < o->columns;
    if (!known) {
      if (gradient) memset(gradient, 0, o->row * sizeof(float));
      continue;
    }
    size_t label = (size_t)labels[r];
    float maximum = largest_logit(&row, o->columns);
    vf lane_sums = all(0);
    for (size_t c = 0; c < o->columns; c += LANES) {
      vf e = exponential(logits_at(&row, c) - maximum);
      lane_sums += e;
      if (gradient) store(gradient + c, e);
    }
    float sum = sum_of_lanes(lane_sums);

    product *= sum;
    if (++factors == 32) {
      loss += log(product);
      product = 1;
      factors = 0;
    }
    loss += (double)maximum - row.start[label];
    sums->rows_with_loss++;
    sums->correct += isfinite(sum) && first_maximum(&row, o->columns, maximum) == label;

    if (!gradient) continue;
    float factor = o->gradient_scale / sum;
    size_t c = 0;
    for (; c < o->columns; c += LANES) store(gradient + c, load(gradient + c) * factor);
    for (; c < o->row; c += LANES) store(gradient + c, all(0));
    gradient[label] -= o->gradient_scale;
  }
  sums->loss += loss + log(product);
}

typedef enum { SQUARED, ABSOLUTE, HUBER } error_kind;

INLINE void error_loss(const ck_outputs *o, const float *targets, ck_loss_sums *sums,
                       const error_kind kind, float delta) {
  double loss = 0, absolute = 0, squares = 0, share = 1 / (double)o->columns;
  for (size_t r = 0; r < o->rows; r++) {
    const float *row = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    double weight = o->weights ? o->weights[r] : 1;
    float factor = (float)(share * weight * o->gradient_scale);
    double row_squares = 0, row_absolute = 0, row_loss = 0;
    if (gradient) memset(gradient, 0, o->row * sizeof(float));
    for (size_t c = 0; c < o->columns; c++) {
      float error = row[c] - targets[r * o->columns + c], size = fabsf(error);
      float sign = (float)((error > 0) - (error < 0)), slope = 2 * error;
      row_absolute += size;
      row_squares += (double)error * error;
      if (kind == ABSOLUTE) slope = sign;
      if (kind == HUBER) {
        slope = size <= delta ? error : sign * delta;
        row_loss += size <= delta ? 0.5 * error * error : delta * ((double)size - 0.5 * delta);
      }
      if (gradient) gradient[c] = slope * factor;
    }
    loss += weight * (kind == SQUARED ? row_squares : kind == ABSOLUTE ? row_absolute : row_loss);
    squares += row_squares;
    absolute += row_absolute;
  }
  sums->rows_with_loss += o->rows;
  sums->loss += loss * share;
  sums->squared_error += squares * share;
  sums->absolute_error += absolute * share;
}

static void squared_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  error_loss(o, targets, sums, SQUARED, 0);
}

static void absolute_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  error_loss(o, targets, sums, ABSOLUTE, 0);
}

static void huber(const ck_outputs *o, const float *targets, float delta, ck_loss_sums *sums) {
  error_loss(o, targets, sums, HUBER, delta);
}
