import Requirements
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("8s", 8_000), ("250ms", 250), ("15m", 900_000), ("1h", 3_600_000), ("3d", 259_200_000),
    ("2w", 1_209_600_000),
    ("60", 60_000), ("1_000s", 1_000_000), ("0", 0),
  ])
  func readsDurations(text: String, milliseconds: Int) {
    #expect(Quantity.parseDuration(text) == milliseconds)
  }

  @Test(arguments: [
    "", "s", "8 s", "8S", "-8s", "1.5s", "8sm", "_8s", "8_s", "1__0s", "9999999999s", "٣s", "8s\n",
  ])
  func refusesWhatIsNoDuration(text: String) {
    #expect(Quantity.parseDuration(text) == nil)
  }

  @Test(arguments: [("4KB", 4_096), ("2MB", 2_097_152), ("1GB", 1_073_741_824), ("512B", 512)])
  func readsSizes(text: String, bytes: Int) {
    #expect(Quantity.parseSize(text) == bytes)
  }

  @Test(arguments: ["4", "4kb", "4K", "MB", "4 KB"])
  func refusesWhatIsNoSize(text: String) {
    #expect(Quantity.parseSize(text) == nil)
  }

  @Test(arguments: [("20_000", 20_000), ("0", 0), ("999999999999", 999_999_999_999)])
  func readsCounts(text: String, count: Int) {
    #expect(Quantity.parseCount(text) == count)
  }

  @Test(arguments: ["", "_1", "1_", "1__0", "1e3", "0x1F", "1000000000000", "１", "1,000"])
  func refusesWhatIsNoCount(text: String) {
    #expect(Quantity.parseCount(text) == nil)
  }

  @Test func writesADurationInItsLargestWholeUnit() {
    let durations = [0, 250, 8_000, 90_000, 5_400_000, 86_400_000, 604_800_000, 5_001]
    #expect(
      durations.map(Quantity.renderDuration) == ["0ms", "250ms", "8s", "90s", "90m", "1d", "1w", "5001ms"])
  }

  @Test func writesWhatItReads() {
    for milliseconds in [1, 999, 1_000, 61_000, 7_200_000, 999_999_999] {
      #expect(Quantity.parseDuration(Quantity.renderDuration(milliseconds)) == milliseconds)
    }
    for bytes in [1, 1_024, 5_000, 3_145_728] {
      #expect(Quantity.parseSize(Quantity.renderSize(bytes)) == bytes)
    }
  }

  @Test func separatesThousandsOfACount() {
    #expect([0, 999, 1_000, 1_234_567].map(Quantity.renderCount) == ["0", "999", "1,000", "1,234,567"])
  }
}
