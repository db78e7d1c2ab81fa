import Crypto

/// Computes the digest of bytes that come in pieces.
package struct DigestBuilder {
  private var state = SHA256()

  package init() {}

  /// Takes the next bytes into the digest.
  package mutating func add(_ contents: [UInt8]) {
    contents.withUnsafeBytes { state.update(bufferPointer: $0) }
  }

  /// Takes a piece of text into the digest in such a way that no other division of the same
  /// characters into pieces gives the same digest.
  package mutating func add(piece text: String) {
    add(Array("\(text.utf8.count):".utf8))
    add(Array(text.utf8))
  }

  /// The digest of all bytes so far.
  package func finish() -> Digest {
    Digest(bytes: state.finalize())
  }
}
