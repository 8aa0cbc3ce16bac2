import ArgumentParser

extension DoctorCommand {
  /// The command, with the options that cannot be read put aside: they are findings, and what is
  /// left of the experiment is examined all the same.
  ///
  /// - Throws: ArgumentParser's errors for options that there are not, and for help.
  static func command(for arguments: [String]) throws -> any ParsableCommand {
    let options = OptionNames.values(of: DoctorCommand.self)
    let given = GivenOption.all(in: arguments, options)
    // What is no option at all is wrong usage, as of every command; and help is no examination.
    guard given.allSatisfy({ $0.name.map { options[$0] != nil } ?? true }) else {
      return try Ridgeline.parseAsRoot([_commandName] + arguments)
    }
    var unread = UnreadOptions()
    var own = unread.arguments(of: given)
    if let path = try parse(own).experiment {
      let names = OptionNames.given(in: own)
      own = unread.arguments(ofFile: path, options, replacedBy: names) + own
    }
    var command = try parse(own)
    command.unread = unread
    return command
  }
}
