// Softmax cross-entropy and the squared error. Sums over rows are taken in double.

INLINE vf lane_numbers(void) {
  float numbers[LANES];
  for (int i = 0; i < LANES; i++) numbers[i] = (float)i;
  return load(numbers);
}

// Columns c ..< c + LANES of a row, with minus infinity in the place of what lies beyond the last.
INLINE vf logits_at(const float *row, size_t c, size_t columns) {
  if (c + LANES <= columns) return load(row + c);
  vf numbers = lane_numbers();
  return pick(numbers < (float)(columns - c), load(row + c), all(-INFINITY));
}

INLINE int is_first_maximum(const float *row, size_t index, float maximum) {
  if (!(row[index] >= maximum)) return 0;
  for (size_t c = 0; c < index; c++)
    if (row[c] >= maximum) return 0;
  return 1;
}

static void cross_entropy(const ck_outputs *o, const int32_t *labels, ck_loss_sums *sums) {
  // sum log s = log product s: a sum of exponentials lies in [1, columns], so that a product of 32
  // stays within a double, and one logarithm serves 32 rows.
  double product = 1, loss = 0;
  size_t factors = 0;
  for (size_t r = 0; r < o->rows; r++) {
    const float *row = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    int known = labels[r] >= 0 && (size_t)labels[r] < o->columns;
    if (!known) {
      if (gradient) memset(gradient, 0, o->row * sizeof(float));
      continue;
    }
    size_t label = (size_t)labels[r];

    vf highest = all(-INFINITY);
    for (size_t c = 0; c < o->columns; c += LANES) {
      vf x = logits_at(row, c, o->columns);
      highest = pick(x > highest, x, highest);
    }
    float maximum = largest_lane(highest);
    vf lane_sums = all(0);
    for (size_t c = 0; c < o->columns; c += LANES) {
      vf e = exponential(logits_at(row, c, o->columns) - maximum);
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
    loss += (double)maximum - row[label];
    sums->rows_with_loss++;
    sums->correct += isfinite(sum) && is_first_maximum(row, label, maximum);

    if (!gradient) continue;
    float factor = o->gradient_scale / sum;
    size_t c = 0;
    for (; c < o->columns; c += LANES) store(gradient + c, load(gradient + c) * factor);
    for (; c < o->row; c += LANES) store(gradient + c, all(0));
    gradient[label] -= o->gradient_scale;
  }
  sums->loss += loss + log(product);
}

static void squared_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums) {
  double absolute = 0, squares = 0, share = 1 / (double)o->columns;
  for (size_t r = 0; r < o->rows; r++) {
    const float *row = o->values + r * o->row;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    float factor = (float)(2 * share * o->gradient_scale);
    if (gradient) memset(gradient, 0, o->row * sizeof(float));
    for (size_t c = 0; c < o->columns; c++) {
      float error = row[c] - targets[r * o->columns + c];
      absolute += fabs((double)error);
      squares += (double)error * error;
      if (gradient) gradient[c] = error * factor;
    }
  }
  sums->rows_with_loss += o->rows;
  sums->loss += squares * share;
  sums->squared_error += squares * share;
  sums->absolute_error += absolute * share;
}
