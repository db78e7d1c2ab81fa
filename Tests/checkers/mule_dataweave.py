"""The mappings of a Mule application, run by MuleSoft's own engine."""

import json
import os
import re

import dataweave
import jsonschema
from ruamel.yaml import YAML

HEADER = re.compile(r"^// [\w-]+: ([A-Z]+) (\S+)$", re.M)
EDGES = [None, "", " ", "x", "x" * 5000, 0, -1, 0.005, -0.005, "1.005", 99999999.995, 1e15, 123456789012345678, 1e-9, True,
         "true", "2026-02-29", "2028-02-29", "2026-01-31", "9999-12-31T23:59:59Z", "0000-00-00",
         "2026-01-31T23:59:59.999+0000", "2026-01-31T00:00:00-05:00", 1767225600000, "ä€😀\n\"", [], {}, [None], ["x"]]

# A request and its signature as another implementation makes it (botocore's SigV4Auth).
SIGNED = """
import signature, sent from dwl::sigv4
output application/json
---
signature(
  { method: "POST", host: "example.amazonaws.com", path: sent("/", "/{first}/c", { first: "a b" }),
    query: { limit: "10", cursor: "x y+&=" }, body: write({ a: "ä" }, "application/json") },
  { id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", region: "us-east-1", service: "service" },
  |2015-08-30T12:36:00Z|).Authorization"""
SIGNATURE = "4d0cf24684a5c8d1a05733c15842b65436e79a16ccd80437b1204bdb4f1d880e"

yaml = YAML(typ="safe", pure=True)


class Mappings:
    """Runs every mapping on its sample, on nothing, and on edge values in the place of each field."""

    def __init__(self, root, specification):
        self.root = root
        self.resources = root / "src/main/resources"
        self.document = specification
        self.errors = []
        self.runs = 0
        self.engine = dataweave.DataWeave(resolve_module=self.module)
        self.engine.initialize()

    def close(self):
        self.engine.cleanup()

    def module(self, name):
        relative = name.replace("::", "/")
        path = self.resources / (relative if relative.endswith(".dwl") else relative + ".dwl")
        return path.read_text(encoding="utf-8") if path.exists() else None

    def evaluate(self, script, payload):
        value = dataweave.InputValue(content=json.dumps(payload), mime_type="application/json")
        result = self.engine.run(script, {"payload": value})
        return json.loads(result.get_string()) if result.success else RuntimeError(result.error)

    def run(self):
        for path in sorted(self.resources.rglob("*.dwl")):
            text = path.read_text(encoding="utf-8")
            name = "dwl::" + path.stem
            loaded = self.evaluate(f"import * from {name}\noutput application/json\n---\n1", {})
            if isinstance(loaded, Exception):
                self.errors.append(f"{path.name}: {str(loaded).splitlines()[0]}")
            elif "fun violations(" in text:
                self.check(path, name, text)
            elif path.stem == "sigv4":
                signed = self.evaluate(SIGNED, {})
                if isinstance(signed, Exception) or not signed.endswith(f"Signature={SIGNATURE}"):
                    self.errors.append(f"{path.name}: another signature than AWS expects: {signed}")
        return self.errors

    def check(self, path, name, text):
        flow = path.stem.removesuffix("_mapping")
        # Long names are cut, and end in other characters.
        stems = {path: path.stem.replace("-", "_") for path in sorted((self.root / "src/test/resources/samples").glob("*.json"))}
        nearest = max((len(os.path.commonprefix([stem, flow])) for stem in stems.values()), default=0)
        samples = [path for path, stem in stems.items() if nearest > 3 and stem[:nearest] == flow[:nearest]]
        sample = self.sample(samples)
        if sample is None:
            return
        for function, schema in self.functions(text):
            given = self.sample(samples, "reply") if function[0] == "reply" else sample
            if given is not None:
                self.check_function(path, name, function, schema, given)

    @staticmethod
    def sample(samples, *kinds):
        for kind in kinds or ("input", "message", "given"):
            for path in samples:
                if path.stem.endswith(kind):
                    value = json.loads(path.read_text(encoding="utf-8"))
                    return value["event"] if kind == "message" else value
        return None

    def functions(self, text):
        """The functions that make something of what passes the checks, with the schema of the result."""
        header = HEADER.search(text)
        operation = None
        if header and self.document:
            operation = self.document["paths"].get(header[2], {}).get(header[1].lower())
        request = operation and operation.get("requestBody")
        body = request and request["content"]["application/json"]["schema"]
        answers = operation and [each for code, each in operation["responses"].items() if code[0] == "2"]
        answer = next((each["content"]["application/json"]["schema"] for each in answers or [] if "content" in each), None)
        for function, checks, schema in (("request", "violations", body), ("reply", "replyViolations", answer),
                                         ("record", "violations", None), ("row", "violations", None)):
            if f"fun {function}(" in text and f"fun {checks}(" in text:
                yield (function, checks), schema

    def check_function(self, path, name, function, schema, sample):
        make, checks = function
        cases = [sample, {}] + [{**sample, key: value} for key in sample for value in EDGES]
        cases += [{key: value for key, value in sample.items() if key != left} for left in sample]
        script = (f"import {make}, {checks} from {name}\nimport try from dw::Runtime\noutput application/json\n---\n"
                  f"payload map (given) -> try(() -> do {{ var found = {checks}(given) --- "
                  f"{{ found: found, (made: {make}(given)) if (isEmpty(found)) }} }})")
        results = self.evaluate(script, cases)
        if isinstance(results, Exception):
            self.errors.append(f"{path.name}: {str(results).splitlines()[0]}")
            return
        self.runs += len(cases)
        validator = schema and jsonschema.Draft4Validator(
            {**schema, "components": self.document["components"]}, format_checker=jsonschema.FormatChecker())
        for number, (case, outcome) in enumerate(zip(cases, results)):
            if not outcome["success"]:
                self.errors.append(f"{path.name}: {make} of {json.dumps(case)[:200]}: {outcome['error']['message'][:200]}")
                continue
            found = outcome["result"]["found"]
            if number == 0 and found:
                self.errors.append(f"{path.name}: its own sample breaks the contract: {found}")
            if validator and not found:
                for error in validator.iter_errors(outcome["result"]["made"]):
                    self.errors.append(f"{path.name}: {make} of {json.dumps(case)[:300]}: {error.message[:200]}")
                    break
