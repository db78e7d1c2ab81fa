import Diagnostics
import Testing

@Suite struct ByteCountTests {
  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_024, "1 KiB"), (1_025, "1025 bytes"),
    (1 << 20, "1 MiB"),
    (16 << 20, "16 MiB"), (1_536 << 10, "1536 KiB"), (1 << 30, "1 GiB"),
  ])
  func hasTheUnitThatLeavesAWholeNumber(bytes: Int, text: String) { #expect(byteCount(bytes) == text) }
}
