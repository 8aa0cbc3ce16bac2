#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/// Prepares to unpack a gzip stream; `inflateInit2` is a macro, which Swift does not see.
static inline int czlib_begin_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

/// Prepares to unpack deflated data without header and checksum, as in zip archives.
static inline int czlib_begin_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}

#endif
