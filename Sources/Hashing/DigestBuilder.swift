import CLibCrypto

/// Computes the digest of bytes that come in pieces.
package struct DigestBuilder {
  private var state = SHA256_CTX()

  package init() {
    SHA256_Init(&state)
  }

  /// Takes the next bytes into the digest.
  package mutating func add(_ contents: [UInt8]) {
    _ = contents.withUnsafeBytes { SHA256_Update(&state, $0.baseAddress, $0.count) }
  }

  /// Takes a piece of text into the digest in such a way that no other division of the same
  /// characters into pieces gives the same digest.
  package mutating func add(piece text: String) {
    add(Array("\(text.utf8.count):".utf8))
    add(Array(text.utf8))
  }

  /// The digest of all bytes so far.
  package func finish() -> Digest {
    var ended = state
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256_Final(&bytes, &ended)
    return Digest(bytes: bytes)
  }
}
