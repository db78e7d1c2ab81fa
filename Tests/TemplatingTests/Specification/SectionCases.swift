import Diagnostics
import Templating

let sectionCases: [SpecificationCase] = truthCases + contextCases + listCases + dotCases + lineCases

private let truthCases: [SpecificationCase] = [
  SpecificationCase("true renders the body", "<{{#on}}body{{/on}}>", ["on": true], gives: "<body>"),
  SpecificationCase("false does not", "<{{#on}}body{{/on}}>", ["on": false], gives: "<>"),
  SpecificationCase("null does not", "<{{#on}}body{{/on}}>", ["on": nil], gives: "<>"),
]

private let contextCases: [SpecificationCase] = [
  SpecificationCase(
    "an object becomes the context", "<{{#flow}}id {{id}}{{/flow}}>", ["flow": ["id": "f1"]], gives: "<id f1>"
  ),
  SpecificationCase(
    "names are sought outwards", "{{#in}}{{a}} {{b}} {{c.d}}{{/in}}",
    ["a": "1", "b": "wrong", "in": ["b": "2"], "c": ["d": "3"]], gives: "1 2 3"),
  SpecificationCase(
    "a text becomes the context, too", "{{#word}}{{.}}={{word}}{{/word}}", ["word": "ok"], gives: "ok=ok"),
  SpecificationCase(
    "within lists all outer items are in reach",
    "{{#as}}{{#bs}}{{x.low}}{{b}};{{#cs}}{{x.up}}{{b}}{{c}};{{/cs}}{{/bs}}{{/as}}",
    ["as": [["x": ["low": "p", "up": "P"], "bs": [["b": "7", "cs": [["c": "y"], ["c": "z"]]]]]]],
    gives: "p7;P7y;P7z;"),
  SpecificationCase(
    "deep within objects all outer objects are in reach",
    """
    {{#r}}
    {{i}}
    {{#s}}
    {{i}}{{j}}
    {{#t}}
    {{i}}{{j}}{{k}}
    {{#u}}
    {{i}}{{j}}{{k}}{{l}}
    {{#m}}
    {{i}}{{j}}{{k}}{{l}}{{m}}{{.}}
    {{/m}}
    {{l}}{{k}}{{j}}{{i}}
    {{/u}}
    {{k}}{{j}}{{i}}
    {{/t}}
    {{j}}{{i}}
    {{/s}}
    {{i}}
    {{/r}}

    """,
    ["r": ["i": 1], "s": ["j": 2], "t": ["k": 3, "u": ["l": 4, "m": 5]]],
    gives: "1\n12\n123\n1234\n123455\n4321\n321\n21\n1\n"),
]

private let listCases: [SpecificationCase] = [
  SpecificationCase(
    "a list renders the body for each item", "<{{#list}}{{n}}{{/list}}>",
    ["list": [["n": 4], ["n": 5], ["n": 6]]],
    gives: "<456>"),
  SpecificationCase("an empty list renders nothing", "<{{#list}}some{{/list}}>", ["list": []], gives: "<>"),
  SpecificationCase(
    "several sections may have one name",
    "{{#on}}\n- one\n{{/on}}\n- {{word}}\n{{#on}}\n- three\n{{/on}}\n", ["on": true, "word": "two"],
    gives: "- one\n- two\n- three\n"),
  SpecificationCase(
    "sections in each other, rendered", "1{{#on}}2{{#on}}3{{/on}}4{{/on}}5", ["on": true], gives: "12345"),
  SpecificationCase(
    "sections in each other, left out", "1{{#on}}2{{#on}}3{{/on}}4{{/on}}5", ["on": false], gives: "15"),
  SpecificationCase(
    "a name that is not there", "<{{#nowhere}}body{{/nowhere}}>", refusedAs: .templateMissingName),
]

private let dotCases: [SpecificationCase] = [
  SpecificationCase(
    "a dot is the text of an item", "{{#list}}<{{.}}>{{/list}}", ["list": ["x", "y", "z"]], gives: "<x><y><z>"
  ),
  SpecificationCase(
    "a dot is the number of an item", "{{#list}}<{{.}}>{{/list}}", ["list": [7, 8, 9]], gives: "<7><8><9>"),
  SpecificationCase(
    "a decimal, here a text", "{{#list}}<{{.}}>{{/list}}", ["list": ["1.5", "2.5"]], gives: "<1.5><2.5>"),
  SpecificationCase(
    "lists may be in lists", "{{#list}}<{{#.}}{{.}}{{/.}}>{{/list}}", ["list": [[1, 2], ["x", "y"]]],
    gives: "<12><xy>"),
  SpecificationCase(
    "a dot is escaped", "{{#list}}({{.}}){{/list}}", ["list": ["<", "&", "\""]],
    gives: "(&lt;)(&amp;)(&quot;)"),
  SpecificationCase(
    "a dot in three braces is not", "{{#list}}({{{.}}}){{/list}}", ["list": ["<", "&", "\""]],
    gives: "(<)(&)(\")"),
  SpecificationCase(
    "a dot with an ampersand is not", "{{#list}}({{&.}}){{/list}}", ["list": ["<", "&", "\""]],
    gives: "(<)(&)(\")"),
  SpecificationCase(
    "the whole context may be a list", "{{#.}}<{{n}}>{{/.}}", [["n": 1], ["n": 2]], gives: "<1><2>"),
  SpecificationCase(
    "a dotted name that is true", "<{{#j.k.l}}body{{/j.k.l}}>", ["j": ["k": ["l": true]]], gives: "<body>"),
  SpecificationCase(
    "a dotted name that is false", "<{{#j.k.l}}body{{/j.k.l}}>", ["j": ["k": ["l": false]]], gives: "<>"),
  SpecificationCase(
    "a dotted name that breaks off", "<{{#j.k.l}}body{{/j.k.l}}>", ["j": [:]], refusedAs: .templateMissingName
  ),
]

private let lineCases: [SpecificationCase] = [
  SpecificationCase(
    "blanks around a section stay", " < {{#on}}\t=\t{{/on}} > \n", ["on": true], gives: " < \t=\t > \n"),
  SpecificationCase(
    "blanks in a section stay", " < {{#on}} {{! a note in between }}\n {{/on}} > \n", ["on": true],
    gives: " <  \n  > \n"),
  SpecificationCase(
    "a section within a line keeps the indentation", " {{#on}}a{{/on}}\n {{#on}}b{{/on}}\n", ["on": true],
    gives: " a\n b\n"),
  SpecificationCase(
    "lines with only a tag disappear", "top\n{{#on}}\n=\n{{/on}}\nend\n", ["on": true], gives: "top\n=\nend\n"
  ),
  SpecificationCase(
    "indented lines with only a tag disappear", "top\n   {{#on}}\n=\n   {{/on}}\nend\n", ["on": true],
    gives: "top\n=\nend\n"),
  SpecificationCase(
    "CRLF ends the line of a lone tag", "a\r\n{{#on}}\r\n{{/on}}\r\nb", ["on": true], gives: "a\r\nb"),
  SpecificationCase(
    "a lone tag may stand in the first line", "   {{#on}}\n={{/on}}\nrest", ["on": true], gives: "=\nrest"),
  SpecificationCase(
    "a lone tag may stand in a last line without end", "={{#on}}\nrest\n   {{/on}}", ["on": true],
    gives: "=\nrest\n"),
  SpecificationCase(
    "blanks inside the tags mean nothing", "<{{#  on }}={{/  on }}>", ["on": true], gives: "<=>"),
]
