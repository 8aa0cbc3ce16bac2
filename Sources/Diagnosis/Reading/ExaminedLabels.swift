import Datasets
import Runs

/// The target in all files.
struct ExaminedLabels: Sendable {
  /// Classes, or the scale of numbers, of the files that are learned from.
  let encoder: TargetEncoder

  /// The samples with a target in each file.
  private let files: [Runs.Split: Encoded]

  /// The target of a file.
  struct Encoded: Sendable {
    /// One element for each sample that has one: classes by number, -1 for one never learned, or
    /// numbers.
    let target: Target

    /// Which samples those are.
    let samples: [Int]

    /// How often each class occurs that is never learned.
    let unknownClasses: [String: Int]

    /// How often each class of the encoder occurs.
    let counts: [Int]
  }

  /// Finds the target as training does; `nil` when it cannot be learned.
  init?(files: [ExaminedFile], configuration: DataConfiguration) {
    let learned = files.filter { $0.split != .test }.compactMap(\.labels)
    let task: TaskKind? = configuration.task.map {
      $0 == .classification ? .classification : .regression
    }
    let encoder =
      learned.isEmpty
      ? nil : try? TargetEncoder.fit(tables: learned, column: configuration.target, task: task)
    guard let encoder else { return nil }
    self.encoder = encoder
    var encoded: [Runs.Split: Encoded] = [:]
    for file in files {
      guard let labels = file.labels else { continue }
      let (target, samples, unknown) = encoder.encode(labels)
      var counts = [Int](repeating: 0, count: encoder.classes.count)
      if case .classes(let codes) = target {
        for code in codes where code >= 0 { counts[Int(code)] += 1 }
      }
      encoded[file.split] = Encoded(
        target: target, samples: samples, unknownClasses: unknown, counts: counts)
    }
    self.files = encoded
  }

  /// The target of a split's file.
  subscript(split: Runs.Split) -> Encoded? { files[split] }

  /// How often each class occurs in the files that are learned from.
  var learnedCounts: [Int] {
    let counts = [Runs.Split.source, .train].compactMap { files[$0]?.counts }
    return encoder.classes.indices.map { index in counts.reduce(0) { $0 + $1[index] } }
  }
}
