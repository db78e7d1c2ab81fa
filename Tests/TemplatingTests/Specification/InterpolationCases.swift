import Diagnostics
import Templating

/// Decimals come as texts, because contexts hold no decimals.
let interpolationCases: [SpecificationCase] =
  basicCases + missCases + dottedCases + iteratorCases + blankCases

private let hostile = "<&\">"

private let basicCases: [SpecificationCase] = [
  SpecificationCase("text without tags stays as it is", "Only {one} brace.\n", gives: "Only {one} brace.\n"),
  SpecificationCase(
    "a variable is replaced by its value", "Dear {{who}},\n", ["who": "Ada"], gives: "Dear Ada,\n"),
  SpecificationCase(
    "a tag in a value is not rendered", "{{a}} {{b}}", ["a": "{{b}}", "b": "two"], gives: "{{b}} two"),
  SpecificationCase(
    "a variable is escaped", "{{x}}\n", ["x": .string(hostile)], gives: "&lt;&amp;&quot;&gt;\n"),
  SpecificationCase("three braces do not escape", "{{{x}}}\n", ["x": .string(hostile)], gives: "<&\">\n"),
  SpecificationCase("an ampersand does not escape", "{{&x}}\n", ["x": .string(hostile)], gives: "<&\">\n"),
  SpecificationCase("an integer is written in digits", "{{n}} files", ["n": 62], gives: "62 files"),
  SpecificationCase("so it is in three braces", "{{{n}}} files", ["n": 62], gives: "62 files"),
  SpecificationCase("so it is with an ampersand", "{{&n}} files", ["n": 62], gives: "62 files"),
  SpecificationCase("a decimal, here a text", "{{n}} ms", ["n": "0.42"], gives: "0.42 ms"),
  SpecificationCase("a decimal in three braces", "{{{n}}} ms", ["n": "0.42"], gives: "0.42 ms"),
  SpecificationCase("a decimal with an ampersand", "{{&n}} ms", ["n": "0.42"], gives: "0.42 ms"),
  SpecificationCase("null is no text", "<{{x}}>", ["x": nil], refusedAs: .templateNullValue),
  SpecificationCase(
    "null is no text in three braces", "<{{{x}}}>", ["x": nil], refusedAs: .templateNullValue),
  SpecificationCase(
    "null is no text with an ampersand", "<{{&x}}>", ["x": nil], refusedAs: .templateNullValue),
]

private let missCases: [SpecificationCase] = [
  SpecificationCase("a name that is not there", "<{{x}}>", refusedAs: .templateMissingName),
  SpecificationCase(
    "a name that is not there, in three braces", "<{{{x}}}>", refusedAs: .templateMissingName),
  SpecificationCase(
    "a name that is not there, with an ampersand", "<{{&x}}>", refusedAs: .templateMissingName),
]

private let nested: TemplateValue = ["k": ["l": ["m": ["n": ["word": "deep"]]]]]

private let dottedCases: [SpecificationCase] = [
  SpecificationCase(
    "a dotted name is short for a section", "{{flow.id}}={{#flow}}{{id}}{{/flow}}", ["flow": ["id": "f1"]],
    gives: "f1=f1"),
  SpecificationCase(
    "so it is in three braces", "{{{flow.id}}}={{#flow}}{{{id}}}{{/flow}}", ["flow": ["id": "f1"]],
    gives: "f1=f1"),
  SpecificationCase(
    "so it is with an ampersand", "{{&flow.id}}={{#flow}}{{&id}}{{/flow}}", ["flow": ["id": "f1"]],
    gives: "f1=f1"),
  SpecificationCase("a dotted name may be long", "{{j.k.l.m.n.word}}", ["j": nested], gives: "deep"),
  SpecificationCase(
    "a dotted name that breaks off", "<{{j.k.l}}>", ["j": [:]], refusedAs: .templateMissingName),
  SpecificationCase(
    "a later part is sought only in the one before it", "<{{j.k.l.word}}>",
    ["j": ["k": [:]], "l": ["word": "wrong"]], refusedAs: .templateMissingName),
  SpecificationCase(
    "the first part is sought from the inside outwards", "{{#j}}{{k.l.m.n.word}}{{/j}}",
    ["j": nested, "k": ["l": ["m": ["n": ["word": "wrong"]]]]], gives: "deep"),
  SpecificationCase(
    "what the first part finds is final", "{{#j}}{{k.l}}{{/j}}", ["j": ["k": [:]], "k": ["l": "wrong"]],
    refusedAs: .templateMissingName),
  SpecificationCase(
    "a key with a dot is out of reach", "{{j.k}}", ["j.k": "wrong"], refusedAs: .templateMissingName),
  SpecificationCase(
    "a key with a dot hides nothing", "{{j.k}}", ["j.k": "wrong", "j": ["k": "right"]], gives: "right"),
]

private let iteratorCases: [SpecificationCase] = [
  SpecificationCase("a dot is the value itself", "Dear {{.}},\n", "Ada", gives: "Dear Ada,\n"),
  SpecificationCase("a dot is escaped", "{{.}}\n", .string(hostile), gives: "&lt;&amp;&quot;&gt;\n"),
  SpecificationCase("a dot in three braces is not", "{{{.}}}\n", .string(hostile), gives: "<&\">\n"),
  SpecificationCase("a dot with an ampersand is not", "{{&.}}\n", .string(hostile), gives: "<&\">\n"),
  SpecificationCase("a dot may be an integer", "{{.}} files", 62, gives: "62 files"),
]

private let blankCases: [SpecificationCase] = [
  SpecificationCase("blanks around a variable stay", "< {{x}} >", ["x": "="], gives: "< = >"),
  SpecificationCase("blanks around three braces stay", "< {{{x}}} >", ["x": "="], gives: "< = >"),
  SpecificationCase("blanks around an ampersand tag stay", "< {{&x}} >", ["x": "="], gives: "< = >"),
  SpecificationCase("a variable alone keeps its line", "   {{x}}\n", ["x": "="], gives: "   =\n"),
  SpecificationCase("three braces alone keep their line", "   {{{x}}}\n", ["x": "="], gives: "   =\n"),
  SpecificationCase("an ampersand tag alone keeps its line", "   {{&x}}\n", ["x": "="], gives: "   =\n"),
  SpecificationCase("blanks in a variable mean nothing", "<{{  x  }}>", ["x": "="], gives: "<=>"),
  SpecificationCase("blanks in three braces mean nothing", "<{{{  x  }}}>", ["x": "="], gives: "<=>"),
  SpecificationCase("blanks in an ampersand tag mean nothing", "<{{&  x  }}>", ["x": "="], gives: "<=>"),
]
