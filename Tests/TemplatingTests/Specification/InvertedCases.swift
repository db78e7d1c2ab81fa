import Diagnostics
import Templating

let invertedCases: [SpecificationCase] = [
  SpecificationCase("false renders the body", "<{{^on}}body{{/on}}>", ["on": false], gives: "<body>"),
  SpecificationCase("true does not", "<{{^on}}body{{/on}}>", ["on": true], gives: "<>"),
  SpecificationCase("null renders the body", "<{{^on}}body{{/on}}>", ["on": nil], gives: "<body>"),
  SpecificationCase(
    "an object does not", "<{{^flow}}no {{id}}{{/flow}}>", ["flow": ["id": "f1"]], gives: "<>"),
  SpecificationCase(
    "a list with items does not", "<{{^list}}{{id}}{{/list}}>", ["list": [["id": 1], ["id": 2]]], gives: "<>"),
  SpecificationCase(
    "an empty list renders the body", "<{{^list}}none{{/list}}>", ["list": []], gives: "<none>"),
  SpecificationCase(
    "several sections may have one name",
    "{{^on}}\n- one\n{{/on}}\n- {{word}}\n{{^on}}\n- three\n{{/on}}\n", ["on": false, "word": "two"],
    gives: "- one\n- two\n- three\n"),
  SpecificationCase(
    "sections in each other, rendered", "1{{^on}}2{{^on}}3{{/on}}4{{/on}}5", ["on": false], gives: "12345"),
  SpecificationCase(
    "sections in each other, left out", "1{{^on}}2{{^on}}3{{/on}}4{{/on}}5", ["on": true], gives: "15"),
  SpecificationCase(
    "a name that is not there", "<{{^nowhere}}body{{/nowhere}}>", refusedAs: .templateMissingName),
  SpecificationCase(
    "a dotted name that is true", "<{{^j.k.l}}body{{/j.k.l}}>", ["j": ["k": ["l": true]]], gives: "<>"),
  SpecificationCase(
    "a dotted name that is false", "<{{^j.k.l}}body{{/j.k.l}}>", ["j": ["k": ["l": false]]], gives: "<body>"),
  SpecificationCase(
    "a dotted name that breaks off", "<{{^j.k.l}}body{{/j.k.l}}>", ["j": [:]], refusedAs: .templateMissingName
  ),
  SpecificationCase(
    "blanks around a section stay", " < {{^on}}\t=\t{{/on}} > \n", ["on": false], gives: " < \t=\t > \n"),
  SpecificationCase(
    "blanks in a section stay", " < {{^on}} {{! a note in between }}\n {{/on}} > \n", ["on": false],
    gives: " <  \n  > \n"),
  SpecificationCase(
    "a section within a line keeps the indentation", " {{^on}}a{{/on}}\n {{^on}}b{{/on}}\n", ["on": false],
    gives: " a\n b\n"),
  SpecificationCase(
    "lines with only a tag disappear", "top\n{{^on}}\n=\n{{/on}}\nend\n", ["on": false],
    gives: "top\n=\nend\n"),
  SpecificationCase(
    "indented lines with only a tag disappear", "top\n   {{^on}}\n=\n   {{/on}}\nend\n", ["on": false],
    gives: "top\n=\nend\n"),
  SpecificationCase(
    "CRLF ends the line of a lone tag", "a\r\n{{^on}}\r\n{{/on}}\r\nb", ["on": false], gives: "a\r\nb"),
  SpecificationCase(
    "a lone tag may stand in the first line", "   {{^on}}\n={{/on}}\nrest", ["on": false], gives: "=\nrest"),
  SpecificationCase(
    "a lone tag may stand in a last line without end", "={{^on}}\nrest\n   {{/on}}", ["on": false],
    gives: "=\nrest\n"),
  SpecificationCase(
    "blanks inside the tags mean nothing", "<{{^  on }}={{/  on }}>", ["on": false], gives: "<=>"),
]
