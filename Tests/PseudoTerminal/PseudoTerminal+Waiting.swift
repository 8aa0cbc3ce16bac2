public import Glibc

extension PseudoTerminal {
  /// Reads what the program writes until `condition` holds.
  ///
  /// - Returns: Whether it held within `seconds`, which are plenty: a slow machine is no failure.
  public func wait(seconds: Double = 30, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let end = Self.now() + seconds
    while !condition(self) {
      guard Self.now() < end else { return false }
      read(milliseconds: 20)
    }
    return true
  }

  /// Reads until the picture contains `text`.
  public func waitForText(_ text: String, seconds: Double = 30) -> Bool {
    wait(seconds: seconds) { $0.screen.text.contains(text) }
  }

  /// Reads until the program has been silent for `milliseconds`, or has talked for ten seconds.
  public func settle(milliseconds: Int = 300) {
    let end = Self.now() + 10
    var count = output.count
    var quietSince = Self.now()
    while Self.now() < end, Self.now() - quietSince < Double(milliseconds) / 1000 {
      read(milliseconds: 10)
      if output.count != count {
        count = output.count
        quietSince = Self.now()
      }
    }
  }

  /// Reads until the program has ended.
  ///
  /// - Returns: How it ended; nil when it did not within `seconds`.
  public func waitForEnd(seconds: Double = 30) -> Ending? {
    _ = wait(seconds: seconds) { $0.hasEnded }
    if ending != nil { read(milliseconds: 0) }
    return ending
  }

  /// Waits until the program has ended, without reading what it writes.
  public func waitWithoutReading(seconds: Double = 30) -> Bool {
    let end = Self.now() + seconds
    while !hasEnded {
      guard Self.now() < end else { return false }
      usleep(10_000)
    }
    return true
  }

  /// The first process that the program has started, if it has one.
  public func childProcess() -> pid_t? {
    guard let list = fopen("/proc/\(process)/task/\(process)/children", "r") else { return nil }
    defer { fclose(list) }
    var text = [UInt8](repeating: 0, count: 64)
    let count = fread(&text, 1, text.count, list)
    return String(decoding: text.prefix(count), as: UTF8.self).split(separator: " ").first
      .flatMap { pid_t($0) }
  }

  /// Whether the program has ended.
  public var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    return true
  }

  /// Takes what is there into the picture, waiting at most `milliseconds` for it.
  func read(milliseconds: Int32) {
    guard controller >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return
    }
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    var wait = milliseconds
    while poll(&source, 1, wait) > 0 {
      let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, Glibc.read(controller, buffer.baseAddress, buffer.count))
      }
      guard !bytes.isEmpty else { return }
      output += bytes
      screen.interpret(bytes)
      wait = 0
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
