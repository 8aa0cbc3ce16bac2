#include "naive.h"

#include <math.h>

static double away(const ck_group *g, size_t i) {
  int32_t member = g->members[i];
  return (double)g->weights[member] - (g->base ? g->base[member] : 0);
}

static double threshold(const ck_group *g, size_t i) {
  double size = g->rate;
  if (g->squares) {
    double square = g->squares[g->members[i]];
    size /= g->is_inside ? sqrt(square + g->epsilon) : sqrt(square) + g->epsilon;
  }
  return size * g->strength;
}

double ck_naive_group_norm(const ck_group *g) {
  double squares = 0;
  for (size_t i = 0; i < g->n; i++) squares += away(g, i) * away(g, i);
  return sqrt(squares);
}

// The sum that is 1 at the norm that comes of the step.
static double excess(const ck_group *g, double norm) {
  double sum = 0;
  for (size_t i = 0; i < g->n; i++) {
    double x = away(g, i);
    if (x != 0) sum += pow(x / (norm + threshold(g, i)), 2);
  }
  return sum;
}

void ck_naive_group_shrink(const ck_group *g) {
  double low = 0, high = ck_naive_group_norm(g);
  if (isnan(high)) return;
  for (int i = 0; i < 200; i++) {
    double middle = (low + high) / 2;
    if (excess(g, middle) > 1) low = middle;
    else high = middle;
  }
  double norm = excess(g, 0) > 1 ? high : 0;
  for (size_t i = 0; i < g->n; i++) {
    double kept = norm > 0 ? away(g, i) * norm / (norm + threshold(g, i)) : 0;
    int32_t member = g->members[i];
    g->weights[member] = (float)((g->base ? g->base[member] : 0) + kept);
  }
}
