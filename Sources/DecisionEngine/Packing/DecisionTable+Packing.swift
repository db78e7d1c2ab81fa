import CatalogModel
package import Packing

extension DecisionTable {
  /// - Parameter pack: of a table of this catalog.
  init(from pack: inout PackReader, _ catalog: Catalog) {
    self.catalog = catalog
    ruleCount = catalog.rules.count
    index = ClauseIndex(from: &pack)
    cuts = pack.list { $0.optional { $0.integers() } }
    effects = CompiledEffects(from: &pack)
    roles = pack.list { $0.list(CompiledRole.init) }
    limits = CompiledLimits(from: &pack)
    feedsDerivations = pack.flags()
    feedsLimits = pack.flags()
    tieBreaks = catalog.candidates.map(TieBreak.init)
    (patterns, topologies, technologies) = (Range(from: &pack), Range(from: &pack), Range(from: &pack))
  }

  package func write(to pack: inout PackWriter) {
    index.write(to: &pack)
    pack.write(cuts) { $1.write($0) { $1.write($0) { $1.write($0) } } }
    effects.write(to: &pack)
    pack.write(roles) { $1.write($0) { $0.write(to: &$1) } }
    limits.write(to: &pack)
    pack.write(feedsDerivations) { $1.write($0) }
    pack.write(feedsLimits) { $1.write($0) }
    for range in [patterns, topologies, technologies] { range.write(to: &pack) }
  }
}
