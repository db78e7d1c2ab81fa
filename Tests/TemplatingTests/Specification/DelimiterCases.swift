import Templating

let delimiterCases: [SpecificationCase] = [
  SpecificationCase(
    "a tag with equals signs sets new delimiters", "{{=<? ?>=}}-<?word?>-", ["word": "ok"], gives: "-ok-"),
  SpecificationCase(
    "any characters can be delimiters", "<{{=( )=}}(word)>", ["word": "ok"], gives: "<ok>"),
  SpecificationCase(
    "delimiters set between sections hold from there on",
    "<\n{{#on}}\n  {{word}}\n  !word!\n{{/on}}\n\n{{= ! ! =}}\n!#on!\n  {{word}}\n  !word!\n!/on!\n>\n",
    ["on": true, "word": "ok"], gives: "<\n  ok\n  !word!\n\n  {{word}}\n  ok\n>\n"),
  SpecificationCase(
    "delimiters set between inverted sections hold from there on",
    "<\n{{^off}}\n  {{word}}\n  !word!\n{{/off}}\n\n{{= ! ! =}}\n!^off!\n  {{word}}\n  !word!\n!/off!\n>\n",
    ["off": false, "word": "ok"], gives: "<\n  ok\n  !word!\n\n  {{word}}\n  ok\n>\n"),
  SpecificationCase(
    "a partial begins with the usual delimiters", "<{{>p}}>\n{{= ! ! =}}\n<!>p!>\n", ["word": "ok"],
    partials: [("p", "-{{word}}-")], gives: "<-ok->\n<-ok->\n"),
  SpecificationCase(
    "delimiters set in a partial end with it", "<{{>p}}>\n<-{{word}}- -!word!->\n", ["word": "ok"],
    partials: [("p", "-{{word}}- {{= ! ! =}} -!word!-")], gives: "<-ok-  -ok->\n<-ok- -!word!->\n"),
  SpecificationCase("blanks around the tag stay", "< {{=? ?=}} >", gives: "<  >"),
  SpecificationCase("blanks before a tag behind text stay", " < {{=? ?=}}\n", gives: " < \n"),
  SpecificationCase("a line with only the tag disappears", "top\n{{=? ?=}}\nend\n", gives: "top\nend\n"),
  SpecificationCase(
    "an indented line with only the tag disappears", "top\n    {{=? ?=}}\nend\n", gives: "top\nend\n"),
  SpecificationCase("CRLF ends the line of a lone tag", "a\r\n{{= ? ? =}}\r\nb", gives: "a\r\nb"),
  SpecificationCase("a lone tag may stand in the first line", "   {{=? ?=}}\nrest", gives: "rest"),
  SpecificationCase(
    "a lone tag may stand in a last line without end", "head\n   {{=? ?=}}", gives: "head\n"),
  SpecificationCase("blanks inside the tag mean nothing", "<{{=  ?    ?  =}}>", gives: "<>"),
]
