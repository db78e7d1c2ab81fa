"""Evaluates the catalog's rules with zen-engine, for a comparison: standard input is what
`DecisionBenchmark export` prints. Says figures, judges nothing.
"""

import json
import sys
import time

import zen

ROUNDS = 9


def cell(test: dict) -> str:
    """A test as a cell of a decision table; what is not stated never fires."""
    if "is" in test:
        return "$ != null and $ == " + json.dumps(test["is"])
    if "is-one-of" in test:
        return f"$ != null and $ in {json.dumps(test['is-one-of'])}"
    if "from" in test:
        return f"$ != null and $ >= {test['from']} and $ <= {test['up-to']}"
    if "holds-any" in test:
        return f"$ != null and some($, # in {json.dumps(test['holds-any'])})"
    return f"$ != null and none($, # in {json.dumps(test['holds-none'])})"


def field(requirement: str) -> str:
    return requirement.replace(".", "_").replace("-", "_")


def decision(rules: list) -> str:
    """The rules as one decision table that collects the ids of all that fire."""
    names = sorted({field(test["requirement"]) for rule in rules for test in rule["tests"]})
    rows = []
    for rule in rules:
        row = {"_id": rule["id"], "rule": json.dumps(rule["id"])} | {name: "" for name in names}
        for test in rule["tests"]:
            name = field(test["requirement"])
            row[name] = f"({row[name]}) and ({cell(test)})" if row[name] else cell(test)
        rows.append(row)
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in names],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": rows,
    }
    position = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": position},
        {"id": "table", "type": "decisionTableNode", "name": "table", "position": position, "content": table},
        {"id": "out", "type": "outputNode", "name": "out", "position": position},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def main() -> None:
    exported = json.load(sys.stdin)
    profiles = [{field(key): value for key, value in profile.items()} for profile in exported["profiles"]]
    table = zen.ZenEngine().create_decision(decision(exported["rules"]))
    fired = sum(len(table.evaluate(profile)["result"]) for profile in profiles)
    if fired != exported["fired"]:
        sys.exit(f"zen-engine fires {fired} rules where {exported['fired']} fire here")
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for profile in profiles:
            table.evaluate(profile)
        times.append(time.perf_counter() - start)
    rate = int(len(profiles) / min(times))
    print(f"{'truth of every rule, zen-engine':<34}{rate:,} per second ({fired} fired, as here)")


main()
