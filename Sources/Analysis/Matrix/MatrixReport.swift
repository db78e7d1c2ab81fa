package import CatalogModel
import DecisionEngine
import JSONSyntax
package import Reporting
import Requirements

/// Sets a matrix for reading.
package enum MatrixReport {
  package static func make(_ matrix: CatalogMatrix, _ catalog: Catalog) -> Report {
    let vocabulary = catalog.vocabulary
    var blocks: [Block] = [
      .heading(level: 1, "\(RichText(matrix.kind.folder)) against requirements"),
      .paragraph(
        "Points of the rules that ask for a value; ✗ is a knock-out. In parentheses what rests on other answers too."
      ),
    ]
    for section in matrix.sections {
      let requirement = vocabulary[section.requirement]
      blocks.append(.heading(level: 2, "\(requirement.id.description, .code)"))
      blocks.append(.paragraph(RichText(requirement.asks, .prose)))
      blocks += stretches(of: section).map { table(section, $0) }
    }
    if matrix.sections.isEmpty {
      blocks.append(.paragraph("There is no such rule about \(matrix.kind.folder)."))
    }
    let values = matrix.sections.map { value(of: $0, vocabulary) }
    return Report(
      blocks: blocks,
      payload: [
        "schema": "catalog-matrix/1", "kind": .string(matrix.kind.word), "requirements": .array(values),
      ])
  }

  // MARK: Tables

  /// As many columns as a page is wide.
  private static let width = 100

  /// The columns in stretches that fit on a page beside the names of the candidates.
  private static func stretches(of section: CatalogMatrix.Section) -> [Range<Int>] {
    let names = section.rows.map(\.candidate.id.count).max() ?? 0
    var stretches: [Range<Int>] = []
    var (start, used) = (0, names)
    for column in section.values.indices {
      let cells = section.rows.map(\.cells[column].text.count).max() ?? 0
      let width = max(cells, section.values[column].text.count) + 2
      if column > start, used + width > Self.width {
        stretches.append(start..<column)
        (start, used) = (column, names)
      }
      used += width
    }
    return stretches + [start..<section.values.count]
  }

  private static func table(_ section: CatalogMatrix.Section, _ columns: Range<Int>) -> Block {
    let titles = section.values[columns].map { Block.Column($0.text) }
    let rows = section.rows.map { row in
      [RichText(row.candidate.id, .code)] + row.cells[columns].map { cell($0) }
    }
    return .table(Block.Table(columns: [Block.Column("")] + titles, rows: rows))
  }

  private static func cell(_ cell: MatrixCell) -> RichText {
    let total = cell.points + cell.conditionalGain + cell.conditionalLoss
    let isBad = cell.isExcluded || cell.isConditionallyExcluded || total < 0
    return RichText(cell.text, cell.rules.isEmpty ? .plain : isBad ? .bad : .good)
  }

  // MARK: Payload

  private static func value(of section: CatalogMatrix.Section, _ vocabulary: Vocabulary) -> JSONValue {
    [
      "requirement": .string(vocabulary[section.requirement].id.description),
      "asks": .string(vocabulary[section.requirement].asks),
      "values": .strings(section.values.map(\.text)),
      "candidates": .array(
        section.rows.map { row in
          ["id": .string(row.candidate.id), "cells": .array(cells(of: row, section.values))]
        }),
    ]
  }

  /// Only those that a rule bears on.
  private static func cells(of row: CatalogMatrix.Row, _ values: [AnswerDomain.Cell]) -> [JSONValue] {
    zip(values, row.cells).filter { !$0.1.rules.isEmpty }.map { value, cell in
      [
        "value": .string(value.text), "points": .integer(cell.points), "excluded": .bool(cell.isExcluded),
        "conditionalGain": .integer(cell.conditionalGain),
        "conditionalLoss": .integer(cell.conditionalLoss),
        "conditionallyExcluded": .bool(cell.isConditionallyExcluded), "rules": .strings(cell.rules),
      ]
    }
  }
}
