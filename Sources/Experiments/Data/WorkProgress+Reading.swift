public import Datasets
public import Runs

extension WorkProgress {
  /// What a reader of files tells, as work that begins now.
  public static func reading(
    _ report: @escaping @Sendable (WorkProgress) -> Void
  ) -> @Sendable (ReadingProgress) -> Void {
    let began = MonotonicTime.now
    return { progress in
      let file = progress.file == StandardInput.path ? "standard input" : progress.file.fileName
      report(
        WorkProgress(
          "reading \(file)", done: progress.bytes, of: progress.byteCount, .bytes,
          seconds: MonotonicTime.now.seconds(since: began)))
    }
  }
}
