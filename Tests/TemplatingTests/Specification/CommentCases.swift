import Templating

let commentCases: [SpecificationCase] = [
  SpecificationCase("a comment leaves nothing between its neighbours", "ab{{! note }}cd", gives: "abcd"),
  SpecificationCase(
    "a comment may go over several lines", "ab{{!\n  one\n  two\n}}cd\n", gives: "abcd\n"),
  SpecificationCase(
    "a line with only a comment disappears", "top\n{{! note }}\nend\n", gives: "top\nend\n"),
  SpecificationCase(
    "an indented line with only a comment disappears", "top\n    {{! note }}\nend\n", gives: "top\nend\n"),
  SpecificationCase(
    "CRLF ends the line of a lone comment", "a\r\n{{! note }}\r\nb", gives: "a\r\nb"),
  SpecificationCase(
    "a lone comment may stand in the first line", "   {{! first }}\nrest", gives: "rest"),
  SpecificationCase(
    "a lone comment may stand in a last line without end", "head\n   {{! last }}", gives: "head\n"),
  SpecificationCase(
    "a lone comment over several lines takes all of them", "top\n{{!\nnothing\nof this\n}}\nend\n",
    gives: "top\nend\n"),
  SpecificationCase(
    "an indented lone comment over several lines takes all of them",
    "top\n  {{!\n    nothing\n  }}\nend\n", gives: "top\nend\n"),
  SpecificationCase(
    "a comment behind text leaves the blanks before it", "   ab {{! cd }}\n", gives: "   ab \n"),
  SpecificationCase(
    "a comment between texts leaves the blanks on both sides", "ab {{! note }} cd", gives: "ab  cd"),
  SpecificationCase(
    "a comment is never looked up", "<{{! word }}>",
    ["! word": 1, "! word ": 2, "!word": 3, "word": 4], gives: "<>"),
]
