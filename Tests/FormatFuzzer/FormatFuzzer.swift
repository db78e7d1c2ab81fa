import Diagnostics
import DocumentSchema
import JSONSyntax
import Requirements
import YAMLSyntax

// libFuzzer over everything that reads text which a person wrote. Package.swift knows this target only
// when FUZZ is set:
//
//   FUZZ=1 swift build -c release --scratch-path .build-fuzz --product FormatFuzzer -Xswiftc -sanitize=fuzzer
//   SWIFT_BACKTRACE=enable=no .build-fuzz/release/FormatFuzzer -max_total_time=300 CORPUS

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main struct FormatFuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, check)
  }

  private static let check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { start, length in
    let bytes = Array(UnsafeBufferPointer(start: start, count: length))
    checkYAML(bytes)
    checkJSON(bytes)
    checkScalar(String(decoding: bytes, as: UTF8.self))
    checkExpression(String(decoding: bytes, as: UTF8.self))
    return 0
  }

  /// A file is either a tree of which every node can be asked everything, or there is an error with a place.
  private static func checkYAML(_ bytes: [UInt8]) {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "fuzz.yaml", contents: bytes)
    let tree = YAMLTree.parse(file, into: &bag)
    precondition((tree == nil) == bag.hasErrors)
    for finding in bag.diagnostics {
      guard let line = finding.primary?.location.range.start.line else { preconditionFailure("no place") }
      _ = file.line(line)
    }
    guard let tree else { return }
    visit(tree.root, depth: 0)
    shape().check(tree.root, into: &bag)
    _ = tree.root.jsonValue.rendered()
  }

  private static func visit(_ node: YAMLNode, depth: Int) {
    precondition(depth <= YAMLLimits.standard.depth)
    let start = node.location.range.start
    precondition(start.line >= 1 && start.column >= 1)
    _ = (node.coreValue, node.ambiguity, node.integer)
    for element in node.elements { visit(element, depth: depth + 1) }
    for entry in node.entries {
      precondition(entry.key.kind == .scalar)
      visit(entry.key, depth: depth + 1)
      visit(entry.value, depth: depth + 1)
    }
  }

  private static func shape() -> Shape {
    .mapping([
      .required("a", .text(singleLine: true)),
      .optional("b", .list(of: .named("shape") { shape() }, minimum: 1, unique: true)),
      .optional("c", .choice(.integer(1...5_000), .boolean, .enumeration(["x", "y"]))),
    ])
  }

  private static func checkJSON(_ bytes: [UInt8]) {
    var bag = DiagnosticBag()
    let value = JSONValue.parse(SourceFile(name: "fuzz.json", contents: bytes), into: &bag)
    precondition((value == nil) == bag.hasErrors)
    guard let value else { return }
    let rendered = SourceFile(name: "rendered.json", text: value.rendered())
    precondition(JSONValue.parse(rendered, into: &bag) == value)
  }

  private static let vocabulary = Vocabulary(
    requirements: [("count", RequirementType.count), ("size", .size), ("time", .duration(classes: []))].map {
      Requirement(id: RequirementID(section: "v", key: $0), type: $1, asks: "")
    })

  /// A text is an expression that has a value under any answers, or there is a fault within it.
  private static func checkExpression(_ text: String) {
    do throws(QuantityExpressionFault) {
      let expression = try QuantityExpression.parse(text, vocabulary: vocabulary)
      for figure in [nil, 0, 1, 7, Quantity.maximum, Quantity.unbounded] {
        var answers = Answers(count: vocabulary.requirements.count)
        for index in 0..<answers.count { answers[index] = figure.map(Answer.quantity) }
        let value = expression.evaluate(answers)
        let bounds = expression.bounds(answers)
        precondition(!bounds.least.exceeds(value) && !value.exceeds(bounds.greatest))
        _ = (value.rendered(as: expression.kind), expression.spelled(answers, vocabulary))
        precondition(expression.needs(answers).isEmpty == (value != .unstated))
      }
    } catch {
      precondition(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
    }
  }

  /// Every text comes back as it was.
  private static func checkScalar(_ text: String) {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "scalar.yaml", text: "k: " + YAMLScalar.render(text) + "\n")
    let tree = YAMLTree.parse(file, limits: YAMLLimits(bytes: 8_000_000), into: &bag)
    precondition(tree?.root["k"]?.coreValue == .string(text))
  }
}
