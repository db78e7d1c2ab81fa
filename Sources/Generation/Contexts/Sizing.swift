import DesignModel
import Requirements
import Templating

/// Figures that follow from the profile; each `nil` when it does not say enough.
struct Sizing {
  /// Events of the busiest second times the response time.
  let inFlight: Int?
  /// As many as are under way at once in the busiest hour, with room for three standard deviations of calls
  /// that come at random; at least four.
  let atOnce: Int?
  /// Events of the busiest minute.
  let perMinute: Int?
  /// How long the other system takes to answer.
  let responseMilliseconds: Int?
  /// Twice the response time, but no less than a connection needs and no more than a callout may take.
  let timeoutMilliseconds: Int?
  /// Records that are read at once: so many that a run ends within the stated time when a page is begun every two
  /// minutes, and no more than memory takes.
  let pageRecords: Int?
  /// Calls at once that carry the records of a run within the stated time.
  let runCalls: Int?
  /// A third of the time within which the outcome has to be there, from one minute to a day.
  let pollMinutes: Int?
  /// Whether asking so often leaves time for the work.
  let pollsInTime: Bool?

  private static let largestPage = 100_000_000
  private static let payload = RequirementID(section: "volume", key: "payload")
  private static let records = RequirementID(section: "volume", key: "records-per-run")
  private static let within = RequirementID(section: "latency", key: "within")
  /// How long Salesforce waits for an answer at most, in milliseconds.
  static let longestCallout = 120_000
  private static let shortestTimeout = 1_000
  private static let peak = RequirementID(section: "volume", key: "events-per-hour-peak")
  private static let responseTime = RequirementID(section: "remote", key: "response-time")

  init(_ answers: Answers, _ vocabulary: Vocabulary) {
    let peak = Self.quantity(Self.peak, answers, vocabulary)
    let responseTime = Self.quantity(Self.responseTime, answers, vocabulary)
    responseMilliseconds = responseTime
    let within = Self.quantity(Self.within, answers, vocabulary)
    let records = Self.quantity(Self.records, answers, vocabulary)
    let room = Self.quantity(Self.payload, answers, vocabulary).map {
      max(Self.largestPage / max($0, 1), 100)
    }
    let pace = records.flatMap { Self.share(of: $0, lasting: 120_000, in: within) }.map {
      min(max($0, 10_000), 100_000)
    }
    pageRecords = room == nil && pace == nil ? nil : min(pace ?? 10_000, room ?? .max)
    runCalls = records.flatMap { records in
      responseTime.flatMap { Self.share(of: records, lasting: $0, in: within) }
    }.map { min(max($0, 2), 64) }
    pollMinutes = within.map { min(max($0 / 180_000, 1), 1_440) }
    pollsInTime = within.map { $0 >= 120_000 }
    perMinute = peak.map { Self.quotient($0, 60) }
    timeoutMilliseconds = responseTime.map { max(min($0, Self.longestCallout / 2) * 2, Self.shortestTimeout) }
    inFlight = peak.flatMap { peak in
      guard let (product, overflow) = responseTime.map(peak.multipliedReportingOverflow), !overflow else {
        return nil
      }
      return Self.quotient(product, 3_600_000)
    }
    atOnce = inFlight.map { max($0 + Self.root(of: $0 * 9), 4) }
  }

  var value: TemplateValue {
    .object([
      "at-once": .optional(atOnce), "in-flight": .optional(inFlight), "per-minute": .optional(perMinute),
      "page-records": .optional(pageRecords), "poll-minutes": .optional(pollMinutes),
      "polls-in-time": pollsInTime.map(TemplateValue.bool) ?? .null,
      "run-calls": .optional(runCalls), "timeout-milliseconds": .optional(timeoutMilliseconds),
    ])
  }

  private static func quantity(_ id: RequirementID, _ answers: Answers, _ vocabulary: Vocabulary) -> Int? {
    guard let index = vocabulary.index(of: id), case .quantity(let value)? = answers[index] else {
      return nil
    }
    return value
  }

  /// How many of so many parts of one length have to be done at once to be done in time, rounded up.
  private static func share(of parts: Int, lasting length: Int, in time: Int?) -> Int? {
    guard let time, time > 0 else { return nil }
    let (whole, overflow) = parts.multipliedReportingOverflow(by: length)
    return overflow ? nil : quotient(whole, time)
  }

  /// The square root, rounded up.
  private static func root(of number: Int) -> Int {
    Int(Double(number).squareRoot().rounded(.up))
  }

  /// Rounded up.
  private static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
    dividend / divisor + (dividend % divisor == 0 ? 0 : 1)
  }
}
