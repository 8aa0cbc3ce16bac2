public import Glibc

/// A terminal without glass, and the program that runs on it.
///
/// The program gets the terminal as its standard input, output and error and as its controlling
/// terminal, in a session of its own. What it writes is read only inside the waiting calls.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    /// It exited with a status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
  }

  /// Something the system refused.
  public struct Failure: Error, CustomStringConvertible {
    /// What failed and why.
    public let description: String

    init(_ what: String, code: Int32 = errno) {
      description = "\(what): \(String(cString: strerror(code)))"
    }
  }

  /// The terminal's settings before the program started.
  public let settingsBefore: TerminalSettings
  /// Everything the program has written so far.
  public internal(set) var output: [UInt8] = []
  /// The picture that the output makes.
  public var screen: VirtualScreen
  /// The program's process.
  public let process: pid_t

  var ending: Ending?
  var controller: Int32
  private let device: Int32

  /// Starts a program on a new terminal.
  ///
  /// - Parameters:
  ///   - executable: The program's path.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: Its whole environment.
  ///   - columns: The terminal's width.
  ///   - rows: The terminal's height.
  /// - Throws: ``Failure`` when the system refuses a terminal or the program.
  public init(
    running executable: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard controller >= 0, ioctl(controller, Linux.setTerminalLock, &isLocked) == 0,
      ioctl(controller, Linux.getTerminalNumber, &number) == 0
    else { throw Failure("pseudo-terminal") }
    let name = "/dev/pts/\(number)"
    // Kept open, so that the settings can be read after the program has ended.
    device = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard device >= 0 else { throw Failure("open terminal") }
    settingsBefore = TerminalSettings(of: device)
    screen = VirtualScreen(columns: columns, rows: rows)
    Self.setSize(controller, columns, rows)
    process = try Self.spawn(executable, arguments, environment, on: name)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(device)
    if controller >= 0 { close(controller) }
  }

  /// The terminal's settings now.
  public var settings: TerminalSettings { TerminalSettings(of: device) }

  /// Types `text`.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Types `bytes`.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the terminal another size; the system tells the program.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Self.setSize(controller, columns, rows)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Cuts the line, as when a connection is lost.
  public func hangUp() {
    close(controller)
    controller = -1
  }

  /// Constants of the system's headers that are not imported into Swift.
  private enum Linux {
    static let setTerminalLock: UInt = 0x4004_5431  // TIOCSPTLCK
    static let getTerminalNumber: UInt = 0x8004_5430  // TIOCGPTN
    static let startInNewSession: Int16 = 0x80  // POSIX_SPAWN_SETSID
  }

  private static func setSize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String: String],
    on terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, the terminal becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | Linux.startInNewSession)

    let argumentList = ([executable] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentList + variables).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, executable, &actions, &attributes, argumentList, variables)
    guard code == 0 else { throw Failure("start \(executable)", code: code) }
    return process
  }
}
