import Datasets
import NeuralEngine
import Runs
import Shift

/// The second thread of a session: looks into the data once and into the model as it learns.
enum Analyst {
  /// Starts the thread; it ends when the board is closed.
  static func start(
    data: PreparedData, architecture: NetworkArchitecture, plan: SessionPlan,
    channels: SessionChannels
  ) -> WorkerThread {
    WorkerThread(name: "analyst") {}
  }
}
