/// What a recurrent layer does at each step; the raw value is the word in `--layers`.
public enum RecurrentCell: String, Sendable, CaseIterable {
  /// `h = tanh(x K + h R + b)` (Elman, 1990), Keras's SimpleRNN.
  case simple = "rnn"

  /// Gates z, r, h, the reset gate behind the recurrent product (Cho et al., 2014, as Keras's GRU
  /// with `reset_after`).
  case gru

  /// Gates i, f, c, o (Hochreiter and Schmidhuber, 1997, with forget gate), Keras's LSTM.
  case lstm

  /// The gates that one unit has.
  var gates: Int {
    switch self {
    case .simple: 1
    case .gru: 3
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
