import Foundation
import NeuralEngine

extension ReferenceNetwork {
  /// The states of one direction behind every step of one series, step by step and unit by unit.
  static func states(
    _ cell: RecurrentCell, units: Int, series: [[Double]], kernel: [Double], recurrent: [Double],
    bias: [Double]
  ) -> [[Double]] {
    let gates = kernel.count / series[0].count / units
    let columns = gates * units
    func product(_ row: [Double], _ matrix: [Double], _ column: Int) -> Double {
      row.indices.reduce(0) { $0 + row[$1] * matrix[$1 * columns + column] }
    }
    func logistic(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
    var state = [Double](repeating: 0, count: units)
    var memory = state
    return series.map { input in
      let x = (0..<columns).map { product(input, kernel, $0) + bias[$0] }
      let h = (0..<columns).map { product(state, recurrent, $0) }
      var next = state
      for unit in 0..<units {
        func sum(_ gate: Int) -> Double { x[gate * units + unit] + h[gate * units + unit] }
        switch cell {
        case .simple: next[unit] = tanh(sum(0))
        case .gru:
          func biased(_ gate: Int) -> Double {
            h[gate * units + unit] + bias[columns + gate * units + unit]
          }
          let update = logistic(x[unit] + biased(0))
          let reset = logistic(x[units + unit] + biased(1))
          let candidate = tanh(x[2 * units + unit] + reset * biased(2))
          next[unit] = update * state[unit] + (1 - update) * candidate
        case .gruResetBefore:
          // The candidate's product is one over all units, of the states behind their reset gates.
          let held = (0..<units).map { logistic(x[units + $0] + h[units + $0]) * state[$0] }
          let candidate = tanh(
            x[2 * units + unit] + product(held, recurrent, 2 * units + unit))
          let update = logistic(sum(0))
          next[unit] = update * state[unit] + (1 - update) * candidate
        case .lstm:
          memory[unit] = logistic(sum(1)) * memory[unit] + logistic(sum(0)) * tanh(sum(2))
          next[unit] = logistic(sum(3)) * tanh(memory[unit])
        }
      }
      state = next
      return state
    }
  }

  /// Rows of all series, one after another, as series.
  static func series(_ rows: [[Double]], steps: Int) -> [[[Double]]] {
    stride(from: 0, to: rows.count, by: steps).map { Array(rows[$0..<$0 + steps]) }
  }
}
