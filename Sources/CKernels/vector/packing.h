// Large products, of copies of blocks of their factors, and the choice between them and small ones.

// The columns of a panel: no fewer than a transposition writes.
enum { PANEL = 2 * LANES < CK_ROW_MULTIPLE ? CK_ROW_MULTIPLE : 2 * LANES };

// The panels of a block of B, one behind the other, each row by row.
static void pack_right(const ck_product *p, size_t k, size_t depth, size_t column, size_t columns,
                       float *to) {
  for (size_t c = 0; c < columns; c += PANEL) {
    size_t width = least(PANEL, columns - c);
    const float *from = p->b + k * p->b_row + column + c;
    for (size_t i = 0; i < depth; i++, from += p->b_row, to += width) {
      for (size_t j = 0; j < width; j += LANES) store(to + j, load(from + j));
    }
  }
}

// The same of a B whose columns are given as rows; what is behind the last one becomes zero.
static void pack_right_of_rows(const ck_product *p, size_t k, size_t depth, size_t column,
                               size_t columns, float *to) {
  for (size_t c = column; c < column + columns; c += PANEL) {
    size_t width = least(PANEL, column + columns - c);
    transpose(to, width, p->b + c * p->b_row + k, p->b_row, least(width, p->columns - c), depth);
    to += depth * width;
  }
}

// The strips of a block of A, one behind the other, each column by column.
static void pack_left(const ck_product *p, size_t row, size_t rows, size_t k, size_t depth,
                      float *to) {
  for (size_t strip = 0; strip < rows; strip += TILE_ROWS, to += depth * TILE_ROWS) {
    const float *from = p->a + (row + strip) * p->a_row + k * p->a_column;
    size_t height = least(TILE_ROWS, rows - strip);
    for (size_t i = 0; i < depth; i++) {
      for (size_t r = 0; r < height; r++)
        to[i * TILE_ROWS + r] = from[r * p->a_row + i * p->a_column];
    }
  }
}

// Block by block, as in Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008:
// rows that lie far apart would meet in the same few places of a cache.
static void product_packed(const ck_product *p, int of_rows) {
  float *right = p->packed, *left = right + CK_PACKED_DEPTH * CK_PACKED_COLUMNS;
  ck_product strip = {.a_row = 1, .a_column = TILE_ROWS, .c_row = p->c_row};
  size_t all_columns = padded(p->columns);
  for (size_t column = 0; column < all_columns; column += CK_PACKED_COLUMNS) {
    size_t columns = least(CK_PACKED_COLUMNS, all_columns - column);
    for (size_t k = 0; k < p->depth; k += CK_PACKED_DEPTH) {
      strip.depth = least(CK_PACKED_DEPTH, p->depth - k);
      strip.relu = p->relu && k + strip.depth == p->depth;
      strip.adds = p->adds || k > 0;
      if (of_rows) {
        pack_right_of_rows(p, k, strip.depth, column, columns, right);
      } else {
        pack_right(p, k, strip.depth, column, columns, right);
      }
      for (size_t row = 0; row < p->rows; row += CK_PACKED_ROWS) {
        size_t rows = least(CK_PACKED_ROWS, p->rows - row);
        pack_left(p, row, rows, k, strip.depth, left);
        for (size_t c = 0; c < columns; c += PANEL) {
          strip.columns = strip.b_row = least(PANEL, columns - c);
          strip.b = right + c * strip.depth;
          strip.bias = p->bias ? p->bias + column + c : NULL;
          for (size_t r = 0; r < rows; r += TILE_ROWS) {
            strip.rows = least(TILE_ROWS, rows - r);
            strip.a = left + r * strip.depth;
            strip.c = p->c + (row + r) * p->c_row + column + c;
            if (strip.rows == TILE_ROWS && strip.columns == 2 * LANES) {
              tile_of_strides(&strip, 0, 0, TILE_ROWS, 2, 1, TILE_ROWS, 2 * LANES);
            } else {
              product_in_place(&strip);
            }
          }
        }
      }
    }
  }
}

static void product(const ck_product *p) {
  if (p->packed && p->depth > 0) {
    product_packed(p, 0);
  } else {
    product_in_place(p);
  }
}

