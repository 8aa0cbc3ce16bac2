import Runs
import Shift
import TerminalUI

/// Features that are pixels, as images: the means of both samples, their difference, and the drift.
struct PixelImages: Widget {
  let pixels: [FeatureDistribution]
  let size: Size
  let reference: Split

  /// The place of the selected pixel.
  let selected: Int?

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let images = images
    let all = arrangement(of: images.count, in: area, theme: theme, glyphs: glyphs)
    let fewer = arrangement(of: images.count - 1, in: area, theme: theme, glyphs: glyphs)
    // One image less where the others are then half as large again.
    let (shown, chosen) =
      fewer.scale >= 1.5 * all.scale ? (images.dropLast(), fewer) : (images[...], all)
    // The range stands below the image where there is a row for it, else behind the title.
    let isBelow = chosen.places.allSatisfy { $0.height > chosen.height + 1 }
    let isBehind =
      !isBelow
      && zip(shown, chosen.places).allSatisfy { image, place in
        image.title.displayWidth + 2 + image.bounds.displayWidth <= place.width
      }
    for (image, place) in zip(shown, chosen.places) {
      let (above, below) = place.splitBottom(isBelow ? 1 : 0)
      let (caption, field) = above.splitTop(place.height >= 2 ? 1 : 0)
      let title = image.title.displayWidth <= place.width ? image.title : image.short
      let range = Span(image.bounds, style: theme[.muted])
      screen.putCentred(
        [Span(title, style: theme[image.role])] + (isBehind ? [Span("  "), range] : []),
        in: caption, ellipsis: glyphs.ellipsis)
      ImagePlot(size: size, values: image.values, ramp: image.ramp, selected: selected)
        .draw(into: &screen, in: field, theme: theme, glyphs: glyphs)
      let legend = image.legend(into: below.width, theme: theme, glyphs: glyphs)
      screen.putCentred(legend, in: below, ellipsis: glyphs.ellipsis)
    }
  }

  private struct Image {
    var title: String
    /// The same where room is short.
    var short: String
    var role: ThemeRole
    /// The numbers at the ends of the colours, and how they are written.
    var ends: (first: Double, last: Double)
    var texts: (first: String, last: String)
    var values: [Double]
    var ramp: ColourRamp

    var bounds: String { "\(texts.first) to \(texts.last)" }

    /// The colours between the numbers at their ends; the numbers alone where room is short, or nothing.
    func legend(into width: Int, theme: Theme, glyphs: GlyphSet) -> [Span] {
      func text(_ text: String) -> Span { Span(text, style: theme[.muted]) }
      let cells = min(8, width - texts.first.displayWidth - texts.last.displayWidth - 2)
      guard cells >= 3 else { return bounds.displayWidth <= width ? [text(bounds)] : [] }
      let row = ramp.row(
        from: ends.first, to: ends.last, cells: cells, theme: theme, glyphs: glyphs)
      return [text("\(texts.first) ")] + row + [text(" \(texts.last)")]
    }
  }

  private var images: [Image] {
    let means = pixels.map { ($0.mean?.reference ?? .nan, $0.mean?.current ?? .nan) }
    let finite = means.flatMap { [$0.0, $0.1] }.filter(\.isFinite)
    let range = PlotAxis.span(finite.min() ?? 0, finite.max() ?? 1) ?? 0...1
    let differences = means.map { $0.1 - $0.0 }
    let largest = differences.filter(\.isFinite).map(abs).max() ?? 0
    let drift = pixels.map(\.drift.effectSize)
    // What is far below the largest number is as good as 0 here.
    let full = max(abs(range.lowerBound), abs(range.upperBound))
    let text = { (value: Double) in
      NumberText.measure(abs(value) < full / 1000 ? 0 : value, digits: 2)
    }
    let ends = (first: range.lowerBound, last: range.upperBound)
    let texts = (first: text(range.lowerBound), last: text(range.upperBound))
    let highest = drift.max() ?? 0
    return [
      Image(
        title: reference.rawValue, short: reference == .validation ? "val" : reference.rawValue,
        role: reference.role, ends: ends, texts: texts, values: means.map(\.0),
        ramp: .sequential(reference.role, in: range)),
      Image(
        title: "test", short: "test", role: .test, ends: ends, texts: texts, values: means.map(\.1),
        ramp: .sequential(.test, in: range)),
      Image(
        title: "test less \(reference.rawValue)", short: "diff", role: .text,
        ends: (-largest, largest), texts: ("-\(text(largest))", "+\(text(largest))"),
        values: differences,
        ramp: .diverging(negative: reference.role, positive: .test, limit: largest)),
      Image(
        title: "KS", short: "KS", role: .bad, ends: (0, highest),
        texts: ("0", Figures.effect(highest)),
        values: drift,
        ramp: .sequential(.bad, in: 0...max(highest, 1e-9))),
    ]
  }

  /// The places of so many images, in as many columns as let them be largest; as a whole they stand in the
  /// middle.
  ///
  /// - Returns: The dots of a pixel's side, the rows of an image, and the places.
  private func arrangement(
    of count: Int, in area: Rect, theme: Theme, glyphs: GlyphSet
  ) -> (scale: Double, height: Int, places: [Rect]) {
    var best: (scale: Double, height: Int, places: [Rect]) = (-1, 0, [])
    for columns in (1...max(1, count)).reversed() {
      let rows = (count + columns - 1) / columns
      let room = Size(
        width: max(0, (area.width - (columns - 1)) / columns), height: area.height / rows)
      let field = Size(width: room.width, height: max(0, room.height - (room.height >= 2 ? 1 : 0)))
      let scale = ImagePlot.scale(of: size, in: field, theme: theme, glyphs: glyphs)
      guard scale > best.scale else { continue }
      // A caption above, and a range below with a row of air, as far as there is room.
      let image = ImagePlot.cells(of: size, in: field, theme: theme, glyphs: glyphs)
      let height = min(room.height, image.height + 3)
      let top = area.y + (area.height - rows * height) / 2
      let places = (0..<count).map { index in
        Rect(
          x: area.x + index % columns * (room.width + 1), y: top + index / columns * height,
          width: room.width, height: height)
      }
      best = (scale, image.height, places)
    }
    return best
  }
}
