"""Field mapping and briefs: the tables hold what the contract states, are safe in spreadsheets, and their links lead somewhere

The CSV is read as RFC 4180 has it and compared with the profile, row by row; Markdown is parsed, every row of a table
has the cells of its head, and nothing of a hostile text becomes markup.
"""

import csv
import io
import json
import pathlib
import re
import sys
import tempfile

from markdown_it import MarkdownIt

from contract_profiles import generate, profiles

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
HEAD = ["message", "direction", "salesforce-object", "salesforce-field", "external-name", "type", "max-length", "precision",
        "scale", "required", "personal", "master", "values", "default", "description"]
FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")


def expected(document):
    """The rows that the contract states: message, direction, Salesforce field, name, whether required."""
    def below(fields, prefix, message, direction):
        for field in fields:
            path = prefix + field["external"]
            yield message, direction, field.get("salesforce", ""), path, "yes" if field.get("required") else "no"
            inner = field.get("fields") or (field["of"] if isinstance(field.get("of"), list) else [])
            yield from below(inner, path + ("[]." if field["type"] == "list" else "."), message, direction)
    for message in document["contract"]["messages"]:
        yield from below(message.get("fields", []), "", message["name"], "sent")
        yield from below(message.get("response", []), "", message["name"], "answered")


def plain(cell):
    """A cell without the mark that keeps a spreadsheet from calculating."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def check_csv(data, document):
    findings = []
    if b"\r" in re.sub(rb'"(?:[^"]|"")*"', b'""', data) or not data.endswith(b"\n"):
        findings.append("a line does not end with LF, as all that is generated does")
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    if rows[0] != HEAD:
        findings.append(f"head {rows[0]}")
    findings += [f"row {number} has {len(row)} cells" for number, row in enumerate(rows) if len(row) != len(HEAD)]
    findings += [f"a formula: {cell}" for row in rows[1:] for cell in row if FORMULA.match(cell)]
    found = [(row[0], row[1], row[3], plain(row[4]), row[9]) for row in rows[1:]]
    if found != list(expected(document)):
        findings.append("not the rows of the contract")
    return findings


def check_markdown(text, path):
    findings, tokens = [], MarkdownIt("commonmark").enable("table").parse(text)
    width = cells = 0
    for token in tokens:
        if token.type == "thead_open":
            width = 0
        width += token.type == "th_open"
        cells = 0 if token.type == "tr_open" else cells + (token.type == "td_open")
        if token.type == "tr_close" and cells not in (0, width):
            findings.append(f"a row of {cells} in a table of {width}")
        if token.type == "html_block":
            findings.append(f"HTML: {token.content[:80]}")
        for inner in token.children or []:
            if inner.type == "html_inline":
                findings.append(f"HTML: {inner.content[:80]}")
            if inner.type == "link_open" and not inner.attrs["href"].startswith(("https://", "http://")):
                if not (path.parent / inner.attrs["href"]).exists():
                    findings.append(f"a link to {inner.attrs['href']}")
            # A row outside of its table is a paragraph with bars.
            if inner.type == "text" and re.match(r"\| .* \|$", inner.content):
                findings.append(f"a row without a table: {inner.content[:80]}")
    if re.search(r"\n\n\n", text):
        findings.append("two empty lines")
    return findings


def main():
    failures, tables, pages = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        output = generate(PROGRAM, pathlib.Path(folder), ["-sale-", "-exte-hostile", "auth-none-"])
        documents = {name: json.loads(text) for name, text in profiles()}
        for root in sorted(output.iterdir()):
            findings = check_csv((root / "docs/field-mapping.csv").read_bytes(), documents[root.name])
            tables += 1
            for path in sorted(root.glob("docs/**/*.md")):
                pages += 1
                findings += [f"{path.name}: {each}" for each in check_markdown(path.read_text(encoding="utf-8"), path)]
            failures += [f"{root.name}: {finding}" for finding in findings]
    print(f"{tables} tables, {pages} pages")
    if failures:
        sys.exit("\n".join(failures[:100]) + f"\n{len(failures)} failures")


main()
