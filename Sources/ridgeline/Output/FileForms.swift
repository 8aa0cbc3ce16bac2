/// What files may be, in the words of the help.
enum FileForms {
  static let sentence =
    "Files are CSV, NPY or NPZ, plain or gzip; a quoted pattern such as 'part-*.csv' names several as one, and "
    + "- is standard input."
}
