package import ArgumentParser

/// An argument that is one of a few words.
///
/// What the library wants to know of one is spelt out, because it would find it through key paths at every start.
package protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension WordArgument {
  package static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  package static var allValueDescriptions: [String: String] { [:] }
  package var defaultValueDescription: String { rawValue }
}
