import ArgumentParser
import Diagnosis
import Experiments
import Runs

/// What is wrong with an experiment and its data, before anything is trained.
struct DoctorCommand: ExperimentCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine an experiment and its data before training.",
    discussion: """
      It takes the options of fit, reads the files and tells what is wrong with them, the worst first: \
      what, where, why it matters and what to do. Nothing is trained or written. What fit would refuse is \
      an error among the other findings. \
      \(FileForms.sentence)
      """)

  @OptionGroup var options: ExperimentOptions

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast, help: "Write one JSON object.")
  var json = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "End with 1 when there is a finding, whichever.")
  var strict = false

  /// What of the arguments and of the experiment file could not be read.
  var unread = UnreadOptions()

  private enum CodingKeys: CodingKey {
    case options, json, strict
  }

  func run() throws {
    let findings = try findings()
    let output = OutputStream.standard
    if json {
      try output.line(findings.json.text)
    } else {
      try output.write(FindingsText(findings, output).text)
    }
    if strict, !findings.isEmpty { throw ExitCode(ExitStatus.failed) }
  }

  private func findings() throws -> [Finding] {
    var refused = unread.refused
    // Without an experiment that can be read and without data there is nothing else to examine.
    if unread.isWithoutFile, options.data.namesNothing { return Finding.refusals(refused) }
    func refuse(_ error: any Error) {
      refused.append(RefusedOption(message: Self.message(for: error).onOneLine))
    }
    let configuration: RunConfiguration
    do {
      configuration = try options.configuration(refuse: refuse)
    } catch {
      // What is missing may stand where it could not be read.
      guard !refused.isEmpty else { throw error }
      return Finding.refusals(refused)
    }
    var weights = SuppliedWeights()
    do { weights = try SuppliedWeights(readingFor: configuration) } catch { refuse(error) }
    do {
      try checkSaving(of: configuration)
    } catch {
      refused.append(RefusedOption(option: "save", message: "--save \(error)"))
    }
    return Examination(
      of: configuration, layersAsWritten: unread.layers, weights: weights,
      modelPath: options.save, refusedOptions: refused
    ).findings
  }
}
