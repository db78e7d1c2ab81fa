import Diagnostics
import Testing

@Suite struct NearestSpellingTests {
  @Test(arguments: [
    ("human-wait", "human-waits"), ("humna-waits", "human-waits"), ("Latency", "latency"),
    ("wthin", "within"),
  ])
  func suggestsTheCandidateWithinAThirdOfItsLength(typed: String, meant: String) {
    #expect(nearestSpelling(to: typed, among: ["latency", "within", "human-waits"]) == meant)
  }

  @Test func suggestsNothingForAnUnrelatedWord() {
    #expect(nearestSpelling(to: "colour", among: ["latency", "within", "human-waits"]) == nil)
    #expect(nearestSpelling(to: "x", among: ["h", ""]) == nil)
  }

  @Test func prefersTheEarlierOfTwoEquallyNearCandidates() {
    #expect(nearestSpelling(to: "bat", among: ["cat", "hat"]) == "cat")
  }

  @Test func countsASwapOfNeighboursAsOneEdit() {
    #expect(nearestSpelling(to: "trasn", among: ["trans"]) == "trans")
    #expect(nearestSpelling(to: "ab", among: ["ba"]) == "ba")
  }
}
