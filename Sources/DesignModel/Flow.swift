/// Who takes part in one exchange, and what passes between them, as a sequence diagram shows it.
package struct Flow: Sendable, Hashable {
  /// In the order in which the data meets them, or where it is asked for, the one who asks first.
  package let participants: [Participant]
  package let steps: [Step]

  /// One who takes part.
  package struct Participant: Sendable, Hashable {
    /// Letters, digits and underscores.
    package let key: String
    package let label: String
  }

  /// Something that passes from one participant to another, named by their keys.
  package struct Step: Sendable, Hashable {
    package let from: String
    package let to: String
    package let label: String
    package let isAsynchronous: Bool
    package let isReply: Bool
  }
}
