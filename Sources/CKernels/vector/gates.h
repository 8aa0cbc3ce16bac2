// The gates of recurrent layers: one step, forward and backward. Formulas: see naive/gates.c.

INLINE vf gradient_of_state(const ck_gates *g, size_t i) {
  vf d = g->above ? load(g->above + i) : all(0);
  return g->through ? d + load(g->through + i) : d;
}

#define EACH_VECTOR(gate_count)                                                    \
  for (size_t row = 0; row < g->rows; row++)                                       \
    for (size_t c = 0, i = row * g->width, j = i * (gate_count); c < g->width;     \
         c += LANES, i += LANES, j += LANES)

static void rnn_forward(const ck_gates *g) {
  EACH_VECTOR(1) store(g->state + i, hyperbolic_tangent(load(g->gates + j) + load(g->recurrent + j)));
}

static void rnn_backward(const ck_gates *g) {
  EACH_VECTOR(1) {
    vf h = load(g->state + i);
    store(g->gates + j, gradient_of_state(g, i) * (1.0f - h * h));
  }
}

static void gru_forward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j;
    const float *u = g->recurrent + j;
    vf z = logistic(load(x) + load(u)), r = logistic(load(x + w) + load(u + w));
    vf h = hyperbolic_tangent(load(x + 2 * w) + r * load(u + 2 * w));
    store(x, z);
    store(x + w, r);
    store(x + 2 * w, h);
    store(g->state + i, h + z * (load(g->previous + i) - h));
  }
}

static void gru_backward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j, *u = g->recurrent + j;
    vf z = load(x), r = load(x + w), h = load(x + 2 * w);
    vf d = gradient_of_state(g, i) + load(g->carry + i);
    vf dz = d * (load(g->previous + i) - h) * (z * (1.0f - z));
    vf dh = d * (1.0f - z) * (1.0f - h * h);
    vf dr = dh * load(u + 2 * w) * (r * (1.0f - r));
    store(x, dz);
    store(x + w, dr);
    store(x + 2 * w, dh);
    store(u, dz);
    store(u + w, dr);
    store(u + 2 * w, dh * r);
    store(g->carry + i, d * z);
  }
}

static void gru_reset_forward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j, *u = g->recurrent + j;
    vf z = logistic(load(x) + load(u)), r = logistic(load(x + w) + load(u + w));
    store(x, z);
    store(x + w, r);
    store(u, r * load(g->previous + i));
  }
}

static void gru_blend_forward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j;
    vf z = load(x), h = hyperbolic_tangent(load(x + 2 * w) + load(g->recurrent + j + 2 * w));
    store(x + 2 * w, h);
    store(g->state + i, h + z * (load(g->previous + i) - h));
  }
}

static void gru_blend_backward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j;
    vf z = load(x), h = load(x + 2 * w);
    vf d = gradient_of_state(g, i) + load(g->carry + i);
    store(x, d * (load(g->previous + i) - h) * (z * (1.0f - z)));
    store(x + 2 * w, d * (1.0f - z) * (1.0f - h * h));
    store(g->carry + i, d * z);
  }
}

static void gru_reset_backward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(3) {
    float *x = g->gates + j;
    vf r = load(x + w), d = load(g->recurrent + j + w);
    store(x + w, d * load(g->previous + i) * (r * (1.0f - r)));
    store(g->carry + i, load(g->carry + i) + d * r);
  }
}

static void lstm_forward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(4) {
    float *x = g->gates + j;
    const float *u = g->recurrent + j;
    vf in = logistic(load(x) + load(u)), forget = logistic(load(x + w) + load(u + w));
    vf candidate = hyperbolic_tangent(load(x + 2 * w) + load(u + 2 * w));
    vf out = logistic(load(x + 3 * w) + load(u + 3 * w));
    vf cell = forget * load(g->previous_cell + i) + in * candidate;
    store(x, in);
    store(x + w, forget);
    store(x + 2 * w, candidate);
    store(x + 3 * w, out);
    store(g->cell + i, cell);
    store(g->state + i, out * hyperbolic_tangent(cell));
  }
}

static void lstm_backward(const ck_gates *g) {
  size_t w = g->width;
  EACH_VECTOR(4) {
    float *x = g->gates + j;
    vf in = load(x), forget = load(x + w), candidate = load(x + 2 * w), out = load(x + 3 * w);
    vf t = hyperbolic_tangent(load(g->cell + i)), d = gradient_of_state(g, i);
    vf dc = load(g->carry + i) + d * out * (1.0f - t * t);
    store(x, dc * candidate * (in * (1.0f - in)));
    store(x + w, dc * load(g->previous_cell + i) * (forget * (1.0f - forget)));
    store(x + 2 * w, dc * in * (1.0f - candidate * candidate));
    store(x + 3 * w, d * t * (out * (1.0f - out)));
    store(g->carry + i, dc * forget);
  }
}
#undef EACH_VECTOR
