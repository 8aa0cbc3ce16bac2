import ArgumentParser

/// The command line: fine-tune a model on data whose distribution has moved, and watch it.
@main
struct Ridgeline: ParsableCommand {
  func run() throws {
    print("ridgeline")
  }
}
