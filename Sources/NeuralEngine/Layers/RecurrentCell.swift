/// What a recurrent layer does at each step.
///
/// The raw value is the word in `--layers` with what stands behind the units, if anything does.
public enum RecurrentCell: String, Sendable, CaseIterable {
  /// `h = tanh(x K + h R + b)` (Elman, 1990), Keras's SimpleRNN.
  case simple = "rnn"

  /// Gates z, r, h, the reset gate behind the recurrent product (Cho et al., 2014, as Keras's GRU
  /// with `reset_after`).
  case gru

  /// The GRU as it was first published, the reset gate in front of the recurrent product, Keras's
  /// GRU with `reset_after=False`: `gru:UNITS:reset-before`.
  case gruResetBefore = "gru:reset-before"

  /// Gates i, f, c, o (Hochreiter and Schmidhuber, 1997, with forget gate), Keras's LSTM.
  case lstm

  /// The word in front of the units, by which tensors are named.
  var word: String { String(rawValue.prefix { $0 != ":" }) }

  /// What stands behind the units: empty, or `:reset-before`.
  var suffix: String { String(rawValue.drop { $0 != ":" }) }

  /// The gates that one unit has.
  var gates: Int {
    switch self {
    case .simple: 1
    case .gru, .gruResetBefore: 3
    case .lstm: 4
    }
  }
}

/// How the steps of a series become one row; the raw value is the word in `--layers`.
public enum Pooling: String, Sendable, CaseIterable {
  /// The mean over all steps.
  case average = "avgpool"

  /// The largest value over all steps.
  case maximum = "maxpool"
}
