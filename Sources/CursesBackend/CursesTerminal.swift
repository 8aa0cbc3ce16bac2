import CTerminal
import Glibc
public import TerminalUI

/// The terminal of the process, driven through ncurses.
///
/// There is one at a time. It belongs to the main thread, which the compiler ensures as far as it can:
/// the class is not `Sendable`, so it stays where it was made. However the program ends short of
/// SIGKILL, the terminal is given back as it was found; text written to standard error meanwhile
/// follows then.
public final class CursesTerminal: Terminal {
  /// The colours that are shown.
  public let colourDepth: ColourDepth
  /// Whether glyphs outside ASCII can be shown; without, they are replaced.
  public let isUTF8: Bool

  var isClosed = false
  var isGone = false
  /// Whether the shell has the terminal: the process was stopped and is not in front again yet.
  var isAway = false

  /// The screen that curses was given last; nil when what it holds is unknown.
  var shown: Screen?
  var mustRedraw = false
  var numbers: ColourNumbers
  var run: [UInt32] = []
  var decoder: KeyDecoder
  var waiting: [TerminalEvent] = []

  /// Takes the terminal over.
  ///
  /// Keys come from standard input or, where data come from there, from the terminal itself.
  ///
  /// - Parameters:
  ///   - environment: What the environment variables say about the terminal.
  ///   - options: What is decided instead of found out.
  /// - Throws: ``CursesError`` when there is no terminal, or none that can show a screen.
  public init(
    environment: TerminalEnvironment, options: CursesOptions = CursesOptions()
  ) throws(CursesError) {
    guard isatty(STDOUT_FILENO) != 0 else { throw CursesError.notATerminal }
    let entry = try TerminalEntry(named: environment.type)
    let depth = ColourDepth.decide(
      forced: options.colourDepth, environment: environment, facts: entry.colours)
    isUTF8 = ct_use_locale(options.forcesUTF8)
    switch ct_start(entry.name, Int32(depth.coloursToCompose(facts: entry.colours))) {
    case CT_STARTED: break
    case CT_NOT_A_TERMINAL: throw .notATerminal
    case CT_UNKNOWN_TERMINAL: throw .unusableTerminal(type: environment.type)
    default: throw .noResources(code: errno)
    }
    let colours = Int(ct_colours())
    colourDepth = depth.limited(to: colours)
    numbers = ColourNumbers(depth: colourDepth, colours: colours)
    decoder = KeyDecoder(
      sequences: KeySequences { capability in
        ct_key_sequence(capability).map { Array(String(cString: $0).utf8) }
      })
  }

  deinit { close() }

  /// The present number of columns and rows.
  public var size: Size { Size(width: Int(ct_columns()), height: Int(ct_rows())) }

  /// Gives the terminal back as it was found.
  ///
  /// Further calls do nothing.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    ct_stop()
  }

  /// Gives the calling thread a stack for the crash handler, so that the terminal is given back
  /// even when that thread runs out of its own.
  ///
  /// Each long-lived thread calls it once.
  public static func guardCurrentThread() { ct_guard_thread() }
}
