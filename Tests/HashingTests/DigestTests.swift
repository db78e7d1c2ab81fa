import Hashing
import Testing

@Suite struct DigestTests {
  /// The examples of FIPS 180-4 and the NIST example values for SHA-256, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isTheSHA256OfTheBytes(message: String, digits: String) {
    #expect(Digest(of: Array(message.utf8)).description == "sha256:" + digits)
  }

  @Test func isTheSHA256OfAMillionBytesInPieces() {
    var builder = DigestBuilder()
    for _ in 0..<1000 { builder.add([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
    let digits = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(builder.finish().description == "sha256:" + digits)
  }

  @Test func isReadBackFromItsText() {
    for byte in UInt8.min...UInt8.max {
      let digest = Digest(of: [byte])
      #expect(Digest(digest.description) == digest)
    }
  }

  @Test(arguments: [
    "", "sha256:", "sha256:00", "md5:d41d8cd98f00b204e9800998ecf8427e",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550",
  ])
  func isNotReadFromAnythingElse(text: String) {
    #expect(Digest(text) == nil)
  }

  @Test func isOrderedAsItsText() {
    let digests = (0..<200).map { Digest(of: [UInt8($0)]) }
    #expect(digests.sorted().map(\.description) == digests.map(\.description).sorted())
  }

  @Test func tellsOneDivisionIntoPiecesFromAnother() {
    func digest(_ pieces: [String]) -> Digest {
      var builder = DigestBuilder()
      for piece in pieces { builder.add(piece: piece) }
      return builder.finish()
    }
    #expect(digest(["ab", "c"]) != digest(["a", "bc"]))
    #expect(digest(["a", ""]) != digest(["a"]))
  }
}
