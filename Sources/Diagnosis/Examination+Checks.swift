extension Examination {
  /// All checks; among findings of one severity those of an earlier check come first.
  static let checks: [any Check] = [
    // What keeps training from beginning.
    UnusableDataCheck(), ColumnsCheck(), RefusedOptionCheck(), RefusedExperimentCheck(),
    // What makes its result mean nothing.
    SoftmaxCheck(), TestSetCheck(), LeakedRowsCheck(), TargetLeakCheck(), TargetNameCheck(),
    PenaltyReachCheck(),
    // Labels.
    UnseenLabelsCheck(), LabelValuesCheck(), StrayLabelsCheck(), ClassImbalanceCheck(),
    // What changed between the files.
    UnitsCheck(), MissingValuesCheck(), UnseenCategoriesCheck(),
    // Columns that are not what they seem.
    MixedTypesCheck(), PlaceholderCheck(), NumbersAsTextCheck(), DatesCheck(),
    CategoryVariantsCheck(), TextEncodingCheck(), IdentifierCheck(), ManyCategoriesCheck(),
    // Columns and rows that say nothing new.
    DuplicateColumnCheck(), ConstantColumnCheck(), DuplicateRowsCheck(),
    // Training.
    UnscaledInputsCheck(), ScaledTwiceCheck(), OutputLayerCheck(), BatchSizeCheck(),
    LearningRateCheck(), RowOrderCheck(), SeriesLengthsCheck(), ModelFileCheck(),
  ]

  /// The names of all checks, as they stand in findings, each once.
  public static var checkNames: [String] { checks.map(\.name) }
}
