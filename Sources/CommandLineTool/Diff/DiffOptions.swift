import ArgumentParser
import DesignModel
import Review

/// A format, and the file that it goes to: `sarif=out.sarif`.
struct FormatTarget: ExpressibleByArgument {
  let format: ReviewFormat
  /// `nil` for standard output.
  let file: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = parts.first.flatMap({ ReviewFormat(rawValue: String($0)) }) else { return nil }
    let file = parts.count > 1 ? String(parts[1]) : nil
    guard file != "" else { return nil }
    self.format = format
    self.file = file == "-" ? nil : file
  }

  static var allValueStrings: [String] { ReviewFormat.allCases.map(\.rawValue) }
}

/// From which findings on a review fails.
struct FailureThreshold: ExpressibleByArgument {
  let threshold: ReviewPolicy.Threshold

  init?(argument: String) {
    guard let threshold = ReviewPolicy.Threshold(rawValue: argument) else { return nil }
    self.threshold = threshold
  }

  static var allValueStrings: [String] { ReviewPolicy.Threshold.allCases.map(\.rawValue) }
}

/// A day on the command line.
struct CalendarDay: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }
}
