// The table of this level. The file that includes it sets LANES, TILE_ROWS, TABLE and LEVEL.
#include "lanes.h"

#include "../philox.h"
#include "functions.h"

#include "elementwise.h"
#include "gates.h"
#include "losses.h"
#include "losses_of_classes.h"
#include "matrices.h"
#include "norms.h"
#include "products.h"
#include "packing.h"
#include "pairs.h"
#include "updates.h"
#include "gradients.h"
#include "groups.h"

const ck_kernels TABLE = {
    .level = LEVEL,
    .product = product,
    .product_of_rows = product_of_rows,
    .transpose = transpose,
    .column_sums = column_sums,
    .gather_rows = gather_rows,
    .relu = relu,
    .tanh = tangent,
    .sigmoid = sigmoid,
    .gelu = gelu,
    .leaky_relu = leaky_relu,
    .elu = elu,
    .selu = selu,
    .silu = silu,
    .softplus = softplus,
    .relu_backward = relu_backward,
    .tanh_backward = tangent_backward,
    .sigmoid_backward = sigmoid_backward,
    .gelu_backward = gelu_backward,
    .leaky_relu_backward = leaky_relu_backward,
    .elu_backward = elu_backward,
    .selu_backward = selu_backward,
    .silu_backward = silu_backward,
    .softplus_backward = softplus_backward,
    .exponential = exponentials,
    .dropout = dropout,
    .rnn_forward = rnn_forward,
    .rnn_backward = rnn_backward,
    .gru_forward = gru_forward,
    .gru_backward = gru_backward,
    .gru_reset_forward = gru_reset_forward,
    .gru_blend_forward = gru_blend_forward,
    .gru_blend_backward = gru_blend_backward,
    .gru_reset_backward = gru_reset_backward,
    .lstm_forward = lstm_forward,
    .lstm_backward = lstm_backward,
    .layer_norm_forward = layer_norm_forward,
    .layer_norm_backward = layer_norm_backward,
    .batch_moments = batch_moments,
    .batch_norm_forward = batch_norm_forward,
    .batch_norm_backward = batch_norm_backward,
    .cross_entropy = cross_entropy,
    .squared_error = squared_error,
    .shared_cross_entropy = shared_cross_entropy,
    .focal_cross_entropy = focal_cross_entropy,
    .binary_cross_entropy = binary_cross_entropy,
    .absolute_error = absolute_error,
    .huber = huber,
    .sgd = sgd,
    .momentum = momentum,
    .nesterov = nesterov,
    .adam = adam,
    .amsgrad = amsgrad,
    .rmsprop = rmsprop,
    .adagrad = adagrad,
    .nadam = nadam,
    .lion = lion,
    .penalty_sums = penalty_sums,
    .penalise = penalise,
    .sum_of_squares = sum_of_squares,
    .scale = scale_by,
    .clamp = clamp_to,
    .group_norm = group_norm,
    .group_shrink = group_shrink,
    .max_norm = max_norm,
    .blend = blend,
    .add = add_to,
    .count_zeros = count_zeros,
};
