import Foundation

/// What a comparison found, in a line of plain words.
public enum DriftSentence {
  /// The verdict on one feature, with the numbers it rests on.
  ///
  /// For example `p34 drifted: KS .41 (p<1e-9), W1 2.3, PSI .44`.
  public static func feature(_ drift: FeatureDrift) -> String {
    guard let p = drift.p else { return "\(drift.name): nothing to compare" }
    let evidence = "\(effect(drift)) (\(pValue(drift)))"
    if drift.drifted {
      let distances = [
        drift.wasserstein.map { ", W1 \(number($0))" }, drift.psi.map { ", PSI \(number($0))" },
      ]
      return "\(drift.name) drifted: \(evidence)" + distances.compactMap(\.self).joined()
    }
    if (drift.pAdjusted ?? p) < 0.05 { return "\(drift.name) moved, but little: \(evidence)" }
    if drift.effectSize >= 0.1 {
      return "\(drift.name) may have moved, too few values to tell: \(evidence)"
    }
    return "\(drift.name) did not drift: \(evidence)"
  }

  /// The verdict on all features of a comparison.
  ///
  /// For example `41 of 64 features drifted; most on p34 (KS .41)`.
  public static func features(_ features: [FeatureDrift]) -> String {
    let judged = features.filter { $0.p != nil }
    guard !judged.isEmpty else { return "no feature could be compared" }
    let drifted = judged.filter(\.drifted)
    guard let most = drifted.max(by: { $0.effectSize < $1.effectSize }) else {
      return "none of \(counted(judged)) drifted"
    }
    let strongest = "\(most.name) (\(effect(most)))"
    let share = "\(drifted.count) of \(counted(judged)) drifted"
    return drifted.count == 1 ? "\(share): \(strongest)" : "\(share); most on \(strongest)"
  }

  private static func counted(_ features: [FeatureDrift]) -> String {
    features.count == 1 ? "1 feature" : "\(features.count) features"
  }

  /// The effect size with its name: `KS .41`, `V .12`.
  public static func effect(_ drift: FeatureDrift) -> String {
    switch drift.kind {
    case .numeric: "KS \(number(drift.effectSize))"
    case .categorical: "V \(number(drift.effectSize))"
    }
  }

  /// The p value: `p .031`, `p<1e-9`, with `~` for `=` when it is asymptotic.
  private static func pValue(_ drift: FeatureDrift) -> String {
    guard let p = drift.p else { return "no p" }
    if p < 1e-9 { return "p<1e-9" }
    return (drift.ks?.isAsymptotic == true ? "p~" : "p ") + number(p)
  }

  /// Two significant digits, without the zero before the point: `.41`, `2.3`, `120`, `4e-7`.
  private static func number(_ value: Double) -> String {
    if value != 0 && abs(value) < 0.001 || abs(value) >= 1e6 {
      return String(format: "%.0e", value)
    }
    let digits = value == 0 ? 0 : max(0, 1 - Int(log10(abs(value)).rounded(.down)))
    let text = String(format: "%.\(digits)f", value)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
