/// Options that the program does not take.
struct RefusedOptionCheck: Check {
  let name = "refused-option"
  let why = "Training does not begin; the rest was examined without the option."

  func findings(in examination: Examination) -> [Finding] {
    findings(for: examination.refusedOptions, why: why)
  }

  fileprivate func findings(for options: [RefusedOption], why: String) -> [Finding] {
    options.map {
      finding(
        .error, $0.message.asSentence, in: $0.file, why: why,
        action: "Correct or leave out the option.")
    }
  }
}

extension Finding {
  /// What is found of an experiment of which nothing can be read but what is refused.
  public static func refusals(_ options: [RefusedOption]) -> [Finding] {
    RefusedOptionCheck().findings(
      for: options, why: "Training does not begin, and nothing else could be examined.")
  }
}
