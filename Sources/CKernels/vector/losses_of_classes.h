// Cross-entropies with weights of rows and shares of classes: smoothed, focal, binary.

// What all of them need of a row: writes exp(z - maximum) to the gradient, if any.
typedef struct {
  float maximum, sum, total;  // total: the sum of the logits
} softmax_row;

INLINE softmax_row softmax(const logits *row, size_t columns, float *gradient) {
  float maximum = largest_logit(row, columns);
  vf sums = all(0), totals = all(0);
  for (size_t c = 0; c < columns; c += LANES) {
    vf z = logits_at(row, c), e = exponential(z - maximum);
    sums += e;
    totals += c < row->whole ? z : pick(row->is_inside, z, all(0));
    if (gradient) store(gradient + c, e);
  }
  return (softmax_row){maximum, sum_of_lanes(sums), sum_of_lanes(totals)};
}

INLINE logits logits_of(const ck_outputs *o) {
  logits row = {.whole = o->columns / LANES * LANES};
  row.is_inside = lane_numbers() < (float)(o->columns - row.whole);
  return row;
}

// Takes the softmax of row r and counts it; 0, and no gradient, for a row without a label.
INLINE int begin_row(const ck_outputs *o, size_t r, int32_t label, float *gradient, logits *row,
                     softmax_row *s, ck_loss_sums *sums) {
  if (label < 0 || (size_t)label >= o->columns) {
    if (gradient) memset(gradient, 0, o->row * sizeof(float));
    return 0;
  }
  row->start = o->values + r * o->row;
  *s = softmax(row, o->columns, gradient);
  sums->rows_with_loss++;
  sums->correct +=
      isfinite(s->sum) && first_maximum(row, o->columns, s->maximum) == (size_t)label;
  return 1;
}

static void shared_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                 const ck_class_loss *how, ck_loss_sums *sums) {
  logits row = logits_of(o);
  double share = how->smoothing / (double)o->columns, rest = 1 - (double)how->smoothing;
  for (size_t r = 0; r < o->rows; r++) {
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    softmax_row s;
    if (!begin_row(o, r, labels[r], gradient, &row, &s, sums)) continue;
    size_t label = (size_t)labels[r];
    double weight = o->weights ? o->weights[r] : 1;
    double mean = share == 0 ? 0 : share * s.total;
    sums->loss += weight * (log(s.sum) + s.maximum - rest * row.start[label] - mean);
    if (!gradient) continue;
    float scale = (float)(weight * o->gradient_scale), factor = scale / s.sum;
    float less = (float)share * scale;
    size_t c = 0;
    for (; c < row.whole; c += LANES) store(gradient + c, load(gradient + c) * factor - less);
    if (c < o->columns) {
      vf inside = load(gradient + c) * factor - less;
      store(gradient + c, pick(row.is_inside, inside, all(0)));
      c += LANES;
    }
    for (; c < o->row; c += LANES) store(gradient + c, all(0));
    gradient[label] -= (float)rest * scale;
  }
}

// The loss of a share of a class, -share alpha (1 - p)^gamma log p, and p times its derivative by p.
typedef struct {
  double loss, slope;
} focal_term;

INLINE focal_term focal(const ck_class_loss *how, double share, double log_probability) {
  double rest = -expm1(log_probability), ratio = rest > 1e-12 ? log_probability / rest : -1;
  double factor = how->alpha * (how->gamma == 2 ? rest * rest : pow(rest, how->gamma));
  return (focal_term){-share * factor * log_probability,
                      share * (factor * (how->gamma * (1 - rest) * ratio - 1))};
}

static void focal_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                const ck_class_loss *how, ck_loss_sums *sums) {
  logits row = logits_of(o);
  double spread = how->smoothing / (double)o->columns;
  for (size_t r = 0; r < o->rows; r++) {
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    softmax_row s;
    if (!begin_row(o, r, labels[r], gradient, &row, &s, sums)) continue;
    size_t label = (size_t)labels[r];
    double weight = o->weights ? o->weights[r] : 1;
    double log_sum = log(s.sum) + s.maximum, loss = 0, slopes = 0;
    // Without smoothing the label's class alone has a share.
    size_t first = spread > 0 ? 0 : label, end = spread > 0 ? o->columns : label + 1;
    for (size_t c = first; c < end; c++) {
      double share = spread + (c == label ? 1 - (double)how->smoothing : 0);
      focal_term term = focal(how, share, row.start[c] - log_sum);
      loss += term.loss;
      slopes += term.slope;
    }
    sums->loss += weight * loss;
    if (!gradient) continue;
    float scale = (float)(weight * o->gradient_scale);
    float factor = (float)(-slopes / s.sum) * scale;
    size_t c = 0;
    for (; c < o->columns; c += LANES) store(gradient + c, load(gradient + c) * factor);
    for (; c < o->row; c += LANES) store(gradient + c, all(0));
    for (c = first; c < end; c++) {
      double share = spread + (c == label ? 1 - (double)how->smoothing : 0);
      gradient[c] += (float)focal(how, share, row.start[c] - log_sum).slope * scale;
    }
  }
}

static void binary_cross_entropy(const ck_outputs *o, const int32_t *labels,
                                 const ck_class_loss *how, ck_loss_sums *sums) {
  for (size_t r = 0; r < o->rows; r++) {
    double z = o->values[r * o->row], weight = o->weights ? o->weights[r] : 1;
    float *gradient = o->gradient ? o->gradient + r * o->row : NULL;
    if (gradient) memset(gradient, 0, o->row * sizeof(float));
    if (labels[r] != 0 && labels[r] != 1) continue;
    double share = (1 - (double)how->smoothing) * labels[r] + how->smoothing / 2;
    double small = exp(-fabs(z)), probability = (z < 0 ? small : 1) / (1 + small);
    sums->rows_with_loss++;
    sums->loss += weight * ((z < 0 ? 0 : z) - z * share + log1p(small));
    sums->correct += !isnan(z) && (z > 0) == labels[r];
    if (gradient) gradient[0] = (float)((probability - share) * weight * o->gradient_scale);
  }
}
