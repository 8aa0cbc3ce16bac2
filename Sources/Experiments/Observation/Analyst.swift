import Datasets
import NeuralEngine
import Runs

/// The second thread of a session: looks into the data once, and into the model as it learns.
///
/// It has a network of its own and takes weights from the board when it is free, so that training
/// neither waits for it nor works for it. It looks at most ten times a second and rests many times as
/// long as a look took, which leaves caches and memory to training: at full speed it costs less than
/// 2 % of the rate. A wish to look at something else ends the rest at once.
struct Analyst {
  /// The shortest time between two looks, in seconds: the screen shows no more.
  private static let shortestInterval = 0.1

  /// The part of its time that the thread may work.
  ///
  /// Where training keeps every processor busy, all of its threads wait for the one that is held up.
  private let share: Double

  private let data: PreparedData
  private let architecture: NetworkArchitecture
  private let channels: SessionChannels

  /// Starts the thread beside so many that train; it ends when the board is closed.
  static func start(
    data: PreparedData, architecture: NetworkArchitecture, trainingThreads: Int,
    channels: SessionChannels, prepare: @escaping @Sendable () -> Void
  ) -> WorkerThread {
    let hasProcessor = trainingThreads < Processors.count
    let analyst = Analyst(
      share: hasProcessor ? 0.05 : 0.02, data: data, architecture: architecture,
      channels: channels)
    return WorkerThread(name: "analyst") {
      prepare()
      analyst.run()
    }
  }

  /// Of series, posts the distributions of every step alone; rows that are no series have none.
  private func postSteps() {
    let series = data.splits.compactMapValues(\.series)
    for reference in Runs.Split.references {
      let steps = StepDistributions(tables: data.tables, series: series)
        .snapshot(against: reference, isCancelled: { channels.model.isClosed })
      if let steps { channels.mailbox.post(inputs: steps) }
    }
  }

  private func run() {
    for reference in Runs.Split.references {
      let inputs = InputDistributions(tables: data.tables)
        .snapshot(against: reference, isCancelled: { channels.model.isClosed })
      if let inputs { channels.mailbox.post(inputs: inputs) }
    }
    postSteps()
    let observer = ModelObserver(data: data, architecture: architecture)
    var revision = 0
    while let notice = channels.model.waitForNotice(after: revision) {
      let start = MonotonicTime.now
      channels.mailbox.post(observer.look(at: notice))
      revision = notice.revision
      let seconds = MonotonicTime.now.seconds(since: start)
      let rest = max(Self.shortestInterval, seconds / share) - seconds
      _ = channels.interruption.wait(until: .now.advanced(by: rest)) {
        $0.isClosed || $0.observation != notice.observation ? true : nil
      }
    }
  }
}
