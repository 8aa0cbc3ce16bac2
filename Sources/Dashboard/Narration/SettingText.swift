import Runs
import TerminalUI

/// A setting in words: short for a mark on a curve, long for a sentence.
enum SettingText {
  /// The setting on a mark: `L1 1e-3`, `L1 off`, `rate 3e-4`, `subgradient`, `to base`.
  static func mark(_ setting: Setting) -> String {
    switch setting {
    case .l1(let strength): "L1 \(Figures.strength(strength))"
    case .l2(let strength): "L2 \(Figures.strength(strength))"
    case .learningRate(let rate): "rate \(NumberText.strength(rate))"
    case .l1Mode(let mode): mode.rawValue
    case .pull(let pull): "to \(pull.rawValue)"
    }
  }

  /// The setting at the beginning of a sentence: `L1 1e-3`, `Learning rate 3e-4`, `L1 off`.
  static func subject(_ setting: Setting) -> String {
    switch setting {
    case .l1, .l2: mark(setting)
    case .learningRate(let rate): "Learning rate \(NumberText.strength(rate))"
    case .l1Mode(let mode): "\(mode == .proximal ? "Proximal" : "Subgradient") L1"
    case .pull(let pull): pull == .zero ? "Pull to zero" : "Pull to the base"
    }
  }

  /// The setting within a sentence: `L1 1e-3`, `learning rate 3e-4`, `subgradient L1`.
  static func inSentence(_ setting: Setting) -> String {
    let text = subject(setting)
    switch setting {
    case .l1, .l2: return text
    case .learningRate, .l1Mode, .pull: return text.prefix(1).lowercased() + text.dropFirst()
    }
  }

  private static func ofLayers(_ name: String, _ strengths: [String: Double]) -> [String] {
    strengths.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\(name) \(NumberText.strength($0.value)) in \($0.key)" }
  }

  /// The penalties that act: `L1 1e-3 and L2 1e-2`, `L1 1e-1 in dense_0`, `no penalty`.
  static func penalties(_ settings: PenaltySettings) -> String {
    let general = [
      settings.l1.isOn ? mark(.l1(settings.l1)) : nil,
      settings.l2.isOn ? mark(.l2(settings.l2)) : nil,
    ].compactMap { $0 }
    let acting =
      general + ofLayers("L1", settings.layerL1) + ofLayers("L2", settings.layerL2)
    return acting.isEmpty ? "no penalty" : acting.joined(separator: " and ")
  }
}
