import Testing
import YAMLSyntax

@Suite struct YAMLScalarTests {
  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("nulL", .string("nulL")),
      ("true", .bool(true)), ("False", .bool(false)), ("TRUE", .bool(true)), ("tRUE", .string("tRUE")),
      ("yes", .string("yes")), ("12", .integer(12)), ("-12", .integer(-12)), ("+7", .integer(7)),
      ("017", .integer(17)), ("0x1F", .integer(31)), ("0o17", .integer(15)), ("20_000", .integer(20_000)),
      ("-1_000_000", .integer(-1_000_000)), ("2_0", .string("2_0")), ("0_000", .string("0_000")),
      ("1000_000", .string("1000_000")), ("20_000_", .string("20_000_")), ("1.5", .decimal("1.5")),
      (".5", .decimal(".5")), ("1.", .decimal("1.")), ("1e3", .decimal("1e3")),
      ("-1.5E-3", .decimal("-1.5E-3")),
      (".", .string(".")), ("-", .string("-")), ("1.2.3", .string("1.2.3")), ("1:30", .string("1:30")),
      (".inf", .decimal(".inf")), ("-.Inf", .decimal("-.Inf")), (".nan", .decimal(".nan")),
      ("99999999999999999999", .decimal("99999999999999999999")), ("2026-11-20", .string("2026-11-20")),
      ("8s", .string("8s")), ("0x", .string("0x")),
      ("0xFFFFFFFFFFFFFFFFFF", .decimal("0xFFFFFFFFFFFFFFFFFF")),
    ] as [(String, YAMLScalarValue)])
  func resolvesPlainScalarsByTheCoreSchema(text: String, value: YAMLScalarValue) throws {
    let root = try #require(Parsed(text == "-" ? "a: '-'" : "a: \(text)").root)
    #expect(root["a"]?.coreValue == value)
    let quoted = try #require(Parsed("a: \(YAMLScalar.quoted(text))").root)
    #expect(quoted["a"]?.coreValue == .string(text))
  }

  @Test(arguments: [
    "yes", "No", "ON", "off", "y", "N", "017", "0_17", "+08", "0x1F", "0o17", "0b101", "1:30", "12:30:45",
    "1:30.5", "1e3", "1.5e3", "1_0", "1_000.5", "-1_0_0",
  ])
  func recognisesSpellingsOnWhichReadersDisagree(text: String) throws {
    let root = try #require(Parsed("a: \(text)\nb: '\(text)'").root)
    #expect(root["a"]?.ambiguity != nil)
    #expect(root["b"]?.ambiguity == nil)
  }

  @Test(arguments: [
    "true", "12", "0", "-0", "1.5", "1.5e+3", ".5", "null", "~", "text", "yesterday", "20_000", "1.2.3.a",
    "8s",
    "2026-11-20", ".inf", "a:b", "0a", "no-one", "10.0.0.1/8",
  ])
  func staysSilentWhereReadersAgree(text: String) throws {
    let root = try #require(Parsed("a: \(text)").root)
    #expect(root["a"]?.ambiguity == nil)
  }

  @Test func knowsIntegersThatOtherReadersTakeForText() throws {
    let root = try #require(Parsed("[20_000, 20000, '20_000', 2_0]").root)
    #expect(root.elements.map(\.isSeparatedInteger) == [true, false, false, false])
  }

  @Test(arguments: [
    "order", "A won opportunity becomes an ERP order", "https://erp.example.com/api/v1", "Größe", "a#b",
    "it's", "v60.0", "8s", "a - b", "$ref", "(x)", "日本",
  ])
  func writesSafeTextPlain(text: String) {
    #expect(YAMLScalar.render(text) == text)
  }

  @Test(arguments: [
    ("", #""""#), ("yes", #""yes""#), ("1e3", #""1e3""#), ("20_000", #""20_000""#),
    ("2026-11-20", #""2026-11-20""#),
    ("a: b", #""a: b""#), ("a #b", #""a #b""#), ("- a", #""- a""#), ("a, b", #""a, b""#), ("a:", #""a:""#),
    (" a", #"" a""#), ("a ", #""a ""#), ("a\nb\t\"\\", #""a\nb\t\"\\""#), ("\u{1B}\u{7F}", #""\x1B\x7F""#),
    ("\u{85}\u{2028}\u{202E}", #""\x85\u2028\u202E""#), ("\u{E0001}", #""\U000E0001""#), ("<<", #""<<""#),
    ("=", #""=""#), ("---", #""---""#), ("{{x}}", #""{{x}}""#), ("é: ü", #""é: ü""#),
  ])
  func quotesEverythingElse(text: String, expected: String) {
    #expect(YAMLScalar.render(text) == expected)
  }
}
