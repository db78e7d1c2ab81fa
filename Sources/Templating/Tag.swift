/// A name in a template, by its bytes and those of its tag.
struct Tag: Sendable {
  let use: TemplateName.Use
  let textBytes: Range<Int>
  let bytes: Range<Int>
}
