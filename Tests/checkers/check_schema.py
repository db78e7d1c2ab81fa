"""Profiles: the JSON Schema and the reader accept the same documents

Every example must be valid under both, and whatever a thousand mutations make of them must be
accepted by both or by neither. Findings about what a schema cannot say do not count.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema
from ruamel.yaml import YAML

PROGRAM = sys.argv[1]
MUTATIONS = 1000
# What fits together is checked beyond the shape of a document.
BEYOND_SHAPE = re.compile(r"\[(contract|profile/contradiction|profile/duplicate-id)")

loader = YAML(typ="safe", pure=True)


def schema():
    text = subprocess.run([PROGRAM, "schema"], check=True, capture_output=True, text=True).stdout
    document = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def is_read(path):
    """Whether the reader accepts the shape, and what it says."""
    run = subprocess.run([PROGRAM, "check", path], capture_output=True, text=True)
    if run.returncode == 0:
        return True, ""
    assert run.returncode == 2, f"{path}: exit code {run.returncode}\n{run.stderr}"
    errors = [line for line in run.stderr.splitlines() if ": error: " in line]
    return bool(errors) and all(BEYOND_SHAPE.search(line) for line in errors), run.stderr


VALUES = [None, True, False, 0, 1, -1, 7, 1.5, 2.0, 10**13, "", "x", "yes", "8s", "4KB", "12_000", "1e3", "daily",
          "mulesoft", "A b", "line\nbreak", [], ["apex"], ["apex", "apex"], {}, {"a": 1}, "é", "../up", "007"]


def nodes(document, path=()):
    yield path
    if isinstance(document, dict):
        for key in document:
            yield from nodes(document[key], path + (key,))
    elif isinstance(document, list):
        for index in range(len(document)):
            yield from nodes(document[index], path + (index,))


def mutate(document, generator):
    document = copy.deepcopy(document)
    path = generator.choice([path for path in nodes(document) if path])
    parent = document
    for step in path[:-1]:
        parent = parent[step]
    action = generator.randrange(4)
    if action == 0:
        parent[path[-1]] = copy.deepcopy(generator.choice(VALUES))
    elif action == 1:
        del parent[path[-1]]
    elif action == 2 and isinstance(parent, dict):
        parent[str(path[-1]) + generator.choice(["s", "-x", "_"])] = parent.pop(path[-1])
    elif isinstance(parent, list):
        parent.append(copy.deepcopy(parent[path[-1]]))
    return document


def main():
    validator = schema()
    examples = sorted(pathlib.Path("examples").glob("*.yaml"))
    assert examples, "there are no examples"
    generator = random.Random(1)
    accepted = 0
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        cases = [(path.name, loader.load(path)) for path in examples]
        for name, document in cases:
            errors = [error.message for error in validator.iter_errors(document)]
            if errors:
                failures.append(f"{name}: the schema rejects the example: {errors}")
        for number in range(MUTATIONS):
            name, document = generator.choice(cases)
            for _ in range(generator.randrange(1, 3)):
                document = mutate(document, generator)
            # JSON is YAML, and says of every scalar what it is.
            path = pathlib.Path(folder, f"{number}.yaml")
            path.write_text(json.dumps(document, default=str, indent=1), encoding="utf-8")
            document = json.loads(path.read_text(encoding="utf-8"))
            by_schema = validator.is_valid(document)
            by_reader, said = is_read(str(path))
            accepted += by_schema
            if by_schema != by_reader:
                why = [error.message for error in validator.iter_errors(document)][:2]
                failures.append(f"mutation {number} of {name}: schema {by_schema} {why}, reader {by_reader}\n{said}")
    print(f"{len(examples)} examples, {MUTATIONS} mutations of which both accept {accepted}")
    if failures:
        sys.exit("\n".join(failures[:10]) + f"\n{len(failures)} failures")


main()
