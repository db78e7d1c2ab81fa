import Diagnostics
import JSONSyntax
import Templating
import TestSupport
import Testing
import YAMLSyntax

/// No text leaves its context, whatever is in it: read back, it is the text again.
///
/// XML is tested beside its parser.
@Suite struct ContainmentTests {
  static let texts = HostileTexts.all(mixtures: 4000, seed: 11)

  @Test func jsonReadsBack() {
    for text in Self.texts {
      var bag = DiagnosticBag()
      let file = SourceFile(name: "x", text: "[\"\(Escaping.json.escape(text))\", 1]")
      #expect(JSONValue.parse(file, into: &bag) == [.string(text), 1])
    }
  }

  @Test func yamlReadsBack() {
    for text in Self.texts {
      var bag = DiagnosticBag()
      let file = SourceFile(name: "x", text: "a: \"\(Escaping.yaml.escape(text))\"\nb: 1\n")
      let entries = YAMLTree.parse(file, into: &bag).map { Array($0.root.entries) } ?? []
      #expect(entries.count == 2)
      #expect(entries.first?.value.text == text, "\(bag.sorted.map(\.message))")
    }
  }

  @Test func apexAndDataWeaveReadBack() {
    for text in Self.texts {
      #expect(StringLiteral.apex.value(of: Escaping.apex.escape(text)) == text)
      let dataweave = Escaping.dataweave.escape(text)
      #expect(StringLiteral.dataweave.value(of: dataweave) == text)
      #expect(!dataweave.contains("$"))
    }
  }

  @Test func javaScriptReadsBackBetweenAnyQuotes() {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "r": "\r", "t": "\t", "\"": "\"", "'": "'", "`": "`", "\\": "\\",
    ]
    for text in Self.texts {
      let escaped = Escaping.javascript.escape(text)
      for quote in ["\"", "'", "`"] as [Unicode.Scalar] {
        #expect(StringLiteral(quote: quote, escapes: escapes).value(of: escaped) == text)
      }
      #expect(!escaped.contains("<") && !escaped.contains("$"))
    }
  }

  @Test func propertiesReadBack() {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "r": "\r", "t": "\t", "\\": "\\", ":": ":", "=": "=", "#": "#", "!": "!", " ": " ",
    ]
    for text in Self.texts {
      let escaped = Escaping.properties.escape(text)
      #expect(StringLiteral(quote: "\n", escapes: escapes).value(of: escaped) == text)
      #expect(escaped.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(escaped.first != " " && escaped.first != "#" && escaped.first != "!")
    }
  }

  @Test func shellReadsBack() {
    for text in Self.texts {
      let pieces = Escaping.shell.escape(text).split(separator: "'\\''", omittingEmptySubsequences: false)
      #expect(pieces.allSatisfy { !$0.unicodeScalars.contains("'") })
      #expect(scalars(pieces.joined(separator: "'")) == scalars(text).map(visible(keeping: ["\n", "\t"])))
    }
  }

  @Test func csvReadsBack() {
    for text in Self.texts {
      let pieces = Escaping.csv.escape(text).split(separator: "\"\"", omittingEmptySubsequences: false)
      #expect(pieces.allSatisfy { !$0.unicodeScalars.contains("\"") })
      let read = pieces.joined(separator: "\"")
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(read.unicodeScalars.first.map(String.init) ?? ""))
    }
  }

  @Test func urlSegmentsReadBack() {
    for text in Self.texts where text != "." && text != ".." {
      let escaped = Escaping.urlSegment.escape(text)
      var bytes: [UInt8] = []
      var rest = Array(escaped.utf8)[...]
      while let byte = rest.popFirst() {
        let isCode = byte == UInt8(ascii: "%")
        bytes.append(isCode ? UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0 : byte)
        if isCode { rest = rest.dropFirst(2) }
      }
      #expect(bytes == Array(text.utf8))
      #expect(!escaped.utf8.contains { "/?#&:@ ".utf8.contains($0) })
    }
  }

  @Test func commentsDoNotEnd() {
    var random = SplitMix64(seed: 3)
    for text in Self.texts {
      let (first, second) = split(text, using: &random)
      for escaping in [Escaping.comment, .lineComment] {
        let result =
          render("{{a}}{{b}}", ["a": .string(first), "b": .string(second)], escaping: escaping) ?? ""
        #expect(
          result.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !"\u{7F}\u{85}\u{2028}\u{2029}\u{202E}".unicodeScalars.contains($0)
          })
        if escaping == .comment { #expect(!result.contains("*/") && !(result + "/").contains("*/")) }
        #expect(!result.contains("\\u"))
      }
    }
  }

  @Test func muleTextsHoldNoExpression() {
    var random = SplitMix64(seed: 4)
    for text in Self.texts {
      let (first, second) = split(text, using: &random)
      let result =
        render("{{a}}{{b}}", ["a": .string(first), "b": .string(second)], escaping: .muleText) ?? ""
      #expect(!result.contains("${") && !result.contains("#[") && !result.contains("!["))
    }
  }

  @Test func mermaidLabelsHoldNoSyntax() {
    let harmless = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-_/?!+()@'".unicodeScalars)
    for text in Self.texts {
      var read = ""
      var rest = scalars(Escaping.mermaid.escape(text))[...]
      while let scalar = rest.popFirst() {
        if scalar == "#" {
          let number = rest.prefix { $0 != ";" }
          rest = rest.dropFirst(number.count + 1)
          read.unicodeScalars.append(
            Unicode.Scalar(UInt32(String(String.UnicodeScalarView(number))) ?? 0) ?? "?")
        } else {
          #expect(harmless.contains(scalar) || !scalar.isASCII)
          read.unicodeScalars.append(scalar)
        }
      }
      let expected = scalars(text).map { scalar -> Unicode.Scalar in
        if isBreak(scalar) || scalar == "\t" { return " " }
        return isControl(scalar) || scalar.value & 0xFFFE == 0xFFFE && scalar.value < 0x10000
          ? "\u{FFFD}" : scalar
      }
      #expect(scalars(read) == expected)
    }
  }

  @Test func markdownHoldsNoSyntax() {
    for text in Self.texts {
      let escaped = Escaping.markdown.escape(text)
      #expect(!escaped.unicodeScalars.contains { isBreak($0) || isControl($0) || $0 == "<" || $0 == ">" })
      var rest = scalars(escaped)[...]
      while let scalar = rest.popFirst() {
        if scalar == "\\" {
          rest = rest.dropFirst()
          continue
        }
        #expect(!"`*[]|~${".unicodeScalars.contains(scalar))
      }
      #expect(!["#", "+", "-", "=", " ", "_"].contains(escaped.first.map(String.init) ?? ""))
    }
  }

  @Test func proseHoldsNoSyntaxBesidesCodeSpansThatEnd() {
    for text in Self.texts {
      let escaped = Escaping.markdownProse.escape(text)
      #expect(!escaped.unicodeScalars.contains { isBreak($0) || isControl($0) })
      var rest = scalars(escaped)[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\\": rest = rest.dropFirst()
        case "`":
          let end = rest.firstIndex(of: "`")
          #expect(end != nil && end != rest.startIndex, "\(text.debugDescription)")
          rest = rest[(end ?? rest.endIndex - 1)...].dropFirst()
          #expect(rest.first != "`")
        default: #expect(!"<>*[]|~${".unicodeScalars.contains(scalar))
        }
      }
      #expect(!["#", "+", "-", "=", " ", "_"].contains(escaped.first.map(String.init) ?? ""))
    }
  }

  @Test func codeSpansDoNotEnd() {
    for text in Self.texts {
      let escaped = Escaping.markdownCode.escape(text)
      #expect(!escaped.contains("`") && !escaped.isEmpty)
      #expect(!escaped.unicodeScalars.contains { isBreak($0) || isControl($0) })
    }
  }

  @Test func linksDoNotEnd() {
    for text in Self.texts {
      let escaped = Escaping.markdownLink.escape(text)
      #expect(
        !escaped.unicodeScalars.contains {
          isBreak($0) || isControl($0) || " ()<>[]\\|`\"".unicodeScalars.contains($0)
        })
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private func split(_ text: String, using random: inout SplitMix64) -> (String, String) {
    let all = scalars(text)
    let middle = Int.random(in: 0...all.count, using: &random)
    return (
      String(String.UnicodeScalarView(all[..<middle])), String(String.UnicodeScalarView(all[middle...]))
    )
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    (0xA...0xD).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  /// What a context without escapes makes of a character.
  private func visible(keeping kept: Set<Unicode.Scalar>) -> (Unicode.Scalar) -> Unicode.Scalar {
    { scalar in
      if kept.contains(scalar) { return scalar }
      let isDirection = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      let isHidden = isControl(scalar) || isBreak(scalar) || isDirection
      return isHidden || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value) ? "\u{FFFD}" : scalar
    }
  }
}
