import Datasets
import NeuralEngine

/// Rounds in which every case trains once, so that a change in the machine's speed meets all alike.
struct BenchRounds {
  /// The cases, in this order.
  var cases: [BenchCase]

  /// How many rounds there are, above 0.
  var rounds: Int

  /// The epochs of a case in a round; `nil` takes as many as last a fifth of a second.
  var epochs: Int?

  /// Measures.
  ///
  /// - Parameter progress: Is told before each round which one it is, from 1.
  /// - Returns: The rates.
  func run(progress: (Int) -> Void) -> BenchReport {
    let trainings = cases.map(BenchTraining.init)
    let product =
      cases.contains(where: \.isBoundByProducts)
      ? SquareProduct(size: BenchReport.productSize) : nil
    product?.perform()
    var rates = cases.map { _ in [Double]() }
    var shares = rates
    var productRates: [Double] = []
    for round in 1...rounds {
      progress(round)
      for (index, bench) in cases.enumerated() {
        let rate = trainings[index].rate(epochs: epochs)
        rates[index].append(rate)
        guard let product, bench.isBoundByProducts, let operations = bench.operationsPerRow else {
          continue
        }
        let limit = product.rate()
        productRates.append(limit)
        shares[index].append(rate * operations / limit)
      }
    }
    return BenchReport(
      kernels: KernelSet.selected.name,
      processors: Processors.count,
      product: productRates.isEmpty ? nil : Spread(productRates),
      rows: cases.indices.map { index in
        BenchReport.Row(
          bench: cases[index], rate: Spread(rates[index]),
          share: shares[index].isEmpty ? nil : Spread(shares[index]))
      })
  }
}

extension SquareProduct {
  /// Operations a second: the best of what a fifth of a second holds, as it is a limit.
  fileprivate func rate() -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    var total = 0.0
    repeat {
      let time = clock.measure { perform() } / .seconds(1)
      best = min(best, time)
      total += time
    } while total < 0.2
    return operations / best
  }
}
