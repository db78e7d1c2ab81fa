"""OpenAPI: the documents are valid, keep what linters recommend, and a generated client reads their examples

Every technology, kind of authentication, protocol and direction is tried with every contract of the matrix.
The examples must fit their schemas; clients are generated for each different document of one kind of contract.
"""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
from openapi_spec_validator import OpenAPIV30SpecValidator
from ruamel.yaml import YAML

from contract_profiles import generate
from openapi_rules import METHODS, Linter, resolve, walk

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
BIN = pathlib.Path(sys.executable).parent
# What Data 360 takes is a list of schemas, and calls nothing.
WITHOUT_CALLS = ".ingestion.openapi.yaml"
# What Apex answers has a form of its own, and its keys are those of the records.
OF_APEX = ".apex-rest.openapi.yaml"
# A client for each contract and form of the document; the kinds of authentication differ in a few lines.
WITH_CLIENTS = ["auth-oauth-code-orders", "auth-oauth-client-credentials-types", "auth-api-key-hostile",
                "external-services-sale-orders", "external-services-sale-types", "external-services-sale-hostile"]

yaml = YAML(typ="safe", pure=True)
yaml.allow_duplicate_keys = False


def text_dates(text):
    """The document with dates as the texts that JSON knows."""
    return json.loads(json.dumps(yaml.load(text), default=lambda value: value.isoformat()))


def inlined(document, schema, depth=0):
    """A schema without references, as JSON Schema understands it."""
    if isinstance(schema, dict):
        if "$ref" in schema and depth < 20:
            return inlined(document, resolve(document, schema), depth + 1)
        return {key: inlined(document, value, depth) for key, value in schema.items() if key not in ("example", "discriminator")}
    return [inlined(document, each, depth) for each in schema] if isinstance(schema, list) else schema


def examples(document):
    """Every example beside a schema: its place, the schema and the value."""
    for path, node in walk(document):
        if not isinstance(node, dict):
            continue
        place = "/".join(path)
        if isinstance(node.get("schema"), dict):
            if "example" in node:
                yield place, node["schema"], node["example"]
            for each in (node.get("examples") or {}).values():
                yield place, node["schema"], each["value"]
        elif isinstance(node.get("type"), str) and "example" in node:
            yield place, node, node["example"]
        elif isinstance(node.get("type"), str) and "default" in node:
            yield place, node, node["default"]


def check(text):
    document = text_dates(text)
    findings = [f"specification: {error.message}" for error in OpenAPIV30SpecValidator(document).iter_errors()]
    findings += Linter(document).lint()
    for place, schema, value in examples(document):
        validator = jsonschema.Draft7Validator(inlined(document, schema))
        findings += [f"example at {place}: {error.message}" for error in validator.iter_errors(value)]
    return document, findings


def check_calls(document):
    """What callers depend on: errors as RFC 9457 has them, keys for repetition, one id through all systems."""
    findings = []
    for path, item in document["paths"].items():
        for method in METHODS:
            operation = item.get(method)
            if not operation:
                continue
            place = f"{method} {path}"
            headers = {parameter["name"].lower() for parameter in
                       (resolve(document, each) for each in operation.get("parameters", [])) if parameter["in"] == "header"}
            if "x-correlation-id" not in headers:
                findings.append(f"{place}: no X-Correlation-ID")
            if method in ("post", "put", "patch", "delete") and "idempotency-key" not in headers:
                findings.append(f"{place}: no Idempotency-Key")
            for code, response in operation["responses"].items():
                content = resolve(document, response).get("content", {})
                if code[0] in "45" and list(content) != ["application/problem+json"]:
                    findings.append(f"{place} {code}: {sorted(content)}")
    return findings


def check_external_services(document, size):
    """What External Services accepts, by its considerations for schemas."""
    findings = [] if size <= 3_000_000 else [f"{size} bytes"]
    for path, node in walk(document):
        if isinstance(node, dict):
            findings += [f"{'/'.join(path)}: {media}" for media in node.get("content", {}) if media != "application/json"]
            names = ["".join(c for c in name.lower() if c.isalnum()) for name in node.get("properties", {})]
            if len(set(names)) < len(names) and path[-1] != "properties":
                findings.append(f"{'/'.join(path)}: two properties become one name")
            if "headers" in node and "description" in node:
                findings.append(f"{'/'.join(path)}: headers of a response are ignored")
    return findings


def run(command):
    outcome = subprocess.run([str(each) for each in command], capture_output=True, text=True)
    return [] if outcome.returncode == 0 else [f"{pathlib.Path(command[0]).name}: {(outcome.stdout + outcome.stderr)[-800:]}"]


READ_BACK = """
import importlib, json, pathlib, sys
sys.path.insert(0, sys.argv[1])
client = importlib.import_module("client")
for path in sorted(pathlib.Path(sys.argv[1], "client").rglob("*.py")):
    importlib.import_module(".".join(path.relative_to(sys.argv[1]).with_suffix("").parts).removesuffix(".__init__"))
models = importlib.import_module("client.models")
named = {name.lower(): each for name, each in vars(models).items() if isinstance(each, type)}
for name, value in json.load(open(sys.argv[2])):
    model = named[name.lower()]
    back = model.from_dict(value).to_dict()
    lost = {key for key in value if key not in back}
    assert not lost, f"{name} loses {lost}"
"""


def check_client(document, path, folder):
    """Generates a client, imports all of it, and sends the examples through its models."""
    settings = folder / "settings.yaml"
    settings.write_text("post_hooks: []\n")
    findings = run([BIN / "openapi-python-client", "generate", "--path", path, "--output-path", folder / "client",
                    "--meta", "none", "--overwrite", "--config", settings])
    named = [(schema["$ref"].rsplit("/", 1)[1], value) for _, schema, value in examples(document)
             if schema.get("$ref", "").startswith("#/components/schemas/")]
    (folder / "examples.json").write_text(json.dumps(named))
    (folder / "read_back.py").write_text(READ_BACK)
    findings = findings or run([sys.executable, folder / "read_back.py", folder, folder / "examples.json"])
    operations = sum(method in item for item in document["paths"].values() for method in METHODS)
    made = [each for each in (folder / "client" / "api").rglob("*.py") if each.name != "__init__.py"]
    if not findings and len(made) != operations:
        findings.append(f"{len(made)} of {operations} operations are in the client")
    return findings


def main():
    seen, clients, failures, read = set(), 0, [], 0
    with tempfile.TemporaryDirectory() as folder:
        output = generate(PROGRAM, pathlib.Path(folder), ["auth-", "external-services-", "api-gateway-", "apex-rest-service-exte"])
        for path in sorted(output.glob("*/api/*.yaml")):
            text = path.read_text(encoding="utf-8")
            if not text.startswith("openapi:") or path.name.endswith(WITHOUT_CALLS):
                continue
            # Documents of different profiles differ in the name alone.
            name = path.parent.parent.name
            key = hashlib.sha256(text.replace(name, "").replace(name.replace("-", " "), "").encode()).digest()
            read += 1
            if key in seen and not (name in WITH_CLIENTS and clients < len(WITH_CLIENTS)):
                continue
            seen.add(key)
            document, findings = check(text)
            if path.name.endswith("external-services.yaml"):
                findings += check_external_services(document, len(text))
            elif not path.name.endswith(OF_APEX):
                findings += check_calls(document)
            if name in WITH_CLIENTS:
                work = pathlib.Path(folder, f"client-{name}-{clients}")
                work.mkdir()
                clients += 1
                findings += check_client(document, path, work)
            failures += [f"{path.relative_to(output)}: {finding}" for finding in findings]
    print(f"{read} documents, {len(seen)} of them different, {clients} clients")
    assert clients >= len(WITH_CLIENTS), "clients are missing"
    if failures:
        sys.exit("\n".join(failures[:100]) + f"\n{len(failures)} failures")


main()
