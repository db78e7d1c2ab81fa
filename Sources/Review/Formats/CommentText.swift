import Reporting

/// A review as one comment on a pull request, which the next run finds by its first line and replaces.
struct CommentText {
  /// What forges take: 65,536 characters, counted here in bytes, of which there are never fewer.
  static let longest = 65_536
  static let marker = "<!-- bascule-design-review -->"

  private let review: DesignReview

  init(_ review: DesignReview) { self.review = review }

  /// How many flips are tried, the most first: their table is the summary, and goes before any detail.
  private static let flipLimits = [200, 50, 10, 0]

  /// Everything if it fits; else without notes and files; else the gravest designs, as many as fit.
  var text: String {
    var report = ReviewReport(review)
    if let whole = fitting(report) { return whole }
    report.hasDetails = false
    if let text = fitting(report) { return text }
    for limit in Self.flipLimits {
      (report.flipLimit, report.limit) = (limit, 0)
      guard fitting(report) != nil else { continue }
      var (fits, tooMany) = (0, review.tellingPairs.count)
      while tooMany - fits > 1 {
        report.limit = (fits + tooMany) / 2
        if fitting(report) == nil { tooMany = report.limit } else { fits = report.limit }
      }
      report.limit = fits
      return fitting(report) ?? ""
    }
    return Self.marker + "\n" + "**\(report.summary.verdict)**\n"
  }

  private func fitting(_ report: ReviewReport) -> String? {
    let text = Self.marker + "\n" + report.report().rendered(as: .markdown)
    return text.utf8.count <= Self.longest ? text : nil
  }
}
