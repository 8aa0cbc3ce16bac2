/// Mean and deviation of several files together.
struct PooledMoments {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  private(set) var deviation = 0.0

  init(_ profile: NumericProfile) {
    (count, mean, deviation) = (Double(profile.present), profile.mean, profile.deviation)
  }

  init(_ parts: [PooledMoments]) {
    count = parts.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    let total = count
    let pooled = parts.reduce(0) { $0 + $1.count * $1.mean } / total
    let variance =
      parts.reduce(0) {
        $0 + $1.count * ($1.deviation * $1.deviation + ($1.mean - pooled) * ($1.mean - pooled))
      } / total
    (mean, deviation) = (pooled, variance.squareRoot())
  }
}
