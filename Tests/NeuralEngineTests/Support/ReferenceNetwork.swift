import CKernels
import Foundation
import NeuralEngine

/// A network in double precision, written as plainly as it can be: the oracle of the gradients.
struct ReferenceNetwork {
  let architecture: NetworkArchitecture
  let loss: LossFunction
  var penalty = Penalty()
  var base: [[Double]] = []

  /// The seed and step of dropout; `nil` is evaluation.
  var dropout: (seed: UInt64, step: Int)?

  /// The factor of each row's loss.
  var weights: [Double]?

  /// The loss and the penalty for weights in the order of the network's.
  func total(_ weights: [[Double]], inputs: [[Double]], answers: [Double]) -> Double {
    dataLoss(weights, inputs: inputs, answers: answers) + penaltyValue(weights)
  }

  func dataLoss(_ weights: [[Double]], inputs: [[Double]], answers: [Double]) -> Double {
    let outputs = outputs(weights, inputs: inputs)
    let losses = zip(outputs, answers).map { rowLoss($0, $1) }
    let known = loss.isOfClasses ? answers.count { $0 >= 0 } : answers.count
    let weighted = losses.indices.reduce(0.0) { $0 + losses[$1] * (self.weights?[$1] ?? 1) }
    return weighted / Double(max(known, 1))
  }

  private func rowLoss(_ row: [Double], _ answer: Double) -> Double {
    let error = row[0] - answer
    switch loss.kind {
    case .meanSquaredError: return error * error
    case .meanAbsoluteError: return abs(error)
    case .huber:
      let delta = loss.huberDelta
      return abs(error) <= delta ? error * error / 2 : delta * (abs(error) - delta / 2)
    case .sparseCategoricalCrossentropy, .binaryCrossentropy, .categoricalFocalCrossentropy:
      if answer < 0 { return 0 }
      let logits = loss.kind == .binaryCrossentropy ? [0, row[0]] : row
      let highest = logits.max() ?? 0
      let logSum = log(logits.reduce(0) { $0 + exp($1 - highest) }) + highest
      return logits.enumerated().reduce(0.0) { sum, element in
        let (place, logit) = element
        var share = loss.labelSmoothing / Double(logits.count)
        if place == Int(answer) { share += 1 - loss.labelSmoothing }
        let p = exp(logit - logSum)
        let isFocal = loss.kind == .categoricalFocalCrossentropy
        let factor = isFocal ? loss.focalAlpha * pow(1 - p, loss.focalGamma) : 1
        return sum + share * factor * (logSum - logit)
      }
    }
  }

  func penaltyValue(_ weights: [[Double]]) -> Double {
    var value = 0.0
    let names = architecture.parameterNamesAndShapes.map(\.0)
    for tensor in weights.indices {
      let isBias = names[tensor].hasSuffix("/bias")
      guard names[tensor].hasSuffix("kernel") || (isBias && penalty.penalisesBiases) else {
        continue
      }
      let layer = String(names[tensor].prefix { $0 != "/" })
      for (index, weight) in weights[tensor].enumerated() {
        let away = penalty.pull == .base ? weight - base[tensor][index] : weight
        value +=
          (penalty.layerL1[layer] ?? penalty.l1) * abs(away)
          + (penalty.layerL2[layer] ?? penalty.l2) * away * away
      }
    }
    return value
  }

  func outputs(_ weights: [[Double]], inputs: [[Double]]) -> [[Double]] {
    var values = inputs
    var next = 0
    var dropouts = 0
    var noises = 0
    var isInput = true
    func dense(units: Int, activation: Activation) {
      let kernel = weights[next]
      let bias = weights[next + 1]
      next += 2
      values = values.map { row in
        (0..<units).map { unit in
          var sum = bias[unit]
          for (index, value) in row.enumerated() { sum += value * kernel[index * units + unit] }
          return activate(activation, sum)
        }
      }
      isInput = false
    }
    if !architecture.embeddings.isEmpty {
      values = values.map { embedded($0, tables: weights) }
      next += architecture.embeddings.count
      isInput = false
    }
    for (position, layer) in architecture.layers.enumerated() {
      switch layer {
      case .dense(let units, let activation): dense(units: units, activation: activation)
      case .dropout(let rate):
        values = dropped(values, rate: rate, ordinal: dropouts, isInput: isInput)
        dropouts += 1
      case .noise(let deviation):
        values = noisy(values, deviation: deviation, ordinal: noises)
        noises += 1
      case .layerNormalization:
        values = values.map { normalised($0, gamma: weights[next], beta: weights[next + 1]) }
        next += 2
        isInput = false
      case .batchNormalization:
        let columns = values[0].indices.map { column in values.map { $0[column] } }
        let scaled = columns.enumerated().map { column, values in
          let one = [Double](repeating: 1, count: values.count)
          return normalised(
            values, gamma: one.map { $0 * weights[next][column] },
            beta: one.map { $0 * weights[next + 1][column] })
        }
        values = values.indices.map { row in scaled.map { $0[row] } }
        next += 4
        isInput = false
      case .recurrent(let cell, let units, let isBidirectional):
        let keepsTime = architecture.layers.dropFirst(position + 1).first { layer in
          switch layer {
          case .dropout, .noise, .layerNormalization, .batchNormalization: false
          default: true
          }
        }
        var returnsSeries = true
        switch keepsTime {
        case nil, .dense: returnsSeries = false
        default: break
        }
        var halves: [[[[Double]]]] = []
        for isReversed in isBidirectional ? [false, true] : [false] {
          halves.append(
            ReferenceNetwork.series(values, steps: architecture.steps ?? 1).map { series in
              let states = ReferenceNetwork.states(
                cell, units: units, series: isReversed ? series.reversed() : series,
                kernel: weights[next], recurrent: weights[next + 1], bias: weights[next + 2])
              let shown = returnsSeries ? states : states.suffix(1)
              return isReversed ? shown.reversed() : shown
            })
          next += 3
        }
        let rows = halves.map { $0.flatMap { $0 } }
        values = rows[0].indices.map { row in rows.flatMap { $0[row] } }
        isInput = false
      case .flatten:
        values = ReferenceNetwork.series(values, steps: architecture.steps ?? 1).map {
          $0.flatMap { $0 }
        }
        isInput = false
      case .pooling(let pooling):
        values = ReferenceNetwork.series(values, steps: architecture.steps ?? 1).map { series in
          series[0].indices.map { column in
            let steps = series.map { $0[column] }
            return pooling == .maximum
              ? steps.max() ?? 0 : steps.reduce(0, +) / Double(steps.count)
          }
        }
        isInput = false
      }
    }
    dense(units: architecture.outputs, activation: .linear)
    return values
  }

  /// Runs of inputs times their tables, in their places.
  private func embedded(_ row: [Double], tables: [[Double]]) -> [Double] {
    var result: [Double] = []
    var next = 0
    for (embedding, table) in zip(architecture.embeddings, tables) {
      result += row[next..<embedding.first]
      for dimension in 0..<embedding.dimensions {
        result.append(
          embedding.inputs.enumerated().reduce(0.0) { sum, element in
            sum + row[element.element] * table[element.offset * embedding.dimensions + dimension]
          })
      }
      next = embedding.inputs.upperBound
    }
    return result + row[next...]
  }

  /// Mean 0 and variance 1, but for the 0.001 that is added to the variance.
  private func normalised(_ values: [Double], gamma: [Double], beta: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return values.indices.map {
      gamma[$0] * (values[$0] - mean) / (variance + 1e-3).squareRoot() + beta[$0]
    }
  }

  /// Each row has blocks of its own in the stream of (seed, step, layer).
  private func noisy(_ values: [[Double]], deviation: Double, ordinal: Int) -> [[Double]] {
    guard let dropout else { return values }
    var stream = ck_stream(
      seed: dropout.seed, purpose: RandomPurpose.noise.rawValue,
      index: UInt64(dropout.step) << 16 | UInt64(ordinal))
    let blocks = (values[0].count + 3) / 4
    return values.enumerated().map { row, values in
      var words: [UInt32] = [0, 0, 0, 0]
      return values.enumerated().map { column, value in
        ck_random_block(&stream, UInt32(row * blocks + column / 4), &words)
        let pair = column % 4 / 2 * 2
        let radius = (-2 * log((Double(words[pair]) + 0.5) * 0x1p-32)).squareRoot()
        let angle = 2 * Double.pi * (Double(words[pair + 1]) + 0.5) * 0x1p-32
        return value + deviation * radius * (column % 2 == 0 ? cos(angle) : sin(angle))
      }
    }
  }

  /// Element (row, column) is number row * stride + column of the stream of (seed, step, layer);
  /// the rows of a layer's outputs are padded to 16, those of the inputs are not.
  private func dropped(
    _ values: [[Double]], rate: Double, ordinal: Int, isInput: Bool
  ) -> [[Double]] {
    guard let dropout else { return values }
    var stream = ck_stream(
      seed: dropout.seed, purpose: RandomPurpose.dropout.rawValue,
      index: UInt64(dropout.step) << 16 | UInt64(ordinal))
    let width = values[0].count
    let stride = isInput ? width : (width + 15) / 16 * 16
    return values.enumerated().map { row, values in
      values.enumerated().map { column, value in
        let element = row * stride + column
        var words: [UInt32] = [0, 0, 0, 0]
        ck_random_block(&stream, UInt32(element / 4), &words)
        return Double(words[element % 4]) >= rate * 4_294_967_296 ? value / (1 - rate) : 0
      }
    }
  }

  private func activate(_ activation: Activation, _ z: Double) -> Double {
    switch activation {
    case .linear: z
    case .relu: max(z, 0)
    case .tanh: tanh(z)
    case .sigmoid: 1 / (1 + exp(-z))
    case .gelu: 0.5 * z * erfc(-z / 2.0.squareRoot())
    case .leakyRelu: z > 0 ? z : 0.2 * z
    case .elu: z > 0 ? z : expm1(z)
    case .selu: 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * expm1(z))
    case .silu: z / (1 + exp(-z))
    case .softplus: log1p(exp(z))
    }
  }
}
