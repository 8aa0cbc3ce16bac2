// Kernels in single precision: products of small matrices, element-wise work, reductions, updates.
//
// Every kernel exists in several versions, one table of function pointers each: plain scalar loops
// (naive, the yardstick of the tests), and one vector source compiled for each level of processor.
// Within one level a result depends on the values and sizes alone, never on a pointer's alignment.
// Between levels the last bits differ, because sums are taken in another order.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "ck_gates.h"
#include "ck_group.h"
#include "ck_loss.h"
#include "ck_norm.h"
#include "ck_product.h"
#include "ck_random.h"
#include "ck_tiny.h"
#include "ck_update.h"

#include <stddef.h>
#include <stdint.h>

/// The versions of the kernels.
typedef enum ck_level { CK_NAIVE, CK_BASELINE, CK_AVX2, CK_AVX512 } ck_level;

/// The rows of matrices that kernels write are a multiple of this many floats apart.
enum { CK_ROW_MULTIPLE = 16 };

/// One version of every kernel.
typedef struct ck_kernels {
  ck_level level;

  /// C = A B, optionally plus a row of biases and through a ReLU. See ck_product.
  void (*_Nonnull product)(const ck_product *_Nonnull product);

  /// C = A B with the transpose of B given: C[r, c] = sum over k of a[r * a_row + k] b[c * b_row + k].
  ///
  /// Behind the depth both have zeros up to the next multiple of CK_ROW_MULTIPLE, and C gets zeros
  /// behind its columns, which may be any number. Without `packed`, which is faster for few rows, each
  /// element is summed in as many parts as a vector has lanes. Bias, relu and adds are not used.
  void (*_Nonnull product_of_rows)(const ck_product *_Nonnull product);

  /// target[c * target_row + r] = source[r * source_row + c]; the rest of each target row is zeroed
  /// up to the next multiple of CK_ROW_MULTIPLE. Source rows can be read up to such a multiple.
  void (*_Nonnull transpose)(float *_Nonnull target, size_t target_row,
                             const float *_Nonnull source, size_t source_row, size_t rows,
                             size_t columns);

  /// sums[c] = sum over r of matrix[r * row + c].
  void (*_Nonnull column_sums)(float *_Nonnull sums, const float *_Nonnull matrix, size_t row,
                               size_t rows, size_t columns);

  /// Copies `count` rows of `width` floats, picked by index, one after another.
  void (*_Nonnull gather_rows)(float *_Nonnull target, const float *_Nonnull source,
                               const int32_t *_Nonnull indices, size_t count, size_t width);

  // Activations: y[i] = f(z[i]), in place when y == z. The bounds hold on all finite inputs.
  /// max(z, 0); NaN stays NaN.
  void (*_Nonnull relu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// Absolute error below 2e-7.
  void (*_Nonnull tanh)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// 1 / (1 + exp(-z)). Absolute error below 2e-7.
  void (*_Nonnull sigmoid)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// z (1 + erf(z / sqrt 2)) / 2. Absolute error below 4e-7 max(1, |z|).
  void (*_Nonnull gelu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// z above 0, else 0.2 z.
  void (*_Nonnull leaky_relu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// z above 0, else exp(z) - 1. Absolute error below 2e-7.
  void (*_Nonnull elu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// 1.05070098 z above 0, else 1.75809934 (exp(z) - 1). Absolute error below 4e-7 max(1, |z|).
  void (*_Nonnull selu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// z / (1 + exp(-z)). Absolute error below 4e-7 max(1, |z|).
  void (*_Nonnull silu)(float *_Nonnull y, const float *_Nonnull z, size_t n);
  /// log(1 + exp(z)). Absolute error below 4e-7 max(1, |z|).
  void (*_Nonnull softplus)(float *_Nonnull y, const float *_Nonnull z, size_t n);

  // Their derivatives: d[i] *= f'(z[i]), told from z (gelu, silu) or from y (all others).
  void (*_Nonnull relu_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull tanh_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull sigmoid_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull gelu_backward)(float *_Nonnull d, const float *_Nonnull z, size_t n);
  void (*_Nonnull leaky_relu_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull elu_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull selu_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);
  void (*_Nonnull silu_backward)(float *_Nonnull d, const float *_Nonnull z, size_t n);
  void (*_Nonnull softplus_backward)(float *_Nonnull d, const float *_Nonnull y, size_t n);

  /// y[i] = exp(x[i]). Relative error below 3e-7 on -87 ... 88; 0 below -87.3, infinite above 88.7.
  void (*_Nonnull exponential)(float *_Nonnull y, const float *_Nonnull x, size_t n);

  /// y[i] = x[i] * scale where element i is kept, else 0. See ck_dropout_draw.
  void (*_Nonnull dropout)(float *_Nonnull y, const float *_Nonnull x, size_t n,
                           const ck_dropout *_Nonnull dropout);

  // One step of a recurrent layer behind its products. See ck_gates.h.
  void (*_Nonnull rnn_forward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull rnn_backward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull gru_forward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull gru_backward)(const ck_gates *_Nonnull gates);
  // The GRU that resets before its recurrent product: a stage on either side of that product, first
  // reset then blend, backward first blend then reset.
  void (*_Nonnull gru_reset_forward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull gru_blend_forward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull gru_blend_backward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull gru_reset_backward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull lstm_forward)(const ck_gates *_Nonnull gates);
  void (*_Nonnull lstm_backward)(const ck_gates *_Nonnull gates);

  // Normalisation. See ck_norm.h. The layer's moments are of each row, those of the batch of each column
  // over the rows that are part; `variance` is the population's, one a column.
  void (*_Nonnull layer_norm_forward)(const ck_norm *_Nonnull norm);
  void (*_Nonnull layer_norm_backward)(const ck_norm *_Nonnull norm);
  void (*_Nonnull batch_moments)(const ck_norm *_Nonnull norm, float *_Nonnull variance);
  void (*_Nonnull batch_norm_forward)(const ck_norm *_Nonnull norm);
  void (*_Nonnull batch_norm_backward)(const ck_norm *_Nonnull norm);

  // Losses. See ck_loss.h.
  void (*_Nonnull cross_entropy)(const ck_outputs *_Nonnull outputs, const int32_t *_Nonnull labels,
                                 ck_loss_sums *_Nonnull sums);
  void (*_Nonnull squared_error)(const ck_outputs *_Nonnull outputs, const float *_Nonnull targets,
                                 ck_loss_sums *_Nonnull sums);

  void (*_Nonnull shared_cross_entropy)(const ck_outputs *_Nonnull outputs,
                                        const int32_t *_Nonnull labels,
                                        const ck_class_loss *_Nonnull how,
                                        ck_loss_sums *_Nonnull sums);
  void (*_Nonnull focal_cross_entropy)(const ck_outputs *_Nonnull outputs,
                                       const int32_t *_Nonnull labels,
                                       const ck_class_loss *_Nonnull how,
                                       ck_loss_sums *_Nonnull sums);
  void (*_Nonnull binary_cross_entropy)(const ck_outputs *_Nonnull outputs,
                                        const int32_t *_Nonnull labels,
                                        const ck_class_loss *_Nonnull how,
                                        ck_loss_sums *_Nonnull sums);
  void (*_Nonnull absolute_error)(const ck_outputs *_Nonnull outputs,
                                  const float *_Nonnull targets, ck_loss_sums *_Nonnull sums);
  void (*_Nonnull huber)(const ck_outputs *_Nonnull outputs, const float *_Nonnull targets,
                         float delta, ck_loss_sums *_Nonnull sums);

  // One pass of penalty and optimiser over weights. See ck_update.h.
  void (*_Nonnull sgd)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull momentum)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull nesterov)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull adam)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull amsgrad)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull rmsprop)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull adagrad)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull nadam)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);
  void (*_Nonnull lion)(const ck_update *_Nonnull update, ck_penalty_sums *_Nullable sums);

  /// sums->absolute += sum |w - base|, sums->squares += sum (w - base)^2; base NULL is zero.
  void (*_Nonnull penalty_sums)(const float *_Nonnull weights, const float *_Nullable base,
                                size_t n, ck_penalty_sums *_Nonnull sums);

  /// gradients[i] += gradient_l1 sign(x) + twice_l2 x, x as in ck_penalty.
  void (*_Nonnull penalise)(float *_Nonnull gradients, const float *_Nonnull weights, size_t n,
                            const ck_penalty *_Nonnull penalty);

  /// The sum of values[i]^2, of a block of up to some thousands in single precision.
  double (*_Nonnull sum_of_squares)(const float *_Nonnull values, size_t n);

  /// values[i] *= factor.
  void (*_Nonnull scale)(float *_Nonnull values, size_t n, float factor);

  /// values[i] = min(max(values[i], -limit), limit); NaN stays NaN.
  void (*_Nonnull clamp)(float *_Nonnull values, size_t n, float limit);

  /// The norm of a group's u - base.
  double (*_Nonnull group_norm)(const ck_group *_Nonnull group);

  /// Makes the proximal step of a group's penalty: x = u - base becomes x t / (t + s strength), t the norm
  /// that comes of it, or 0 where no such t is above 0. A group with a NaN stays as it is.
  void (*_Nonnull group_shrink)(const ck_group *_Nonnull group);

  /// Scales every column whose norm is above `limit` by limit / (1e-7 + norm). Rows are `row` floats apart,
  /// a multiple of CK_ROW_MULTIPLE, and zero behind the columns.
  void (*_Nonnull max_norm)(float *_Nonnull weights, size_t row, size_t rows, float limit);

  /// means[i] += gain (values[i] - means[i]).
  void (*_Nonnull blend)(float *_Nonnull means, const float *_Nonnull values, size_t n, float gain);

  /// sums[i] += values[i].
  void (*_Nonnull add)(float *_Nonnull sums, const float *_Nonnull values, size_t n);

  /// How many of the values are exactly zero.
  size_t (*_Nonnull count_zeros)(const float *_Nonnull values, size_t n);
} ck_kernels;

/// Tells the processor that the thread spins.
static inline void ck_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// The kernels of a level, or NULL when this processor cannot run them.
const ck_kernels *_Nullable ck_kernels_of_level(ck_level level);

/// The fastest kernels that this processor runs, or those that the environment variable
/// RIDGELINE_KERNELS names: naive, baseline, avx2, avx512.
const ck_kernels *_Nonnull ck_kernels_selected(void);

#endif
