// The plain twins of the vector kernels: scalar, in double where rounding could matter.
#ifndef NAIVE_H
#define NAIVE_H

#include "CKernels.h"

void ck_naive_product(const ck_product *p);
void ck_naive_product_of_rows(const ck_product *p);
void ck_naive_transpose(float *target, size_t target_row, const float *source, size_t source_row,
                        size_t rows, size_t columns);
void ck_naive_column_sums(float *sums, const float *matrix, size_t row, size_t rows,
                          size_t columns);
void ck_naive_gather_rows(float *target, const float *source, const int32_t *indices, size_t count,
                          size_t width);

void ck_naive_relu(float *y, const float *z, size_t n);
void ck_naive_tanh(float *y, const float *z, size_t n);
void ck_naive_sigmoid(float *y, const float *z, size_t n);
void ck_naive_gelu(float *y, const float *z, size_t n);
void ck_naive_relu_backward(float *d, const float *y, size_t n);
void ck_naive_tanh_backward(float *d, const float *y, size_t n);
void ck_naive_sigmoid_backward(float *d, const float *y, size_t n);
void ck_naive_gelu_backward(float *d, const float *z, size_t n);
void ck_naive_exponential(float *y, const float *x, size_t n);
void ck_naive_dropout(float *y, const float *x, size_t n, const ck_dropout *dropout);

void ck_naive_rnn_forward(const ck_gates *g);
void ck_naive_rnn_backward(const ck_gates *g);
void ck_naive_gru_forward(const ck_gates *g);
void ck_naive_gru_backward(const ck_gates *g);
void ck_naive_gru_reset_forward(const ck_gates *g);
void ck_naive_gru_blend_forward(const ck_gates *g);
void ck_naive_gru_blend_backward(const ck_gates *g);
void ck_naive_gru_reset_backward(const ck_gates *g);
void ck_naive_lstm_forward(const ck_gates *g);
void ck_naive_lstm_backward(const ck_gates *g);

void ck_naive_cross_entropy(const ck_outputs *o, const int32_t *labels, ck_loss_sums *sums);
void ck_naive_squared_error(const ck_outputs *o, const float *targets, ck_loss_sums *sums);

void ck_naive_sgd(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_momentum(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_nesterov(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_adam(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_amsgrad(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_rmsprop(const ck_update *u, ck_penalty_sums *sums);
void ck_naive_penalty_sums(const float *weights, const float *base, size_t n,
                           ck_penalty_sums *sums);
void ck_naive_add(float *sums, const float *values, size_t n);
size_t ck_naive_count_zeros(const float *values, size_t n);

#endif
