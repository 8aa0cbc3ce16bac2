// The product, and the other kernels that see rows and columns.

enum { TILE_VECTORS = 2 };

// `height` rows by `vectors` vectors of C, held in registers over the whole depth.
INLINE void tile(const ck_product *p, size_t row, size_t column, const int height,
                 const int vectors) {
  vf sums[TILE_ROWS][TILE_VECTORS];
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int v = 0; v < vectors; v++) {
      sums[r][v] = p->bias ? load(p->bias + column + v * LANES) : all(0);
    }
  }
  const float *a = p->a + row * p->a_row, *b = p->b + column;
  size_t a_row = p->a_row, a_column = p->a_column, b_row = p->b_row;
  for (size_t k = 0; k < p->depth; k++) {
    vf right[TILE_VECTORS];
    UNROLL for (int v = 0; v < vectors; v++) right[v] = load(b + v * LANES);
    UNROLL for (int r = 0; r < height; r++) {
      vf left = all(a[r * a_row]);
      UNROLL for (int v = 0; v < vectors; v++) sums[r][v] += left * right[v];
    }
    a += a_column;
    b += b_row;
  }
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int v = 0; v < vectors; v++) {
      vf sum = p->relu ? pick(sums[r][v] < 0, all(0), sums[r][v]) : sums[r][v];
      store(p->c + (row + r) * p->c_row + column + v * LANES, sum);
    }
  }
}

INLINE void panel(const ck_product *p, size_t column, const int vectors) {
  size_t row = 0;
  for (; row + TILE_ROWS <= p->rows; row += TILE_ROWS) tile(p, row, column, TILE_ROWS, vectors);
  switch (p->rows - row) {
    case 7: tile(p, row, column, TILE_ROWS > 7 ? 7 : 1, vectors); break;
    case 6: tile(p, row, column, TILE_ROWS > 6 ? 6 : 1, vectors); break;
    case 5: tile(p, row, column, 5, vectors); break;
    case 4: tile(p, row, column, 4, vectors); break;
    case 3: tile(p, row, column, 3, vectors); break;
    case 2: tile(p, row, column, 2, vectors); break;
    case 1: tile(p, row, column, 1, vectors); break;
    default: break;
  }
}

static void product(const ck_product *p) {
  size_t column = 0;
  for (; column + 2 * LANES <= p->columns; column += 2 * LANES) panel(p, column, 2);
  if (column < p->columns) panel(p, column, 1);
}

// Blocks of LANES x LANES in registers: dealing the lower and the upper half of the rows out
// alternately, log2(LANES) times, transposes a square.
static void transpose(float *target, size_t target_row, const float *source, size_t source_row,
                      size_t rows, size_t columns) {
  size_t padded = (rows + CK_ROW_MULTIPLE - 1) / CK_ROW_MULTIPLE * CK_ROW_MULTIPLE;
  for (size_t r = 0; r < padded; r += LANES) {
    for (size_t c = 0; c < columns; c += LANES) {
      vf block[LANES], dealt[LANES];
      UNROLL for (int i = 0; i < LANES; i++) {
        block[i] = r + i < rows ? load(source + (r + i) * source_row + c) : all(0);
      }
      UNROLL for (int width = 1; width < LANES; width *= 2) {
        UNROLL for (int i = 0; i < LANES / 2; i++) {
          dealt[2 * i] = ZIP_LOW(block[i], block[i + LANES / 2]);
          dealt[2 * i + 1] = ZIP_HIGH(block[i], block[i + LANES / 2]);
        }
        UNROLL for (int i = 0; i < LANES; i++) block[i] = dealt[i];
      }
      UNROLL for (int i = 0; i < LANES; i++) {
        if (c + i < columns) store(target + (c + i) * target_row + r, block[i]);
      }
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
