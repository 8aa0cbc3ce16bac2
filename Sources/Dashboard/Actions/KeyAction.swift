/// What a key can do; the raw values are the names in the configuration file.
public enum KeyAction: String, Sendable, CaseIterable {
  case pauseOrResume = "pause"
  case stepBatch = "step"
  case restart
  case restartNextSeed = "restart-next-seed"
  case extend
  case paceSlower = "pace-slower"
  case paceFaster = "pace-faster"
  case save
  case toggleL1 = "l1"
  case l1Weaker = "l1-weaker"
  case l1Stronger = "l1-stronger"
  case toggleL2 = "l2"
  case l2Weaker = "l2-weaker"
  case l2Stronger = "l2-stronger"
  case learningRateDown = "learning-rate-down"
  case learningRateUp = "learning-rate-up"
  case settings
  case nextFeature = "next-feature"
  case previousFeature = "previous-feature"
  case view
  case form
  case order
  case reference
  case ghost
  case logarithmicScale = "log-scale"
  case smoothing
  case nextPanel = "next-panel"
  case previousPanel = "previous-panel"
  case fullScreen = "full-screen"
  case back
  case moveUp = "up"
  case moveDown = "down"
  case moveLeft = "left"
  case moveRight = "right"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first
  case last
  case theme
  case help
  case redraw
  case suspend
  case quit
}
