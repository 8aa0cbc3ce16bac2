/// Each count over the sum of all; zeros when there is nothing to count.
func shares(of counts: [Int]) -> [Double] {
  let total = Double(counts.reduce(0, +))
  return counts.map { total > 0 ? Double($0) / total : 0 }
}
