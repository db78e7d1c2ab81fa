import Testing

@testable import Packing

@Suite struct PackingTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let numbers = [0, 1, -1, 63, 64, -64, 4_095, 4_096, .max, .min]
    let masks: [UInt64] = [0, 1, 0x3F, 0x40, .max]
    let texts = ["", "plain", "quotes \" and \\ and \u{0}", "ünïcödé 日本", "👩‍👩‍👧"]
    var writer = PackWriter()
    writer.write(numbers) { $1.write($0) }
    writer.write(numbers) { $1.write($0) }
    writer.write(masks) { $1.write(bits: $0) }
    writer.write(texts)
    writer.write(true)
    writer.write(false)
    writer.write(nil as String?)
    writer.write("here" as String?)
    let bytes = Array(writer.text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var reader = PackReader(bytes)
      let readNumbers = reader.list { $0.integer() }
      let readInOneGo = reader.integers()
      let readMasks = reader.list { $0.bits() }
      let readTexts = reader.texts()
      let flags = [reader.flag(), reader.flag()]
      let optionals = [reader.optionalText(), reader.optionalText()]
      #expect(readNumbers == numbers)
      #expect(readInOneGo == numbers)
      #expect(readMasks == masks)
      #expect(readTexts == texts)
      #expect(flags == [true, false])
      #expect(optionals == [nil, "here"])
      #expect(reader.isAtEnd)
    }
  }

  @Test func everyNumberIsASCII() {
    var writer = PackWriter()
    var value: UInt64 = 1
    for _ in 0..<64 {
      writer.write(bits: value)
      writer.write(Int(bitPattern: UInt(value)))
      value <<= 1
    }
    #expect(writer.text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func elementsOfAListAreReadEachByItself() {
    let lists = [[], ["one"], (0..<200).map { "element \($0)" }]
    var writer = PackWriter()
    for list in lists {
      writer.write(separately: list) { text, pack in
        pack.write(text)
        pack.write(text.utf8.count)
      }
    }
    writer.write("behind them")
    Array(writer.text.utf8).withUnsafeBufferPointer { bytes in
      var reader = PackReader(bytes)
      for list in lists {
        let packed = reader.list()
        #expect(packed.count == list.count)
        for number in list.indices.reversed() {
          var element = packed.reader(at: number)
          let (text, length) = (element.text(), element.integer())
          #expect(text == list[number])
          #expect(length == list[number].utf8.count)
        }
      }
      let last = reader.text()
      #expect(last == "behind them")
      #expect(reader.isAtEnd)
    }
  }
}
