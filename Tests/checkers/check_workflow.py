"""Azure Logic Apps: every workflow has the structure of the definition language, and its expressions resolve

Names, references, order, functions, authentication and what counts as a secret are checked.
"""

import json
import pathlib
import sys
import tempfile

from contract_profiles import generate
from workflow_rules import Workflow

PROGRAM = pathlib.Path(sys.argv[1]).resolve()


def main():
    failures, read, expressions = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        output = generate(PROGRAM, pathlib.Path(folder), ["logic"])
        for path in sorted(output.glob("*/azure/*.json")):
            text = path.read_text(encoding="utf-8")
            read += 1
            expressions += text.count('"@')
            failures += [f"{path.relative_to(output)}: {finding}" for finding in Workflow(json.loads(text)).check()]
    print(f"{read} workflows, {expressions} expressions")
    assert read > 50, "there are hardly any workflows"
    if failures:
        sys.exit("\n".join(failures[:100]) + f"\n{len(failures)} failures")


main()
