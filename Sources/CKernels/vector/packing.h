// Large products, of copies of blocks of their factors, and the choice between them and small ones.

// The columns of a panel: no fewer than a transposition writes.
enum { PANEL = 2 * LANES < CK_ROW_MULTIPLE ? CK_ROW_MULTIPLE : 2 * LANES };

// The panels of a block of B, one behind the other, each row by row. B is read row by row, as memory and
// another processor's cache give it soonest.
static void pack_block(const ck_product *p, size_t k, size_t depth, float *to) {
  for (size_t i = 0; i < depth; i++) {
    const float *from = p->b + (k + i) * p->b_row;
    for (size_t c = 0; c < p->columns; c += PANEL) {
      size_t width = least(PANEL, p->columns - c);
      float *row = to + c * depth + i * width;
      for (size_t j = 0; j < width; j += LANES) store(row + j, load(from + c + j));
    }
  }
}

// The same of a B whose columns are given as rows; what is behind the last one becomes zero.
static void pack_block_of_rows(const ck_product *p, size_t k, size_t depth, float *to) {
  size_t columns = padded(p->columns);
  for (size_t c = 0; c < columns; c += PANEL) {
    size_t width = least(PANEL, columns - c);
    transpose(to, width, p->b + c * p->b_row + k, p->b_row, least(width, p->columns - c), depth);
    to += depth * width;
  }
}

INLINE void pack_right(const ck_product *p, float *to, const int of_rows) {
  for (size_t k = 0; k < p->depth; k += CK_BLOCK_DEPTH) {
    size_t depth = least(CK_BLOCK_DEPTH, p->depth - k);
    float *block = to + k * padded(p->columns);
    if (of_rows) pack_block_of_rows(p, k, depth, block);
    else pack_block(p, k, depth, block);
  }
}

// The rows of a strip of A: whole tiles, and whole vectors for those that are transposed.
enum { STRIP = LANES % TILE_ROWS == 0 ? LANES : 3 * LANES };
_Static_assert(STRIP % TILE_ROWS == 0, "a strip ends within a tile");

// A strip of A, column by column; behind the last row is anything.
static void pack_strip(const float *from, size_t row, size_t column, size_t height, size_t depth,
                       float *to) {
  size_t i = 0;
  if (column == 1) {
    for (; i + LANES <= depth; i += LANES) {
      for (size_t r = 0; r < height; r += LANES) {
        transpose_square(to + i * STRIP + r, STRIP, from + r * row + i, row, height - r, LANES);
      }
    }
  }
  for (; i < depth; i++) {
    for (size_t r = 0; r < height; r++) to[i * STRIP + r] = from[r * row + i * column];
  }
}

// The strips of a block of A, one behind the other, each column by column; behind the last row is anything.
// A transposed A is read as B is.
static void pack_left(const ck_product *p, size_t row, size_t rows, size_t k, size_t depth,
                      float *to) {
  const float *from = p->a + row * p->a_row + k * p->a_column;
  size_t whole = p->a_row == 1 ? rows / STRIP * STRIP : 0;
  for (size_t i = 0; i < depth && whole > 0; i++) {
    for (size_t r = 0; r < whole; r += LANES) {
      float *place = to + r / STRIP * STRIP * depth + i * STRIP + r % STRIP;
      store(place, load(from + r + i * p->a_column));
    }
  }
  for (size_t strip = whole; strip < rows; strip += STRIP) {
    pack_strip(from + strip * p->a_row, p->a_row, p->a_column, least(STRIP, rows - strip), depth,
               to + strip * depth);
  }
}

// The tiles of a block of C that a block of A makes with a panel, `k` deep in the whole.
INLINE void multiply_panel(const ck_product *p, const float *left, size_t row, size_t rows,
                           const float *panel, size_t column, size_t k, float *sums) {
  size_t depth = least(CK_BLOCK_DEPTH, p->depth - k), width = least(PANEL, p->columns - column);
  int is_first = k == 0, is_last = k + depth == p->depth, relu = p->relu && is_last;
  ck_product edge = {.columns = width, .depth = depth, .a_row = 1, .a_column = STRIP, .b = panel,
                     .b_row = width, .c_row = p->c_row, .relu = relu,
                     .bias = p->bias ? p->bias + column : NULL, .adds = p->adds || !is_first};
  for (size_t r = 0; r < rows; r += TILE_ROWS) {
    const float *a = left + r / STRIP * STRIP * depth + r % STRIP;
    float *c = p->c + (row + r) * p->c_row + column;
    edge.rows = least(TILE_ROWS, rows - r);
    if (edge.rows < TILE_ROWS || width < PANEL) {
      edge.a = a;
      edge.c = c;
      product_in_place(&edge);
      continue;
    }
    for (size_t v = 0; v < PANEL; v += TILE_VECTORS * LANES) {
      float *kept = sums + r * p->columns + (column + v) * TILE_ROWS;
      tile_sums of = sums_in_place(p, row + r, column + v);
      of.relu = relu;
      if (!is_first) of.start = kept, of.start_row = TILE_VECTORS * LANES;
      if (!is_last) of.end = kept, of.end_row = TILE_VECTORS * LANES;
      multiply_tile(TILE_ROWS, TILE_VECTORS, depth, a, 1, STRIP, panel + v, PANEL, of);
    }
  }
}

// Block by block, as in Goto and van de Geijn, Anatomy of High-Performance Matrix Multiplication, 2008:
// rows that lie far apart would meet in the same few places of a cache. For the same reason a block of C
// is summed up elsewhere, tile behind tile, and comes to its place when it is done.
static void product_of_packed(const ck_product *p) {
  float *left = p->packed, *sums = left + CK_BLOCK_DEPTH * CK_BLOCK_ROWS;
  for (size_t row = 0; row < p->rows; row += CK_BLOCK_ROWS) {
    size_t rows = least(CK_BLOCK_ROWS, p->rows - row);
    for (size_t k = 0; k < p->depth; k += CK_BLOCK_DEPTH) {
      size_t depth = least(CK_BLOCK_DEPTH, p->depth - k);
      pack_left(p, row, rows, k, depth, left);
      for (size_t column = 0; column < p->columns; column += PANEL) {
        const float *panel = p->b + k * p->columns + column * depth;
        multiply_panel(p, left, row, rows, panel, column, k, sums);
      }
    }
  }
}

// A product of any size: packed factors of so many columns, and so deep, one after another.
INLINE void product_in_parts(const ck_product *p, const int of_rows) {
  float *right = p->packed + CK_PACKED_LEFT_FLOATS;
  for (size_t column = 0; column < p->columns; column += CK_PACKED_COLUMNS) {
    for (size_t k = 0; k < p->depth; k += CK_PACKED_DEPTH) {
      ck_product part = *p;
      part.columns = least(CK_PACKED_COLUMNS, p->columns - column);
      part.depth = least(CK_PACKED_DEPTH, p->depth - k);
      part.a += k * p->a_column;
      part.b += of_rows ? column * p->b_row + k : k * p->b_row + column;
      part.c += column;
      if (part.bias) part.bias += column;
      part.adds = p->adds || k > 0;
      part.relu = p->relu && k + part.depth == p->depth;
      pack_right(&part, right, of_rows);
      part.columns = padded(part.columns);
      part.b = right;
      product_of_packed(&part);
    }
  }
}

static void product(const ck_product *p) {
  if (p->packed && p->depth > 0) {
    product_in_parts(p, 0);
  } else {
    product_in_place(p);
  }
}
