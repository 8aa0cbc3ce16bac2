// The product with the transpose of what is given: every row with every row.

// A tile of so many products of rows is reduced at once: as many as a vector has lanes.
#if LANES == 4
enum { PAIR_ROWS = 2, PAIR_COLUMNS = 2 };
#elif LANES == 8
enum { PAIR_ROWS = 4, PAIR_COLUMNS = 2 };
#else
enum { PAIR_ROWS = 4, PAIR_COLUMNS = 4 };
#endif

// The rows of A that stay in the second cache while those of B pass by.
enum { PAIR_BLOCK = 64 };

// The products of PAIR_ROWS rows of A with PAIR_COLUMNS rows of B; `sums` row by row.
INLINE vf pair_tile(const float *const *a, const float *const *b, size_t depth) {
  vf sums[LANES];
  UNROLL for (int i = 0; i < LANES; i++) sums[i] = all(0);
  for (size_t k = 0; k < depth; k += LANES) {
    vf left[PAIR_ROWS];
    UNROLL for (int r = 0; r < PAIR_ROWS; r++) left[r] = load(a[r] + k);
    UNROLL for (int c = 0; c < PAIR_COLUMNS; c++) {
      vf right = load(b[c] + k);
      UNROLL for (int r = 0; r < PAIR_ROWS; r++) {
        sums[r * PAIR_COLUMNS + c] += left[r] * right;
      }
    }
  }
  // Lanes are dealt out and added until each holds the sum of one vector.
  UNROLL for (int width = LANES / 2; width > 0; width /= 2) {
    UNROLL for (int i = 0; i < width; i++) {
      sums[i] = ZIP_LOW(sums[i], sums[i + width]) + ZIP_HIGH(sums[i], sums[i + width]);
    }
  }
  return sums[0];
}

static void product_of_rows(const ck_product *p) {
  if (p->packed) return product_in_parts(p, 1);
  for (size_t block = 0; block < p->rows; block += PAIR_BLOCK) {
    size_t end = least(block + PAIR_BLOCK, p->rows);
    for (size_t column = 0; column < p->columns; column += PAIR_COLUMNS) {
      const float *b[PAIR_COLUMNS];
      size_t columns = least(PAIR_COLUMNS, p->columns - column);
      UNROLL for (size_t c = 0; c < PAIR_COLUMNS; c++) {
        b[c] = p->b + (column + least(c, columns - 1)) * p->b_row;
      }
      for (size_t row = block; row < end; row += PAIR_ROWS) {
        const float *a[PAIR_ROWS];
        size_t rows = least(PAIR_ROWS, end - row);
        UNROLL for (size_t r = 0; r < PAIR_ROWS; r++) {
          a[r] = p->a + (row + least(r, rows - 1)) * p->a_row;
        }
        float sums[LANES];
        store(sums, pair_tile(a, b, p->depth));
        for (size_t r = 0; r < rows; r++) {
          for (size_t c = 0; c < columns; c++) {
            p->c[(row + r) * p->c_row + column + c] = sums[r * PAIR_COLUMNS + c];
          }
        }
      }
    }
    for (size_t row = block; row < end; row++) {
      for (size_t c = p->columns; c < padded(p->columns); c++) p->c[row * p->c_row + c] = 0;
    }
  }
}

