// One pass over the weights: penalty's gradient, optimiser's step, penalty's proximal step.

typedef enum { SGD, MOMENTUM, NESTEROV, ADAM, AMSGRAD, RMSPROP, ADAGRAD, NADAM, LION } rule;

// What is known when a loop is compiled, so that each combination is a loop without branches.
typedef struct {
  rule rule;
  int has_first, has_penalty, has_base, is_proximal;
} shape;

// Penalty sums stay in float lanes for SUM_BLOCK vectors at a time, then go to double: the relative
// error is below SUM_BLOCK * 2^-24 = 1e-6, and typically 1e-7.
enum { SUM_BLOCK = 16 };

typedef struct {
  vf w, g, first, second, third, base, absolute, squares;
} lanes;

INLINE vf square_root(vf x) { return __builtin_elementwise_sqrt(x); }

INLINE vf sign_of(vf x, vf size) { return pick(x > 0, size, pick(x < 0, -size, all(0))); }

INLINE void step(const ck_update *u, const ck_penalty *penalty, lanes *l, const shape shape) {
  vf w = l->w, g = l->g, rate = all(u->rule.rate);
  if (shape.has_penalty) {
    vf x = shape.has_base ? w - l->base : w;
    l->absolute += absolute(x);
    l->squares += x * x;
    vf pull = penalty->twice_l2 * x;
    if (!shape.is_proximal) pull += sign_of(x, all(penalty->gradient_l1));
    g += pull;
  }
  w -= w * u->rule.weight_decay;
  switch (shape.rule) {
    case SGD: w -= rate * g; break;
    case MOMENTUM:
      l->first = u->rule.decay * l->first - rate * g;
      w += l->first;
      break;
    case NESTEROV:
      l->first = u->rule.decay * l->first - rate * g;
      w += u->rule.decay * l->first - rate * g;
      break;
    case ADAM:
    case AMSGRAD:
      l->first += u->rule.gain1 * (g - l->first);
      l->second += u->rule.gain2 * (g * g - l->second);
      if (shape.rule == AMSGRAD) l->third = pick(l->second > l->third, l->second, l->third);
      rate /= square_root(shape.rule == AMSGRAD ? l->third : l->second) + u->rule.epsilon;
      w -= rate * l->first;
      break;
    case RMSPROP:
      l->second += u->rule.gain2 * (g * g - l->second);
      rate /= square_root(l->second + u->rule.epsilon);
      if (shape.has_first) {
        l->first = u->rule.decay * l->first + rate * g;
        w -= l->first;
      } else {
        w -= rate * g;
      }
      break;
    case ADAGRAD:
      l->second += g * g;
      rate /= square_root(l->second + u->rule.epsilon);
      w -= rate * g;
      break;
    case NADAM:
      l->first += u->rule.gain1 * (g - l->first);
      l->second += u->rule.gain2 * (g * g - l->second);
      rate /= square_root(l->second) + u->rule.epsilon;
      w -= rate * (u->rule.ahead1 * l->first + u->rule.ahead2 * g);
      break;
    case LION:
      w -= sign_of(l->first + u->rule.gain1 * (g - l->first), rate);
      l->first += u->rule.gain2 * (g - l->first);
      break;
  }
  if (shape.is_proximal) {
    vf base = shape.has_base ? l->base : all(0);
    vf threshold = penalty->proximal_l1 * rate, x = shape.has_base ? w - base : w;
    vf shrunk = with_sign_of(absolute(x) - threshold, x);
    w = pick(absolute(x) <= threshold, base, shape.has_base ? base + shrunk : shrunk);
  }
  l->w = w;
}

INLINE int has_second(rule rule) {
  return rule == ADAM || rule == AMSGRAD || rule == RMSPROP || rule == ADAGRAD || rule == NADAM;
}

#define EACH_ARRAY(DO)                                       \
  DO(u->weights, w)                                          \
  if (shape.has_first) DO(u->first, first)                   \
  if (has_second(shape.rule)) DO(u->second, second)          \
  if (shape.rule == AMSGRAD) DO(u->third, third)

#define LOAD(array, field) { l.field = load(array + i); }
#define STORE(array, field) { store(array + i, l.field); }
#define LOAD_PART(array, field) { l.field = load_part(array + i, u->n - i); }
#define STORE_PART(array, field) { store_part(array + i, l.field, u->n - i); }

INLINE void run(const ck_update *given, ck_penalty_sums *sums, const shape shape) {
  // Copies, which no store can alter, stay in registers.
  const ck_update copy = *given, *u = &copy;
  const ck_penalty pull = shape.has_penalty ? *u->penalty : (ck_penalty){0}, *penalty = &pull;
  vd total_absolute = {0}, total_squares = {0};
  size_t i = 0;
  while (i < u->n) {
    lanes l = {0};
    size_t whole = (u->n - i) / LANES;
    size_t end = i + LANES * (whole < SUM_BLOCK ? whole : SUM_BLOCK);
    for (; i < end; i += LANES) {
      EACH_ARRAY(LOAD)
      l.g = load(u->gradients + i);
      if (u->more_gradients) l.g += load(u->more_gradients + i);
      if (shape.has_base) l.base = load(penalty->base + i);
      step(u, penalty, &l, shape);
      EACH_ARRAY(STORE)
    }
    if (whole == 0) {
      EACH_ARRAY(LOAD_PART)
      l.g = load_part(u->gradients + i, u->n - i);
      if (u->more_gradients) l.g += load_part(u->more_gradients + i, u->n - i);
      if (shape.has_base) l.base = load_part(penalty->base + i, u->n - i);
      step(u, penalty, &l, shape);
      EACH_ARRAY(STORE_PART)
      i = u->n;
    }
    if (shape.has_penalty) {
      total_absolute += IN_DOUBLE(l.absolute);
      total_squares += IN_DOUBLE(l.squares);
    }
  }
  if (shape.has_penalty && sums) {
    sums->absolute += sum_of_doubles(&total_absolute);
    sums->squares += sum_of_doubles(&total_squares);
  }
}

INLINE void run_with_penalty(const ck_update *u, ck_penalty_sums *sums, const rule rule,
                             const int has_first) {
  const ck_penalty *penalty = u->penalty;
  if (!penalty) {
    run(u, sums, (shape){rule, has_first, 0, 0, 0});
  } else if (penalty->base) {
    if (penalty->proximal_l1 > 0) run(u, sums, (shape){rule, has_first, 1, 1, 1});
    else run(u, sums, (shape){rule, has_first, 1, 1, 0});
  } else {
    if (penalty->proximal_l1 > 0) run(u, sums, (shape){rule, has_first, 1, 0, 1});
    else run(u, sums, (shape){rule, has_first, 1, 0, 0});
  }
}

#define RULE(name, rule, has_first)                              \
  static void name(const ck_update *u, ck_penalty_sums *sums) {  \
    run_with_penalty(u, sums, rule, has_first);                  \
  }
RULE(sgd, SGD, 0)
RULE(momentum, MOMENTUM, 1)
RULE(nesterov, NESTEROV, 1)
RULE(adam, ADAM, 1)
RULE(amsgrad, AMSGRAD, 1)
RULE(adagrad, ADAGRAD, 0)
RULE(nadam, NADAM, 1)
RULE(lion, LION, 1)
#undef RULE

static void rmsprop(const ck_update *u, ck_penalty_sums *sums) {
  if (u->first) run_with_penalty(u, sums, RMSPROP, 1);
  else run_with_penalty(u, sums, RMSPROP, 0);
}

static void penalty_sums(const float *weights, const float *base, size_t n,
                         ck_penalty_sums *sums) {
  double total = 0, squares = 0;
  for (size_t i = 0; i < n; i++) {
    double away = (double)weights[i] - (base ? base[i] : 0);
    total += fabs(away);
    squares += away * away;
  }
  sums->absolute += total;
  sums->squares += squares;
}
