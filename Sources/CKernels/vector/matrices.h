// What sees rows and columns, save products.

INLINE size_t least(size_t a, size_t b) { return a < b ? a : b; }
INLINE size_t padded(size_t n) {
  return (n + CK_ROW_MULTIPLE - 1) / CK_ROW_MULTIPLE * CK_ROW_MULTIPLE;
}

// Writes LANES columns of `rows` <= LANES source rows as rows of LANES floats, zero behind `rows`; the last
// ones from `columns` on are left out.
//
// Dealing the lower and the upper half of the rows out alternately, log2(LANES) times, transposes a
// square that is held in registers.
INLINE void transpose_square(float *target, size_t target_row, const float *source,
                             size_t source_row, size_t rows, size_t columns) {
  vf block[LANES], dealt[LANES];
  UNROLL for (size_t i = 0; i < LANES; i++) {
    block[i] = i < rows ? load(source + i * source_row) : all(0);
  }
  UNROLL for (int width = 1; width < LANES; width *= 2) {
    UNROLL for (int i = 0; i < LANES / 2; i++) {
      dealt[2 * i] = ZIP_LOW(block[i], block[i + LANES / 2]);
      dealt[2 * i + 1] = ZIP_HIGH(block[i], block[i + LANES / 2]);
    }
    UNROLL for (int i = 0; i < LANES; i++) block[i] = dealt[i];
  }
  UNROLL for (size_t i = 0; i < LANES; i++) {
    if (i < columns) store(target + i * target_row, block[i]);
  }
}

static void transpose(float *target, size_t target_row, const float *source, size_t source_row,
                      size_t rows, size_t columns) {
  for (size_t r = 0; r < padded(rows); r += LANES) {
    for (size_t c = 0; c < columns; c += LANES) {
      transpose_square(target + c * target_row + r, target_row, source + r * source_row + c,
                       source_row, r < rows ? rows - r : 0, columns - c);
    }
  }
}

static void column_sums(float *sums, const float *matrix, size_t row, size_t rows,
                        size_t columns) {
  size_t c = 0;
  for (; c + LANES <= columns; c += LANES) {
    vf sum = all(0);
    for (size_t r = 0; r < rows; r++) sum += load(matrix + r * row + c);
    store(sums + c, sum);
  }
  for (; c < columns; c++) {
    float sum = 0;
    for (size_t r = 0; r < rows; r++) sum += matrix[r * row + c];
    sums[c] = sum;
  }
}

static void gather_rows(float *target, const float *source, const int32_t *indices, size_t count,
                        size_t width) {
  for (size_t i = 0; i < count; i++) {
    const float *from = source + (size_t)indices[i] * width;
    float *to = target + i * width;
    if (width < LANES) {
      for (size_t j = 0; j < width; j++) to[j] = from[j];
      continue;
    }
    size_t j = 0;
    for (; j + LANES <= width; j += LANES) store(to + j, load(from + j));
    store(to + width - LANES, load(from + width - LANES));
  }
}

static size_t count_zeros(const float *values, size_t n) {
  size_t zeros = 0;
  for (size_t i = 0; i < n; i++) zeros += values[i] == 0;
  return zeros;
}
