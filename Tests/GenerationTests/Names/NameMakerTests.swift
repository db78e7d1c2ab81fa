@testable import Generation
import TestSupport
import Testing

@Suite struct NameMakerTests {
  private let maker: NameMaker = {
    var reserved = ReservedWords()
    reserved.add(["class", "list", "ListJob"], of: "apex")
    reserved.add(["int"], of: "java")
    return NameMaker(reserved: reserved)
  }()

  @Test func keepsAShortNameAsItIs() {
    #expect(maker.name(.apexClass, stem: "CreateOrder", suffix: "Job") == "CreateOrderJob")
    #expect(maker.name(.mavenArtifact, stem: "won-deal") == "won-deal")
    #expect(maker.name(.javaPackage, stem: "com.example.won_deal") == "com.example.won_deal")
  }

  @Test func cutsALongNameAtAWordAndMarksIt() {
    let name = maker.name(.apexClass, stem: "CreateTheVeryFirstOrderOfTheDayAndAllOthers", suffix: "JobTest")
    #expect(name.count <= 40)
    #expect(name.hasPrefix("CreateTheVeryFirstOrderOf"))
    #expect(name.hasSuffix("JobTest"))
  }

  @Test func avoidsReservedWords() {
    #expect(maker.name(.apexClass, stem: "Class") != "Class")
    #expect(maker.name(.apexClass, stem: "List", suffix: "Job") != "ListJob")
    #expect(maker.name(.javaPackage, stem: "com.int") != "com.int")
    #expect(maker.apexIdentifier(Spelling("class")) == "classValue")
    #expect(maker.apexIdentifier(Spelling("4th")) == "X4Th")
  }

  @Test(arguments: NameStyle.allCases)
  func makesValidNamesOfAnything(style: NameStyle) {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let name = maker.name(style, stem: HostileText.random(&generator) + HostileText.random(&generator))
      #expect(isValid(name, style), "\(name)")
    }
  }

  @Test(arguments: NameStyle.allCases)
  func makesDistinctNamesOfDistinctTexts(style: NameStyle) {
    var generator = SplitMix64(seed: 6)
    var names: [String: String] = [:]
    for _ in 0..<500 {
      let words = (0..<12).map { _ in
        ["ab", "Cd", "ef-", "Gh", "i", "4", "注"].randomElement(using: &generator) ?? ""
      }
      let stem = words.joined()
      if let other = names.updateValue(stem, forKey: maker.name(style, stem: stem, suffix: "Job")) {
        // A Java package is in small letters, so that case alone tells no two apart.
        #expect(other == stem || style == .javaPackage && other.lowercased() == stem.lowercased())
      }
    }
  }

  private func isValid(_ name: String, _ style: NameStyle) -> Bool {
    guard !name.isEmpty, name.count <= style.limit, name.allSatisfy(\.isASCII) else { return false }
    switch style {
    case .apexClass, .developerName:
      return name.first?.isLetter == true && !name.contains("__") && !name.hasSuffix("_")
        && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    case .file, .muleFlow, .mavenArtifact: return !name.hasPrefix(".") && !name.contains("/")
    case .javaPackage:
      return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        $0.first.map { $0.isLetter || $0 == "_" } == true
      }
    }
  }
}
