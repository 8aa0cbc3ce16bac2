#include "naive.h"

#include <math.h>

static int is_part(const ck_norm *n, size_t row) {
  return !n->lengths || row % n->steps < (size_t)n->lengths[row / n->steps];
}

void ck_naive_layer_norm_forward(const ck_norm *n) {
  for (size_t r = 0; r < n->rows; r++) {
    const float *x = n->x + r * n->x_row;
    double mean = 0, variance = 0, columns = (double)n->columns;
    for (size_t c = 0; c < n->columns; c++) mean += x[c] / columns;
    for (size_t c = 0; c < n->columns; c++) variance += (x[c] - mean) * (x[c] - mean) / columns;
    double inverse = 1 / sqrt(variance + n->epsilon);
    n->mean[r] = (float)mean;
    n->inverse[r] = (float)inverse;
    for (size_t c = 0; c < n->y_row; c++) {
      double y = c < n->columns ? (x[c] - mean) * inverse * n->gamma[c] + n->beta[c] : 0;
      n->y[r * n->y_row + c] = (float)y;
    }
  }
}

void ck_naive_layer_norm_backward(const ck_norm *n) {
  for (size_t c = 0; c < n->y_row; c++) n->dgamma[c] = n->dbeta[c] = 0;
  for (size_t r = 0; r < n->rows; r++) {
    const float *x = n->x + r * n->x_row, *dy = n->dy + r * n->y_row;
    double slope = 0, tilt = 0;
    for (size_t c = 0; c < n->columns; c++) {
      double away = ((double)x[c] - n->mean[r]) * n->inverse[r];
      n->dgamma[c] += (float)(dy[c] * away);
      n->dbeta[c] += dy[c];
      slope += (double)dy[c] * n->gamma[c] / (double)n->columns;
      tilt += (double)dy[c] * n->gamma[c] * away / (double)n->columns;
    }
    for (size_t c = 0; c < n->x_row && n->dx; c++) {
      double away = c < n->columns ? ((double)x[c] - n->mean[r]) * n->inverse[r] : 0;
      double whole = c < n->columns ? (double)dy[c] * n->gamma[c] - slope - away * tilt : 0;
      n->dx[r * n->x_row + c] = (float)(whole * n->inverse[r]);
    }
  }
}

void ck_naive_batch_moments(const ck_norm *n, float *variance) {
  for (size_t c = 0; c < n->y_row; c++) {
    double sum = 0, squares = 0, count = 0;
    for (size_t r = 0; r < n->rows && c < n->columns; r++)
      if (is_part(n, r)) {
        sum += n->x[r * n->x_row + c];
        count++;
      }
    double mean = count > 0 ? sum / count : 0;
    for (size_t r = 0; r < n->rows && c < n->columns; r++)
      if (is_part(n, r)) squares += pow(n->x[r * n->x_row + c] - mean, 2);
    n->mean[c] = (float)mean;
    variance[c] = count > 0 ? (float)(squares / count) : 0;
  }
}

void ck_naive_batch_norm_forward(const ck_norm *n) {
  for (size_t r = 0; r < n->rows; r++)
    for (size_t c = 0; c < n->y_row; c++) {
      double away = c < n->columns ? (double)n->x[r * n->x_row + c] - n->mean[c] : 0;
      double y = c < n->columns ? away * n->inverse[c] * n->gamma[c] + n->beta[c] : 0;
      n->y[r * n->y_row + c] = (float)y;
    }
}

void ck_naive_batch_norm_backward(const ck_norm *n) {
  for (size_t c = 0; c < n->y_row; c++) {
    double dgamma = 0, dbeta = 0, count = 0;
    for (size_t r = 0; r < n->rows && c < n->columns; r++) {
      if (!is_part(n, r)) continue;
      double away = ((double)n->x[r * n->x_row + c] - n->mean[c]) * n->inverse[c];
      count++;
      dgamma += n->dy[r * n->y_row + c] * away;
      dbeta += n->dy[r * n->y_row + c];
    }
    n->dgamma[c] = (float)dgamma;
    n->dbeta[c] = (float)dbeta;
    for (size_t r = 0; r < n->rows && n->dx && c < n->x_row; r++) {
      double slope = 0;
      if (c < n->columns && is_part(n, r)) {
        double away = ((double)n->x[r * n->x_row + c] - n->mean[c]) * n->inverse[c];
        slope = n->dy[r * n->y_row + c];
        if (!n->is_fixed) slope -= (dbeta + away * dgamma) / count;
        slope *= (double)n->gamma[c] * n->inverse[c];
      }
      n->dx[r * n->x_row + c] = (float)slope;
    }
  }
}
