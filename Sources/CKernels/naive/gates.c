#include "naive.h"

#include <math.h>

static double logistic(double x) { return 1 / (1 + exp(-x)); }

static double gradient_of_state(const ck_gates *g, size_t i) {
  return (g->above ? (double)g->above[i] : 0) + (g->through ? (double)g->through[i] : 0);
}

// i counts states, x and u are the first gate of its row and column; gate k lies k * w behind.
#define EACH(gate_count)                              \
  for (size_t w = g->width, i = 0; i < g->rows * w; i++) \
    for (float *x = g->gates + i / w * w * (gate_count) + i % w, \
               *u = g->recurrent + (x - g->gates), *once = x; once; once = NULL)

// h = tanh(x + u)
void ck_naive_rnn_forward(const ck_gates *g) {
  EACH(1) g->state[i] = (float)tanh((double)x[0] + u[0]);
}

void ck_naive_rnn_backward(const ck_gates *g) {
  EACH(1) {
    (void)u;
    x[0] = (float)(gradient_of_state(g, i) * (1 - (double)g->state[i] * g->state[i]));
  }
}

// z, r = logistic(x + u); h' = tanh(x + r u); h = z previous + (1 - z) h'
void ck_naive_gru_forward(const ck_gates *g) {
  EACH(3) {
    double z = logistic((double)x[0] + u[0]), r = logistic((double)x[w] + u[w]);
    double h = tanh(x[2 * w] + r * u[2 * w]);
    x[0] = (float)z;
    x[w] = (float)r;
    x[2 * w] = (float)h;
    g->state[i] = (float)(z * g->previous[i] + (1 - z) * h);
  }
}

void ck_naive_gru_backward(const ck_gates *g) {
  EACH(3) {
    double z = x[0], r = x[w], h = x[2 * w], d = gradient_of_state(g, i) + g->carry[i];
    double dh = d * (1 - z) * (1 - h * h);
    x[0] = u[0] = (float)(d * (g->previous[i] - h) * z * (1 - z));
    x[w] = (float)(dh * u[2 * w] * r * (1 - r));
    u[w] = x[w];
    x[2 * w] = (float)dh;
    u[2 * w] = (float)(dh * r);
    g->carry[i] = (float)(d * z);
  }
}

// z, r = logistic(x + u); u0 = r previous
void ck_naive_gru_reset_forward(const ck_gates *g) {
  EACH(3) {
    double z = logistic((double)x[0] + u[0]), r = logistic((double)x[w] + u[w]);
    x[0] = (float)z;
    x[w] = (float)r;
    u[0] = (float)(r * g->previous[i]);
  }
}

// h' = tanh(x + u); h = z previous + (1 - z) h'
void ck_naive_gru_blend_forward(const ck_gates *g) {
  EACH(3) {
    double z = x[0], h = tanh((double)x[2 * w] + u[2 * w]);
    x[2 * w] = (float)h;
    g->state[i] = (float)(z * g->previous[i] + (1 - z) * h);
  }
}

void ck_naive_gru_blend_backward(const ck_gates *g) {
  EACH(3) {
    (void)u;
    double z = x[0], h = x[2 * w], d = gradient_of_state(g, i) + g->carry[i];
    x[0] = (float)(d * (g->previous[i] - h) * z * (1 - z));
    x[2 * w] = (float)(d * (1 - z) * (1 - h * h));
    g->carry[i] = (float)(d * z);
  }
}

void ck_naive_gru_reset_backward(const ck_gates *g) {
  EACH(3) {
    double r = x[w], d = u[w];
    x[w] = (float)(d * g->previous[i] * r * (1 - r));
    g->carry[i] = (float)(g->carry[i] + d * r);
  }
}

// i, f, o = logistic(x + u); c' = tanh(x + u); c = f previous + i c'; h = o tanh(c)
void ck_naive_lstm_forward(const ck_gates *g) {
  EACH(4) {
    double in = logistic((double)x[0] + u[0]), forget = logistic((double)x[w] + u[w]);
    double candidate = tanh((double)x[2 * w] + u[2 * w]);
    double out = logistic((double)x[3 * w] + u[3 * w]);
    double cell = forget * g->previous_cell[i] + in * candidate;
    x[0] = (float)in;
    x[w] = (float)forget;
    x[2 * w] = (float)candidate;
    x[3 * w] = (float)out;
    g->cell[i] = (float)cell;
    g->state[i] = (float)(out * tanh(cell));
  }
}

void ck_naive_lstm_backward(const ck_gates *g) {
  EACH(4) {
    (void)u;
    double in = x[0], forget = x[w], candidate = x[2 * w], out = x[3 * w];
    double t = tanh(g->cell[i]), d = gradient_of_state(g, i);
    double dc = g->carry[i] + d * out * (1 - t * t);
    x[0] = (float)(dc * candidate * in * (1 - in));
    x[w] = (float)(dc * g->previous_cell[i] * forget * (1 - forget));
    x[2 * w] = (float)(dc * in * (1 - candidate * candidate));
    x[3 * w] = (float)(d * t * out * (1 - out));
    g->carry[i] = (float)(dc * forget);
  }
}
