// The products of matrices, in tiles that are held in registers.

enum { TILE_VECTORS = 2 };

// `height` rows by `vectors` vectors of C, held in registers over the whole depth.
//
// Strides that are constants where it is inlined make it faster.
INLINE void tile_of_strides(const ck_product *p, size_t row, size_t column, const int height,
                            const int vectors, size_t a_row, size_t a_column, size_t b_row) {
  vf sums[TILE_ROWS][TILE_VECTORS];
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int v = 0; v < vectors; v++) {
      size_t place = column + v * LANES;
      sums[r][v] = p->adds   ? load(p->c + (row + r) * p->c_row + place)
                   : p->bias ? load(p->bias + place)
                             : all(0);
    }
  }
  const float *a = p->a + row * a_row, *b = p->b + column;
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
      vf sum = p->relu ? positive_part(sums[r][v]) : sums[r][v];
      store(p->c + (row + r) * p->c_row + column + v * LANES, sum);
    }
  }
}

INLINE void tile(const ck_product *p, size_t row, size_t column, const int height,
                 const int vectors) {
  tile_of_strides(p, row, column, height, vectors, p->a_row, p->a_column, p->b_row);
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

static void product_in_place(const ck_product *p) {
  size_t column = 0;
  for (; column + 2 * LANES <= p->columns; column += 2 * LANES) panel(p, column, 2);
  for (; column < p->columns; column += LANES) panel(p, column, 1);
}

