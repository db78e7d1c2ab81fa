import Templating
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    (Escaping.text, "<\"'\\\n", "<\"'\\\n"),
    (.xml, "<a href=\"x\" b='y'> & c\n\t", "&lt;a href=&quot;x&quot; b=&apos;y&apos;&gt; &amp; c\n\t"),
    (.xml, "a\rb\u{0}c\u{85}\u{202E}\u{FFFF}", "a&#xD;b\u{FFFD}c&#x85;&#x202E;\u{FFFD}"),
    (.xmlAttribute, "a\nb\tc\"", "a&#10;b&#9;c&quot;"),
    (.xmlComment, "a-->b--", "a- ->b- - "),
    (.cdata, "a]]>b", "a]]]]><![CDATA[>b"),
    (.html, "<'\u{1}\r>", "&lt;&#39;\u{FFFD}&#13;&gt;"),
    (.json, "\"\\/\n\u{1}\u{2028}é😀", "\\\"\\\\/\\n\\u0001\\u2028é😀"),
    (.yaml, "a: \"b\" # c\n\u{85}\u{FEFF}", "a: \\\"b\\\" # c\\n\\u0085\\uFEFF"),
    (.apex, "it's \"x\" \\ \u{0}\r\n", "it\\'s \"x\" \\\\ \\u0000\\r\\n"),
    (.javascript, "`${x}`'</script>", "\\`\\u0024{x}\\`\\'\\u003C/script>"),
    (.dataweave, "$(payload) \"${p}\" 'x'", "\\u0024(payload) \\\"\\u0024{p}\\\" 'x'"),
    (.properties, " # a:b=c\\ é ", "\\ # a\\:b\\=c\\\\ \\u00E9\\ "),
    (.properties, "#!😀", "\\#!\\uD83D\\uDE00"),
    (.shell, "it's $HOME `x` \u{1B}[0m", "it'\\''s $HOME `x` \u{FFFD}[0m"),
    (.csv, "say \"hi\", then\n", "say \"\"hi\"\", then\n"),
    (.csv, "=1+1", "'=1+1"),
    (.urlSegment, "a b/ü?#%~", "a%20b%2F%C3%BC%3F%23%25~"),
    (.urlSegment, "..", "__"),
    (.comment, "a */ b\nc *", "a *&#47; b c &#42;"),
    (.comment, "\\u002a/", "&#92;u002a/"),
    (.lineComment, "a\r\nb\u{2028}c", "a  b c"),
    (.muleText, "${x} #[y] ![z] $5 #1", "$ {x} # [y] ! [z] $5 #1"),
    (
      .markdown, "Account__c *x* [a](b) a|b <i> R&D a & b",
      "Account__c \\*x\\* \\[a\\](b) a\\|b &lt;i&gt; R&amp;D a & b"
    ),
    (.markdown, "# no heading", "\\# no heading"),
    (.markdown, "  - no item\nnor 1. item", "\\- no item nor 1\\. item"),
    (.markdown, "_a_ v1.2 60.", "\\_a\\_ v1.2 60\\."),
    (.markdownProse, "- call `a_b*|<c>`. Then *x* [a](b)", "\\- call `a_b*\\|<c>`. Then \\*x\\* \\[a\\](b)"),
    (.markdownProse, "`a` and one `", "`a` and one \\`"),
    (.markdownProse, "``two`` and one `", "\\`\\`two\\`\\` and one \\`"),
    (.markdownCode, "a`b|c\n", "a'b\\|c "),
    (.markdownCode, "", " "),
    (
      .markdownLink, "https://x.example/a_(b)?c=1&d=%20 e\n",
      "https://x.example/a_%28b%29?c=1&amp;d=%20%20e%0A"
    ),
    (.mermaid, "a \"b\" #35; <br> -->", "a #34;b#34; #35;35#59; #60;br#62; --#62;"),
    (.mermaid, "the end; weekend, END", "the #101;nd#59; weekend, #69;ND"),
  ])
  func writesTheContextsOwnSpelling(_ escaping: Escaping, _ text: String, _ expected: String) {
    #expect(escaping.escape(text) == expected)
  }

  @Test(arguments: Escaping.allCases)
  func leavesPlainWordsAsTheyAre(_ escaping: Escaping) {
    #expect(escaping.escape("Order42") == "Order42")
  }

  @Test func theOutputBeforeAValueBelongsToTheContext() {
    let pairs: [(Escaping, String, String, String)] = [
      (.comment, "a*", "/b", "a&#42;/b"),
      (.xmlComment, "a-", "-b", "a- -b"),
      (.cdata, "a]]", ">b", "a]]]]><![CDATA[>b"),
      (.muleText, "a$", "{b", "a$ {b"),
    ]
    for (escaping, first, second, expected) in pairs {
      let context: TemplateValue = ["a": .string(first), "b": .string(second)]
      #expect(render("{{a}}{{b}}", context, escaping: escaping) == expected)
    }
    #expect(render("/* *{{a}} */", ["a": "/"], escaping: .comment) == "/* *&#47; */")
  }

  @Test(arguments: Escaping.allCases)
  func noContextMindsLettersAndDigits(_ escaping: Escaping) {
    let word = "abcdfghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ0123456789"
    #expect(escaping.escape(word) == word)
  }
}
