// The table of this level. The file that includes it sets LANES, TILE_ROWS, TABLE and LEVEL.
#include "lanes.h"

#include "../philox.h"
#include "functions.h"

#include "elementwise.h"
#include "gates.h"
#include "losses.h"
#include "matrices.h"
#include "products.h"
#include "packing.h"
#include "pairs.h"
#include "updates.h"

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
    .relu_backward = relu_backward,
    .tanh_backward = tangent_backward,
    .sigmoid_backward = sigmoid_backward,
    .gelu_backward = gelu_backward,
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
    .cross_entropy = cross_entropy,
    .squared_error = squared_error,
    .sgd = sgd,
    .momentum = momentum,
    .nesterov = nesterov,
    .adam = adam,
    .amsgrad = amsgrad,
    .rmsprop = rmsprop,
    .penalty_sums = penalty_sums,
    .add = add_to,
    .count_zeros = count_zeros,
};
