package import DocumentSchema
import JSONSyntax

/// The shape of what machines read about a change.
package enum ReviewSchema {
  package static let shape = Shape.mapping([
    .required("schema", Shape(.constant(.string(ReviewPayload.schema))), "The version of the format."),
    .required("base", side, "What was."),
    .required("revision", side, "What is."),
    .required("summary", summary, "The figures."),
    .required("designs", .list(of: design), "The designs about which there is something to say, by id."),
    .required("findings", .list(of: finding), "By topic, severity, design, rule and subject."),
  ])

  private static let side = Shape.mapping([
    .required("name", .text(length: 0...4_000)),
    .required(
      "catalog", .mapping([.required("id", text), .required("version", text), .required("digest", text)])),
  ])

  private static let totals = [
    "errors", "warnings", "notes", "accepted", "changed", "unchanged", "unreadable", "flips", "breaking",
    "risky",
  ]

  private static let summary = Shape.mapping(
    [.required("verdict", text, "One line for people.")] + totals.map { .required($0, count) } + [
      .required(
        "files",
        .mapping([.required("added", count), .required("changed", count), .required("removed", count)]))
    ])

  private static let design = Shape.mapping([
    .required("id", text), .required("path", text),
    .required("status", words("added", "changed", "removed")),
    .required("before", optional(outcome)), .required("after", optional(outcome)),
    .required("cause", optional(words("requirements", "catalog", "both", "decision")), "What flipped it."),
    .required("answers", .list(of: answer), "What is stated differently."),
    .required("rules", .list(of: rule), "The rules that bear on the flip."),
    .required("wayBack", .list(of: text), "The answers that would bring the former design back."),
    .required(
      "files",
      .mapping([
        .required("added", .list(of: text)), .required("changed", .list(of: text)),
        .required("removed", .list(of: text)),
      ]), "The generated files."),
  ])

  private static let outcome = Shape.mapping([
    .required("pattern", optional(text)), .required("topology", optional(text)),
    .required("technologies", .list(of: text)), .required("margin", optional(.integer(-100_000...100_000))),
    .required("runnerUp", optional(text)),
  ])

  private static let answer = Shape.mapping([
    .required("requirement", text), .required("before", optional(text)), .required("after", optional(text)),
    .required("base", optional(place)), .required("revision", optional(place)),
    .required("isCause", .boolean, "Whether it brought the flip about."),
  ])

  private static let rule = Shape.mapping([
    .required("id", text), .required("outcome", text), .required("effects", .list(of: text)),
    .required("because", .list(of: text)), .required("isOfCatalog", .boolean),
  ])

  private static let finding = Shape.mapping([
    .required("rule", text), .required("severity", words("note", "warning", "error")),
    .required("design", optional(text)), .required("subject", text), .required("message", text),
    .required("before", optional(text)), .required("after", optional(text)),
    .required("reasons", .list(of: text)), .required("base", optional(place)),
    .required("revision", optional(place)),
    .required("fingerprint", text, "The same for the same change of the same thing."),
    .required(
      "acceptance",
      optional(
        .mapping([.required("because", text), .required("until", text), .required("by", optional(text))]))),
  ])

  private static let place = Shape.mapping([
    .required("file", text), .required("line", count), .required("column", count),
  ])

  private static let text = Shape.text(length: 0...100_000)
  private static let count = Shape.integer(0...1_000_000_000)

  private static func words(_ words: String...) -> Shape {
    .enumeration(words.map { Shape.Enumeration.Value($0) })
  }

  private static func optional(_ shape: Shape) -> Shape { .choice(shape, Shape(.constant(.null))) }
}
