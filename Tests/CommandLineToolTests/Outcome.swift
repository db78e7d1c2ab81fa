import TestSupport
import Testing

/// What a run said, and how it ended.
struct Outcome {
  let command: String
  let status: Int32
  let output: String
  let errors: String

  @discardableResult
  func exits(_ status: Int32, sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
    #expect(self.status == status, "\(command)\n\(output)\(errors)", sourceLocation: sourceLocation)
    return self
  }

  @discardableResult
  func says(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
    for words in words {
      #expect(output.contains(words), "\(command)\n\(output)", sourceLocation: sourceLocation)
    }
    return self
  }

  @discardableResult
  func complains(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
    for words in words {
      #expect(errors.contains(words), "\(command)\n\(errors)", sourceLocation: sourceLocation)
    }
    return self
  }

  /// Nothing on standard output, where a result would be taken for one.
  @discardableResult
  func hasNoResult(sourceLocation: SourceLocation = #_sourceLocation) -> Outcome {
    #expect(output == "", "\(command)", sourceLocation: sourceLocation)
    return self
  }

  /// The whole transcript is that of a page below `Tests/Fixtures`.
  @discardableResult
  func matches(_ page: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Outcome {
    let difference = Golden.difference(of: transcript, from: page)
    #expect(difference == nil, sourceLocation: sourceLocation)
    return self
  }

  private var transcript: String {
    let complaints = errors.isEmpty ? "" : "--- standard error\n" + errors
    return "$ \(command)\n\(output)\(complaints)--- exit \(status)\n"
  }
}
