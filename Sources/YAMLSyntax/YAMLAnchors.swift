/// The anchors of a document so far, and for how many nodes the aliases stand that used them.
struct YAMLAnchors {
  struct Anchor {
    let record: Int
    let isOpen: Bool
    /// How many nodes an alias to it stands for, the aliases in it followed.
    let nodes: Int
    /// How many collections lie in one another from it downwards.
    let height: Int
  }

  private var anchors: [String: Anchor] = [:]
  /// For how many nodes all aliases so far stand together.
  private(set) var usedNodes = 0

  subscript(name: String) -> Anchor? { anchors[name] }

  var names: [String] { anchors.keys.sorted() }

  /// A scalar has the anchor; a later anchor of the same name takes the place of an earlier one.
  mutating func define(_ name: String, record: Int) {
    anchors[name] = Anchor(record: record, isOpen: false, nodes: 1, height: 0)
  }

  mutating func open(_ name: String, record: Int) {
    anchors[name] = Anchor(record: record, isOpen: true, nodes: 0, height: 0)
  }

  /// Ends a collection that has the anchor, unless the name was taken again inside it.
  mutating func close(_ name: String, record: Int, nodes: Int, height: Int) {
    guard anchors[name]?.record == record else { return }
    anchors[name] = Anchor(record: record, isOpen: false, nodes: nodes, height: height)
  }

  /// Counts one more alias, and gives the number of nodes that all of them stand for.
  mutating func use(_ anchor: Anchor) -> Int {
    usedNodes += anchor.nodes
    return usedNodes
  }
}
