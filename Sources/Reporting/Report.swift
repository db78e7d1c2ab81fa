package import JSONSyntax

/// What a command has to show, for people and for machines, before any format is chosen.
package struct Report: Sendable {
  package var blocks: [Block]
  /// The same for machines; what `--format json` prints.
  package var payload: JSONValue

  package init(blocks: [Block] = [], payload: JSONValue) {
    self.blocks = blocks
    self.payload = payload
  }
}

/// A piece of a report for people.
package indirect enum Block: Sendable, Hashable {
  /// Levels from 1.
  case heading(level: Int, RichText)
  case paragraph(RichText)
  case list([Item])
  case table(Table)
  /// Text that is shown as it is.
  case code(String, language: String)
  /// What is shown when somebody asks for it, where the format can do that.
  case details(RichText, [Block])

  /// An item of a list, and what belongs to it.
  package struct Item: Sendable, Hashable {
    package let text: RichText
    /// Lines below the item's own.
    package let details: [RichText]

    package init(_ text: RichText, details: [RichText] = []) {
      self.text = text
      self.details = details
    }
  }

  /// A table with a header.
  package struct Table: Sendable, Hashable {
    package let columns: [Column]
    package let rows: [[RichText]]
    /// Whether cells take several lines where a row is wider than a terminal.
    package let wraps: Bool

    package init(columns: [Column], rows: [[RichText]], wraps: Bool = false) {
      self.columns = columns
      self.rows = rows
      self.wraps = wraps
    }
  }

  /// The header of a column, and the side to which it is set.
  package struct Column: Sendable, Hashable {
    package let title: String
    package let isNumeric: Bool

    package init(_ title: String, isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }
}
