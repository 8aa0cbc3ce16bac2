import Foundation
import NeuralEngine

/// One run of the fixtures: what Keras was told and what it reported.
struct KerasRun: Decodable {
  struct Optimizer: Decodable {
    let name: String
    let learning_rate: Double
    let weight_decay: Double?
    let momentum: Double?
  }

  struct Report: Decodable {
    let loss: [Double]
    let accuracy: [Double]
    let cross_entropy: [Double]
  }

  struct Means: Decodable {
    let loss: Double
    let accuracy: Double
    let cross_entropy: Double
  }

  let run: String
  let epochs: Int
  let batch: Int
  let l1: Double
  let l2: Double
  let optimizer: Optimizer
  let reported_by_fit: Report
  let epoch1_running_means_after_each_batch: [Means]
  let evaluate_at_epochs: [Int]
  let evaluate: [Means]

  static let names = [
    "adamw", "l1_0.01", "l1l2_0.01", "l2_0.01", "none", "sgd", "sgd_momentum",
  ].flatMap { setting in [0, 1].map { "mlp-\(setting)-seed\($0)" } }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("Fixtures/parity")

  static func named(_ name: String) throws -> KerasRun {
    let data = try Data(contentsOf: folder.appendingPathComponent("\(name).json"))
    return try JSONDecoder().decode(KerasRun.self, from: data)
  }

  static func samples() throws -> Samples {
    let text = try String(
      contentsOf: folder.appendingPathComponent("mlp.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    return Samples(
      inputs: rows.flatMap { $0.dropLast().map { Float($0) ?? .nan } }, features: 30,
      labels: rows.map { $0.last.flatMap { Int32($0) } ?? -1 })
  }

  /// The 200 series of the recurrent runs, each input through `change`; with `lengths` as many steps
  /// of each series as it says.
  static func series(
    lengths: ((Int) -> Int)? = nil, _ change: (Float) -> Float = { $0 }
  ) throws -> Samples {
    let text = try String(
      contentsOf: folder.appendingPathComponent("rnn.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let firsts = rows.filter { $0[1] == "0" }
    let kept = rows.filter { row in
      guard let lengths, let series = Int(row[0]), let step = Int(row[1]) else { return true }
      return step < lengths(series)
    }
    return Samples(
      inputs: kept.flatMap { $0[2..<7].map { change(Float($0) ?? .nan) } }, features: 5, steps: 12,
      lengths: lengths.map { firsts.indices.map($0) }, labels: firsts.map { Int32($0[7]) ?? -1 })
  }

  func weights(_ moment: String) throws -> [NamedTensor] {
    try SafetensorsFile.read(
      KerasRun.folder.appendingPathComponent("\(run).\(moment).safetensors"))
  }

  var isAdam: Bool { optimizer.name.hasPrefix("adam") }

  var configuration: OptimizerConfiguration {
    OptimizerConfiguration(
      kind: optimizer.name == "adam_w" ? .adamw : isAdam ? .adam : .sgd,
      learningRate: optimizer.learning_rate, momentum: optimizer.momentum,
      weightDecay: optimizer.weight_decay)
  }
}
