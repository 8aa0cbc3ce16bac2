import Foundation

/// The normal distribution of mean 0 and deviation 1.
enum NormalDistribution {
  /// The value below which a share of the distribution lies, to about 1e-15.
  ///
  /// By the rational functions PPND16 of Wichura (Applied Statistics 37, 1988, algorithm AS 241), less
  /// the one for shares below `exp(-25)`, about 1.4e-11.
  ///
  /// - Precondition: `share` is from `exp(-25)` to `1 - exp(-25)`.
  static func quantile(_ share: Double) -> Double {
    let distance = share - 0.5
    if abs(distance) <= 0.425 {
      let place = 0.180625 - distance * distance
      return distance * value(of: centre.over, at: place) / value(of: centre.under, at: place)
    }
    let root = (-log(min(share, 1 - share))).squareRoot()
    precondition(root <= 5, "\(share) is too near to 0 or 1")
    let place = root - 1.6
    let size = value(of: side.over, at: place) / value(of: side.under, at: place)
    return distance < 0 ? -size : size
  }

  private static func value(of coefficients: [Double], at place: Double) -> Double {
    coefficients.reduce(0) { $0 * place + $1 }
  }

  // The coefficients, from the highest power on.

  private static let centre = (
    over: [
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ],
    under: [
      5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ]
  )

  private static let side = (
    over: [
      7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
      1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
      4.6303378461565452959, 1.42343711074968357734,
    ],
    under: [
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
      0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
      2.05319162663775882187, 1,
    ]
  )
}
