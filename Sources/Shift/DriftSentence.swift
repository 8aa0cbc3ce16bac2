import Foundation

/// What a comparison found, in a line of plain words.
public enum DriftSentence {
  /// The verdict on one feature, with the numbers it rests on.
  ///
  /// For example `p34 drifted: KS .41 (p<1e-9), W1 2.3, PSI .44`, and where gaps have become more or fewer
  /// `age did not drift: KS .03 (p .41); missing changed from 2% to 30% (p<1e-9)`. Each p is the corrected one, that
  /// the verdict goes by.
  public static func feature(_ drift: FeatureDrift) -> String {
    let gaps = drift.missingDrifted ? missing(drift) : nil
    return [values(drift), newRows(drift), gaps].compactMap(\.self).joined(separator: "; ")
  }

  /// The rows of categories that the reference never had: `50% of rows in new categories (3% expected)`; `nil` where they
  /// are few.
  private static func newRows(_ drift: FeatureDrift) -> String? {
    guard let share = drift.newShare, share >= FeatureDrift.smallestEffect,
      let expected = drift.newShareExpected
    else { return nil }
    return "\(percent(share)) of rows in new categories (\(percent(expected)) expected)"
  }

  /// How the missing values changed: `missing changed from 2% to 30% (p<1e-9)`; `nil` without a test.
  public static func missing(_ drift: FeatureDrift) -> String? {
    (drift.missingPAdjusted ?? drift.missingP).map { p in
      "missing changed from \(percent(drift.missing.reference)) to "
        + "\(percent(drift.missing.current)) (\(probability(p)))"
    }
  }

  /// The verdict on the values of a feature.
  private static func values(_ drift: FeatureDrift) -> String {
    let isAsymptotic = drift.ks?.isAsymptotic ?? false
    func chance(_ p: Double) -> String { probability(p, isApproximate: isAsymptotic) }
    let verdict = drift.verdict
    let p = (drift.pAdjusted ?? drift.p).map { corrected in
      // The only verdict that the feature's own p has a part in.
      chance(corrected)
        + (verdict == .tooFewToTell ? drift.p.map { ", alone \(chance($0))" } ?? "" : "")
    }
    let evidence =
      if let effect = effect(drift) { effect + (p.map { " (\($0))" } ?? "") } else { p ?? "" }
    switch verdict {
    case .incomparable: return "\(drift.name): nothing to compare"
    case .drifted:
      let distances = [
        drift.wasserstein.map { ", W1 \(number($0))" },
        drift.isOneBin ? nil : drift.psi.map { ", PSI \(number($0))" },
      ]
      return "\(drift.name) drifted: \(evidence)" + distances.compactMap(\.self).joined()
    case .movedLittle: return "\(drift.name) moved, but little: \(evidence)"
    case .tooFewToTell: return "\(drift.name) may have moved, too few values to tell: \(evidence)"
    case .notDrifted: return "\(drift.name) did not drift: \(evidence)"
    }
  }

  /// The verdict on all features of a comparison.
  ///
  /// For example `41 of 64 features drifted; most on p34 (KS .41)`, and of a model that is known
  /// `41 of 64 features drifted; the model leans on 12 of them; most on p34 (KS .41)`.
  ///
  /// - Parameters:
  ///   - features: The features, with their verdicts.
  ///   - use: How much a model uses each feature, in `0...1` of the one that it uses most; the
  ///     model leans on a feature from a half on. `nil` when there is no model to speak of.
  ///   - noun: What a feature is called, in the singular, such as `logit`.
  /// - Returns: The line, without a full stop.
  public static func features(
    _ features: [FeatureDrift], use: [String: Double]? = nil, noun: String = "feature"
  ) -> String {
    func counted(_ features: [FeatureDrift]) -> String {
      features.count == 1 ? "1 \(noun)" : "\(features.count) \(noun)s"
    }

    let judged = features.filter { $0.p != nil }
    guard !judged.isEmpty else { return "no \(noun) could be compared" + gaps(features) }
    let drifted = judged.filter(\.drifted)
    let gaps = gaps(features)
    guard !drifted.isEmpty else { return "none of \(counted(judged)) drifted" + gaps }
    let share = "\(drifted.count) of \(counted(judged)) drifted"
    let leaning = use.map { use in drifted.count { use[$0.name, default: 0] >= leaningUse } }
    // What the model leans on comes first; where that is nothing, drift alone decides.
    let weights = (leaning ?? 0) > 0 ? use : nil
    func weight(_ drift: FeatureDrift) -> Double {
      drift.effectSize * (weights.map { $0[drift.name, default: 0] } ?? 1)
    }
    let most = drifted.max { weight($0) < weight($1) }
    let strongest = most.map { most in most.name + (effect(most).map { " (\($0))" } ?? "") } ?? ""
    let model = leaning.map { "; the model leans on \(part($0, of: drifted.count))" } ?? ""
    return
      (drifted.count == 1
      ? "\(share): \(strongest)\(model)" : "\(share)\(model); most on \(strongest)") + gaps
  }

  /// The features whose missing values changed: `; missing values changed in 3, most in age (2% to 30%)`.
  private static func gaps(_ features: [FeatureDrift]) -> String {
    let changed = features.filter(\.missingDrifted)
    guard let most = changed.max(by: { $0.missingEffect < $1.missingEffect }) else { return "" }
    let shares =
      "\(most.name) (\(percent(most.missing.reference)) to \(percent(most.missing.current)))"
    return changed.count == 1
      ? "; missing values changed in \(shares)"
      : "; missing values changed in \(changed.count), most in \(shares)"
  }

  /// The use, of the most used feature's, from which on a model leans on a feature.
  private static let leaningUse = 0.5

  private static func part(_ count: Int, of all: Int) -> String {
    switch (count, all) {
    case (0, 1): "others"
    case (1, 1): "it"
    case (0, _): "none of them"
    case (all, _): "all of them"
    default: "\(count) of them"
    }
  }

  /// The effect size with its name: `KS .41`, `V .12`; `nil` when the samples do not determine it.
  public static func effect(_ drift: FeatureDrift) -> String? {
    let isDetermined =
      switch drift.kind {
      case .numeric: drift.ks != nil
      case .categorical: drift.cramersV != nil
      }
    guard isDetermined else { return nil }
    let size =
      drift.effectSize < 0.995 ? withoutZero(String(format: "%.2f", drift.effectSize)) : "1.0"
    return switch drift.kind {
    case .numeric: "KS \(size)"
    case .categorical: "V \(size)"
    }
  }

  /// A p value: `p .031`, `p 4e-5`, `p<1e-9`, with `~` when it is an approximation.
  ///
  /// Rounded as numbers on the screen are, so that a table and the sentence beside it say the same.
  public static func probability(_ p: Double, isApproximate: Bool = false) -> String {
    guard p >= 1e-9 else { return "p<1e-9" }
    let mark = isApproximate ? "~" : ""
    if p < 0.0005 { return "p \(mark)\(exponential(p))" }
    let digits = String(format: "%.\(p < 0.0995 ? 3 : 2)f", p)
    // The width stays the same from 1 on: a decimal goes when a digit comes in front of the point.
    return "p \(mark)\(digits.hasPrefix("0") ? digits.dropFirst() : digits.dropLast())"
  }

  /// Two significant digits: `.41`, `2.0`, `120`, `4.2e-7`; so a number is written in tables and sentences alike.
  public static func number(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "?" }
    let parts = String(format: "%.1e", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return "\(value)" }
    guard (-3...4).contains(exponent) else { return "\(parts[0])e\(exponent)" }
    return withoutZero(String(format: "%.\(max(0, 1 - exponent))f", value))
  }

  /// A share in percent, as on the screen: `2%`, `0.4%`.
  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    let digits = String(format: "%.\(percent >= 9.95 ? 0 : 1)f", percent)
    return (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) + "%"
  }

  /// One significant digit and a power of ten: `4e-7`.
  private static func exponential(_ value: Double) -> String {
    let parts = String(format: "%.0e", value).split(separator: "e")
    return "\(parts[0])e\(parts.dropFirst().first.flatMap { Int($0) } ?? 0)"
  }

  /// The digits without the zero before the point.
  static func withoutZero(_ digits: String) -> String {
    if digits.hasPrefix("0.") { return String(digits.dropFirst()) }
    return digits.hasPrefix("-0.") ? "-\(digits.dropFirst(2))" : digits
  }
}
