import Diagnostics
import Templating

let partialCases: [SpecificationCase] = [
  SpecificationCase("a partial is put in", "<{{>p}}>", partials: [("p", "inside")], gives: "<inside>"),
  SpecificationCase("a partial that is not there", "<{{>p}}>", refusedAs: .templateMissingPartial),
  SpecificationCase(
    "a partial sees the context of its place", "<{{>p}}>", ["word": "ok"], partials: [("p", "-{{word}}-")],
    gives: "<-ok->"),
  SpecificationCase(
    "a partial may include itself", "{{>tree}}",
    ["id": "1", "below": [["id": "2", "below": []], ["id": "3", "below": []]]],
    partials: [("tree", "({{id}}{{#below}}{{>tree}}{{/below}})")], gives: "(1(2)(3))"),
  SpecificationCase(
    "a partial may include another", "{{>p}}", ["a": 1, "b": 2],
    partials: [("p", "{{a}}-{{>q}}-{{a}}"), ("q", "<{{b}}>")], gives: "1-<2>-1"),
  SpecificationCase(
    "blanks around a partial stay", "< {{>p}} >", partials: [("p", "\t=\t")], gives: "< \t=\t >"),
  SpecificationCase(
    "a partial within a line is not indented", "   {{x}}  {{> p}}\n", ["x": "="], partials: [("p", "a\nb")],
    gives: "   =  a\nb\n"),
  SpecificationCase(
    "CRLF ends the line of a lone partial", "a\r\n{{>p}}\r\nb", partials: [("p", "=")], gives: "a\r\n=b"),
  SpecificationCase(
    "a lone partial may stand in the first line", "   {{>p}}\nrest", partials: [("p", "=\n=")],
    gives: "   =\n   =rest"),
  SpecificationCase(
    "a lone partial may stand in a last line without end", "head\n   {{>p}}", partials: [("p", "=\n=")],
    gives: "head\n   =\n   ="),
  SpecificationCase(
    "every line of a lone partial is indented, line breaks in values are not", "<\n  {{>p}}\n>\n",
    ["x": "a\nb"], partials: [("p", "(\n{{{x}}}\n)\n")], gives: "<\n  (\n  a\nb\n  )\n>\n"),
  SpecificationCase(
    "blanks inside the tag mean nothing", "<{{>   p   }}>", partials: [("p", "=")], gives: "<=>"),
]
