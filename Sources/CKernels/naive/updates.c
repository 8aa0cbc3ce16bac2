#include "naive.h"

#include <math.h>

// Where one weight stands, from its penalised gradient to its new value.
typedef struct {
  float weight, gradient, rate;
  float *first, *second, *third;
} place;

typedef void rule(const ck_update *u, place *p);

static float sign(float x) { return (float)((x > 0) - (x < 0)); }

static void update(const ck_update *u, ck_penalty_sums *sums, rule *rule) {
  const ck_penalty *penalty = u->penalty;
  for (size_t i = 0; i < u->n; i++) {
    float base = penalty && penalty->base ? penalty->base[i] : 0;
    float away = u->weights[i] - base;
    if (penalty && sums) {
      sums->absolute += fabsf(away);
      sums->squares += (double)away * away;
    }
    place p = {u->weights[i], u->gradients[i], u->rule.rate, NULL, NULL, NULL};
    if (u->more_gradients) p.gradient += u->more_gradients[i];
    if (penalty) p.gradient += penalty->gradient_l1 * sign(away) + penalty->twice_l2 * away;
    if (u->first) p.first = &u->first[i];
    if (u->second) p.second = &u->second[i];
    if (u->third) p.third = &u->third[i];
    p.weight -= p.weight * u->rule.weight_decay;
    rule(u, &p);
    if (penalty && penalty->proximal_l1 > 0) {
      float threshold = penalty->proximal_l1 * p.rate, x = p.weight - base;
      p.weight = fabsf(x) <= threshold ? base : base + (x - sign(x) * threshold);
    }
    u->weights[i] = p.weight;
  }
}

static void sgd(const ck_update *u, place *p) {
  (void)u;
  p->weight -= p->rate * p->gradient;
}

static void momentum(const ck_update *u, place *p) {
  *p->first = u->rule.decay * *p->first - p->rate * p->gradient;
  p->weight += *p->first;
}

static void nesterov(const ck_update *u, place *p) {
  *p->first = u->rule.decay * *p->first - p->rate * p->gradient;
  p->weight += u->rule.decay * *p->first - p->rate * p->gradient;
}

static void moments(const ck_update *u, place *p) {
  *p->first += (p->gradient - *p->first) * u->rule.gain1;
  *p->second += (p->gradient * p->gradient - *p->second) * u->rule.gain2;
}

static void adam(const ck_update *u, place *p) {
  moments(u, p);
  p->rate = u->rule.rate / (sqrtf(*p->second) + u->rule.epsilon);
  p->weight -= p->rate * *p->first;
}

static void amsgrad(const ck_update *u, place *p) {
  moments(u, p);
  *p->third = fmaxf(*p->third, *p->second);
  p->rate = u->rule.rate / (sqrtf(*p->third) + u->rule.epsilon);
  p->weight -= p->rate * *p->first;
}

static void rmsprop(const ck_update *u, place *p) {
  *p->second += (p->gradient * p->gradient - *p->second) * u->rule.gain2;
  p->rate = u->rule.rate / sqrtf(*p->second + u->rule.epsilon);
  if (p->first) {
    *p->first = u->rule.decay * *p->first + p->rate * p->gradient;
    p->weight -= *p->first;
  } else {
    p->weight -= p->rate * p->gradient;
  }
}

static void adagrad(const ck_update *u, place *p) {
  *p->second += p->gradient * p->gradient;
  p->rate = u->rule.rate / sqrtf(*p->second + u->rule.epsilon);
  p->weight -= p->rate * p->gradient;
}

static void nadam(const ck_update *u, place *p) {
  moments(u, p);
  p->rate = u->rule.rate / (sqrtf(*p->second) + u->rule.epsilon);
  p->weight -= p->rate * (u->rule.ahead1 * *p->first + u->rule.ahead2 * p->gradient);
}

static void lion(const ck_update *u, place *p) {
  float direction = *p->first + (p->gradient - *p->first) * u->rule.gain1;
  p->weight -= p->rate * sign(direction);
  *p->first += (p->gradient - *p->first) * u->rule.gain2;
}

void ck_naive_sgd(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, sgd); }
void ck_naive_momentum(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, momentum); }
void ck_naive_nesterov(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, nesterov); }
void ck_naive_adam(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, adam); }
void ck_naive_amsgrad(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, amsgrad); }
void ck_naive_rmsprop(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, rmsprop); }
void ck_naive_adagrad(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, adagrad); }
void ck_naive_nadam(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, nadam); }
void ck_naive_lion(const ck_update *u, ck_penalty_sums *sums) { update(u, sums, lion); }

void ck_naive_penalty_sums(const float *weights, const float *base, size_t n,
                           ck_penalty_sums *sums) {
  for (size_t i = 0; i < n; i++) {
    double away = (double)weights[i] - (base ? base[i] : 0);
    sums->absolute += fabs(away);
    sums->squares += away * away;
  }
}

void ck_naive_penalise(float *gradients, const float *weights, size_t n,
                       const ck_penalty *penalty) {
  for (size_t i = 0; i < n; i++) {
    float away = weights[i] - (penalty->base ? penalty->base[i] : 0);
    gradients[i] += penalty->gradient_l1 * sign(away) + penalty->twice_l2 * away;
  }
}

double ck_naive_sum_of_squares(const float *values, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)values[i] * values[i];
  return sum;
}

void ck_naive_scale(float *values, size_t n, float factor) {
  for (size_t i = 0; i < n; i++) values[i] *= factor;
}

void ck_naive_clamp(float *values, size_t n, float limit) {
  for (size_t i = 0; i < n; i++) {
    if (values[i] > limit) values[i] = limit;
    if (values[i] < -limit) values[i] = -limit;
  }
}

void ck_naive_blend(float *means, const float *values, size_t n, float gain) {
  for (size_t i = 0; i < n; i++) means[i] += gain * (values[i] - means[i]);
}

void ck_naive_max_norm(float *weights, size_t row, size_t rows, float limit) {
  for (size_t c = 0; c < row; c++) {
    double squares = 0;
    for (size_t r = 0; r < rows; r++) squares += (double)weights[r * row + c] * weights[r * row + c];
    double norm = sqrt(squares);
    for (size_t r = 0; r < rows && norm > limit; r++)
      weights[r * row + c] = (float)(weights[r * row + c] * (limit / (1e-7 + norm)));
  }
}
