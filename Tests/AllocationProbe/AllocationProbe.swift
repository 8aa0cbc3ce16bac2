import AllocationCounter
import Glibc
import NeuralEngine

/// Trains networks and counts how often a step asks for memory; ends with 1 when one does.
///
/// It means something in a release build alone: without optimisation Swift itself allocates what it
/// needs for a moment. `make test` builds and runs it so.
@main
struct AllocationProbe {
  private static let courses =
    OptimizerKind.allCases.map {
      Course(name: $0.rawValue, layers: "dense:16:relu,dropout:0.2,dense:8:tanh", kind: $0)
    } + [
      Course(name: "two threads", layers: "dense:256:relu,dense:256:relu", batchSize: 256),
      Course(name: "rnn, lstm", layers: "rnn:8,lstm:8", steps: 5),
      Course(name: "gru both ways, avgpool", layers: "bi-gru:8,avgpool", steps: 5),
      Course(name: "other gru, maxpool", layers: "gru:8:reset-before,maxpool", steps: 5),
      Course(name: "flatten", layers: "flatten,dense:8:gelu", steps: 5),
    ]

  static func main() {
    guard ac_is_counting() else {
      print("allocations are not counted in this build")
      return
    }
    // A counter that nothing reaches would find every step in order.
    var isInOrder = blocks { keep([Int](repeating: 0, count: 99)) } > 0
    if !isInOrder { print("an array was made, and no allocation was counted") }
    for course in courses { isInOrder = isFree(of: course) && isInOrder }
    exit(isInOrder ? EXIT_SUCCESS : EXIT_FAILURE)
  }

  /// Whether training on asks for no memory, whether it goes on for some epochs or twice as many.
  private static func isFree(of course: Course) -> Bool {
    guard let training = course.begin() else {
      print("\(course.name): \(course.layers) is no network")
      return false
    }
    // What is made at the first use of a thing is there after it, and so are the threads.
    training.train(epochs: 2)
    let once = blocks { training.train(epochs: 5) }
    let twice = blocks { training.train(epochs: 10) }
    print("\(course.name): \(once) allocations in 5 epochs, \(twice) in 10")
    return once == 0 && twice == 0
  }

  /// How often memory is asked for meanwhile, on any thread.
  private static func blocks(_ work: () -> Void) -> UInt64 {
    let before = ac_blocks()
    work()
    return ac_blocks() - before
  }

  @inline(never)
  private static func keep(_ array: [Int]) {
    withExtendedLifetime(array) {}
  }
}
