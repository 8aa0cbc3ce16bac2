// The products of matrices, in tiles that are held in registers.

enum { TILE_VECTORS = 2 };

// Where the sums of a tile come from, NULL is zero, and where they go.
typedef struct {
  const float *start;
  size_t start_row;
  float *end;
  size_t end_row;
  int relu;
} tile_sums;

// `height` rows by `vectors` vectors of a product, held in registers over the whole depth.
//
// Strides that are constants where it is inlined make it faster.
INLINE void multiply_tile(const int height, const int vectors, size_t depth, const float *a,
                          size_t a_row, size_t a_column, const float *b, size_t b_row,
                          tile_sums of) {
  vf sums[TILE_ROWS][TILE_VECTORS];
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int v = 0; v < vectors; v++) {
      sums[r][v] = of.start ? load(of.start + r * of.start_row + v * LANES) : all(0);
    }
  }
  for (size_t k = 0; k < depth; k++, a += a_column, b += b_row) {
    vf right[TILE_VECTORS];
    UNROLL for (int v = 0; v < vectors; v++) right[v] = load(b + v * LANES);
    UNROLL for (int r = 0; r < height; r++) {
      vf left = all(a[r * a_row]);
      UNROLL for (int v = 0; v < vectors; v++) sums[r][v] += left * right[v];
    }
  }
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int v = 0; v < vectors; v++) {
      store(of.end + r * of.end_row + v * LANES, of.relu ? positive_part(sums[r][v]) : sums[r][v]);
    }
  }
}

// What a tile of C starts from at `row` and `column`, and that it ends there.
INLINE tile_sums sums_in_place(const ck_product *p, size_t row, size_t column) {
  float *c = p->c + row * p->c_row + column;
  return (tile_sums){.start = p->adds ? c : p->bias ? p->bias + column : NULL,
                     .start_row = p->adds ? p->c_row : 0,
                     .end = c,
                     .end_row = p->c_row,
                     .relu = p->relu};
}

INLINE void tile(const ck_product *p, size_t row, size_t column, const int height,
                 const int vectors) {
  multiply_tile(height, vectors, p->depth, p->a + row * p->a_row, p->a_row, p->a_column,
                p->b + column, p->b_row, sums_in_place(p, row, column));
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

