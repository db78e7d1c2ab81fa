"""Reviews: third-party readers accept every format of a change that touches everything

A repository with two commits is reviewed once for each format. The JSON holds to its published schema, the comment renders
as CommonMark, the log holds to the schema of SARIF, the test report and the page parse, and the page needs nothing
besides itself.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import lxml.etree
import lxml.html
from markdown_it import MarkdownIt


PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
EXAMPLES = pathlib.Path("examples")
# The program runs in another folder.
for name in ("BASCULE_CATALOG", "BASCULE_TEMPLATES"):
    if os.environ.get(name):
        os.environ[name] = str(pathlib.Path(os.environ[name]).resolve())
HOSTILE = "A <script>alert(1)</script> | **won** `deal` [x](javascript:alert(1)) & \"more\""


def run(folder, *words):
    return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder):
    run(folder, "git", "add", "--all")
    run(folder, "git", "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x")


def repository(folder):
    run(folder, "git", "init", "--quiet")
    profiles = folder / "profiles"
    profiles.mkdir()
    for path in EXAMPLES.glob("*.yaml"):
        (profiles / path.name).write_text(path.read_text())
    commit(folder)
    order = profiles / "opportunity-to-order.yaml"
    text = order.read_text().replace("human-waits: false", "human-waits: true").replace("max-length: 40", "max-length: 20")
    text = text.replace("external-entity: Order", "external-entity: Sales.Order").replace("path: /orders", "path: /sales")
    text = text.replace("\n# What crosses", f"\ndecision: {{ pattern: fire-and-forget, because: {json.dumps(HOSTILE)} }}\n# What crosses")
    order.write_text(text)
    (profiles / "credit-check.yaml").unlink()
    (profiles / "broken.yaml").write_text("profile: 1\nid: [\n")
    commit(folder)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    repository(folder)
    formats = ["json", "markdown", "junit", "html", "sarif", "gitlab"]
    options = [word for each in formats for word in ("--format", f"{each}=out.{each}")]
    run(folder, PROGRAM, "diff", "HEAD~1", "HEAD", "--fail-on", "never", *options)
    checked = subprocess.run([PROGRAM, "check", "profiles", "--format", "sarif"], cwd=folder, capture_output=True, text=True)
    assert checked.returncode == 2 and checked.stderr == "", checked
    out = {each: (folder / f"out.{each}").read_text() for each in formats}

schema = json.loads(subprocess.run([PROGRAM, "schema", "--diff"], check=True, capture_output=True, text=True).stdout)
jsonschema.Draft202012Validator.check_schema(schema)
review = json.loads(out["json"])
jsonschema.Draft202012Validator(schema).validate(review)
assert len(review["findings"]) > 8, review["summary"]

html = MarkdownIt("commonmark").enable("table").render(out["markdown"])
assert "<script" not in html and 'href="javascript:' not in html
assert html.count("<details>") == html.count("</details>") > 0
assert "<td>" in html and "<h2>Design review</h2>" in html

page = lxml.html.document_fromstring(out["html"])
assert not page.xpath("//script | //link | //img | //iframe | //@onclick | //@src")
assert all(link.startswith("http") for link in page.xpath("//@href"))
assert HOSTILE in page.text_content()

cases = lxml.etree.fromstring(out["junit"].encode())
assert len(cases.findall(".//testcase")) == len(review["findings"])
assert len(cases.findall(".//failure")) == review["summary"]["errors"]

schema = json.loads((pathlib.Path(__file__).parent / "schemas/sarif-schema-2.1.0.json").read_text())
for log in (out["sarif"], checked.stdout):
    jsonschema.Draft4Validator(schema).validate(json.loads(log))
assert json.loads(checked.stdout)["runs"][0]["results"]
log = json.loads(out["sarif"])["runs"][0]
rules = log["tool"]["driver"]["rules"]
for result in log["results"]:
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    place = result["locations"][0]["physicalLocation"]
    assert not place["artifactLocation"]["uri"].startswith("/") and place["region"]["startLine"] >= 1
fingerprints = {finding["fingerprint"] for finding in review["findings"]}
assert {result["partialFingerprints"]["basculeFinding/v1"] for result in log["results"]} <= fingerprints
assert {entry["fingerprint"] for entry in json.loads(out["gitlab"])} == fingerprints
print(f"{len(review['findings'])} findings in {len(formats)} formats")
