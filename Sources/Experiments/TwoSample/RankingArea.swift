/// The area under the ROC curve: how often a score of the current sample is above one of the reference,
/// ties counting half.
///
/// 0.5 when there is no pair. Mann and Whitney's U over the number of pairs, by one sort of whole numbers: it is made a thousand times
/// over.
func rankingArea(_ scores: [Float], isCurrent marks: ArraySlice<Bool>) -> Double {
  // The bits of floats, as whole numbers, are in their order once those below 0 are turned round.
  var keys = zip(scores, marks).map { score, isCurrent in
    let bits = (score + 0).bitPattern
    let ordered = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
    return UInt64(ordered) << 1 | (isCurrent ? 1 : 0)
  }
  keys.sort()
  var below = 0
  var area = 0.0
  var current = 0
  var start = 0
  while start < keys.count {
    var end = start
    var ties = 0
    while end < keys.count, keys[end] >> 1 == keys[start] >> 1 {
      ties += Int(keys[end] & 1)
      end += 1
    }
    let others = end - start - ties
    area += Double(ties) * (Double(below) + Double(others) / 2)
    below += others
    current += ties
    start = end
  }
  return current > 0 && below > 0 ? area / (Double(current) * Double(below)) : 0.5
}
