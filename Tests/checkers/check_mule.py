"""Mule: every reference resolves, every flow is reached, and every mapping keeps its contract when it is run

Profiles are made of every topology that Mule is generated for, several protocols, every kind of authentication, and
plain and hostile names; examples and fixtures come on top.
"""

import concurrent.futures
import hashlib
import multiprocessing
import pathlib
import sys
import tempfile

from ruamel.yaml import YAML

import matrix
import mule_java
from mule_project import MuleProject

try:
    from mule_dataweave import Mappings
except ImportError:
    Mappings = None  # The engine is there for some platforms only.

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
AUTHENTICATIONS = ["oauth-client-credentials", "oauth-jwt", "oauth-code", "basic", "api-key", "mtls", "aws-sigv4", None]
OUT = {"direction": "salesforce-to-external", "data-flow": "out-of-salesforce", "type": "process", "access": "write"}
IN = {"direction": "external-to-salesforce", "data-flow": "into-salesforce", "type": "process", "access": "write"}
# pattern, topology, orchestration, exchange, whether there is an event, protocol, further technologies
SHAPES = {
    "hub": ("fire-and-forget", "hub-and-spoke", "none", OUT, True, "rest", ["platform-events", "pub-sub-api"]),
    "queue": ("fire-and-forget", "middleware-orchestration", "none", OUT, True, "odata", ["platform-events", "pub-sub-api", "anypoint-mq"]),
    "broker": ("fire-and-forget", "hub-and-spoke", "none", OUT, True, "rest", ["platform-events", "pub-sub-api", "jms"]),
    "replay": ("fire-and-forget", "hub-and-spoke", "none", OUT, True, "rest", ["platform-events", "streaming-api"]),
    "replay-changes": ("fire-and-forget", "hub-and-spoke", "none", OUT, False, "rest", ["change-data-capture", "streaming-api"]),
    "saga": ("fire-and-forget", "middleware-orchestration", "multi-system-transaction", OUT, True, "rest", ["platform-events", "pub-sub-api"]),
    "changes": ("fire-and-forget", "hub-and-spoke", "none", OUT, False, "rest", ["change-data-capture", "pub-sub-api"]),
    "direct": ("request-reply", "point-to-point", "none", OUT, False, "openapi-rest", []),
    "gather": ("request-reply", "middleware-orchestration", "aggregate", OUT, False, "rest", []),
    "layers": ("request-reply", "api-led", "none", OUT, False, "rest", []),
    "layered-events": ("fire-and-forget", "api-led", "none", OUT, True, "rest", ["platform-events", "pub-sub-api"]),
    "call-in": ("remote-call-in", "middleware-orchestration", "none", IN, False, "rest", []),
    "layers-in": ("remote-call-in", "api-led", "none", IN, False, "rest", []),
    "load": ("batch-sync", "etl-elt", "none", IN, False, "jdbc", ["bulk-api-2"]),
    "load-pages": ("batch-sync", "middleware-orchestration", "none", IN, False, "rest", ["sobject-collections"]),
    "send": ("batch-sync", "middleware-orchestration", "none", OUT, False, "rest", []),
}
CALLS_SALESFORCE = {"call-in", "layers-in", "load"}
# Protocols for which the same is generated.
ALIKE = {"rest": ["openapi-rest", "odata"], "jdbc": ["sql"]}
HOSTILE = ["class", "fun", "var", "$it.s-x@y", "_9lives", "type", "output", "input", "import", "record", "match",
           "x" * 80]
KINDS = ["string", "integer", "decimal", "boolean", "date", "datetime", "email", "url", "enum", "id"]

yaml = YAML(typ="safe", pure=True)


def fields(hostile):
    words = ["A-\"B\"", "c'$(d)", "e\\f"] if hostile else ["OPEN", "CLOSED"]
    result = [{"salesforce": "Erp_Key__c", "external": HOSTILE[0] if hostile else "key", "type": "string",
               "required": True, "max-length": 40}]
    for index, kind in enumerate(KINDS):
        external = HOSTILE[1 + index] if hostile else f"{kind}Value"
        needed = {"salesforce": f"Needed_{kind.capitalize()}__c", "type": kind, "external": external + "Needed", "required": True}
        needed.update({"values": words} if kind == "enum" else {"precision": 18, "scale": 6} if kind == "decimal" else {})
        result.append(needed)
        field = {"salesforce": f"{kind.capitalize()}_Value__c", "type": kind, "external": external}
        if kind == "enum":
            field.update({"values": words, "default": words[0]})
        if kind == "string":
            field.update({"max-length": 80, "default": "O'Neil \"$(x)\""})
        if kind == "decimal":
            field.update({"precision": 10, "scale": 2})
        result.append(field)
    part = {"salesforce": "City__c", "external": HOSTILE[10] if hostile else "city", "type": "string", "max-length": 40}
    result.append({"external": "address", "type": "object", "fields": [part]})
    line = {"salesforce": "Quantity__c", "external": "quantity", "type": "integer", "required": True}
    result.append({"salesforce": "Lines__r", "external": "lines", "type": "list", "of": [line]})
    result.append({"salesforce": "Tags__c", "external": "tags", "type": "list", "of": "string"})
    result.append({"salesforce": "Parent__r.Erp_Key__c", "external": "parent", "type": "string", "max-length": 40})
    return result


def message(operation, hostile, system, name=None, **more):
    name = name or (f"{operation}-the-very-long-thing-very-long-thing-very-long-thing" if hostile else f"{operation}-thing")
    key = fields(hostile)[0]
    path = "/things" if operation in ("create", "notify") else "/things/{%s}" % key["external"]
    answer = [{"salesforce": "Erp_Key__c", "external": key["external"], "type": "string", "required": True, "max-length": 40},
              {"salesforce": "Amount__c", "external": "amount", "type": "decimal", "precision": 10, "scale": 2, "default": 0},
              {"salesforce": "Owner.Name", "external": "owner", "type": "string"}]
    result = {"name": name, "operation": operation, "path": f"/{system or 'remote'}" + path, "salesforce-object": "Thing__c",
              "external-entity": "Thing", "external-id": "Erp_Key__c", **more}
    result["fields"] = [key] if operation in ("read", "delete") else fields(hostile)
    if operation != "delete":
        result["response"] = answer
    return {**result, **({"system": system} if system else {})}


def messages(shape, hostile):
    if shape.startswith(("load", "send")):
        result = [message(operation, hostile, None) for operation in ("create", "upsert")]
        if shape.startswith("load"):  # The requests that stand beside a load carry flat records only, and say so.
            for each in result:
                each["fields"] = [field for field in each["fields"] if field["type"] not in ("object", "list")]
        return result
    if shape in ("changes", "replay-changes"):  # An event carries no nested fields, and only what is changed is told.
        result = [message(operation, hostile, None) for operation in ("create", "upsert", "update", "delete")]
        for each in result:
            each["fields"] = [field for field in each["fields"] if field["type"] not in ("object", "list")]
        return result
    other = "stock"
    result = [message("create", hostile, None), message("read", hostile, None), message("read", hostile, other, "ask-stock"),
              message("upsert", hostile, other, "keep-stock"), message("update", hostile, other)]
    undone = {"undoes": result[0]["name"]} if shape == "saga" else {}
    return result + [message("delete", hostile, None, **undone)]


def profile(number, shape, authentication, hostile, protocol):
    pattern, topology, orchestration, exchange, has_event, _, technologies = SHAPES[shape]
    text = "*/ ]]> --> ${a.b} #[x] {{y}} \"'" if hostile else "The other system"
    contract = {"endpoint": {"base-url": "https://erp.example.com/api/v1", "named-credential": "ERP"},
                "systems": [{"name": "stock", "base-url": "http://stock.example.com:8080"}],
                "messages": messages(shape, hostile)}
    if has_event:
        contract["event"] = "Thing_Changed__e"
    security = {"principal": "named", **({"auth": authentication} if authentication else {})}
    return {
        "profile": 1, "id": f"{shape}-{number}", "title": text, "owner": text, "exchange": exchange,
        "latency": {"human-waits": pattern == "request-reply"}, "volume": {"events-per-hour-peak": 4000, "payload": "4KB"},
        "licensing": {"edition": "enterprise", "owned": ["mulesoft"]},
        "remote": {"name": text, "protocol": protocol, "response-time": "2s"},
        "processing": {"orchestration": orchestration}, "security": security, "contract": contract,
        "decision": {"pattern": pattern, "topology": topology, "because": text,
                     "technologies": ["mulesoft-anypoint", *technologies]},
    }


def profiles():
    number = 0
    for shape, (*_, protocol, _) in SHAPES.items():
        # SAML is spoken to Salesforce only, where nothing else is called.
        kinds = AUTHENTICATIONS + (["saml"] if shape in CALLS_SALESFORCE else [])
        cases = [(kind, protocol, hostile) for kind in kinds for hostile in (False, True)]
        cases += [(kinds[number % len(kinds)], other, False) for other in ALIKE.get(protocol, [])]
        for authentication, spoken, hostile in cases:
            number += 1
            yield profile(number, shape, authentication, hostile, spoken)
    for folder in ("examples", "Tests/Fixtures/profiles"):
        for path in sorted(pathlib.Path(folder).glob("*.yaml")):
            yield yaml.load(path)


def digest(folder, endings):
    state = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in endings):
        state.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return state.digest()


def specification(root):
    paths = sorted((root / "src/main/resources/api").glob("*.yaml")) or sorted((root.parent / "api").glob("*.openapi.yaml"))
    paths = [path for path in paths if ".external-services." not in path.name]
    return yaml.load(paths[0]) if paths else None


def mappings_of(root):
    """What is wrong with the mappings of a project, and how often they were run."""
    mappings = Mappings(root, specification(root))
    errors = mappings.run()
    mappings.close()
    return errors, mappings.runs


def main():
    documents = list(profiles())
    runs, failures, compiled, mapped = 0, [], set(), {}
    # Each process has an engine of its own.
    context = multiprocessing.get_context("spawn")
    with (tempfile.TemporaryDirectory() as folder,
          concurrent.futures.ProcessPoolExecutor(mp_context=context) as pool):
        inputs, output = pathlib.Path(folder, "profiles"), pathlib.Path(folder, "out")
        inputs.mkdir()
        for document in documents:
            with open(inputs / f"{document['id']}.yaml", "w", encoding="utf-8") as file:
                YAML().dump(document, file)
        matrix.generate(PROGRAM, inputs, output, documents)
        roots = []
        for document in documents:
            own = [path.parent for path in sorted((output / document["id"]).glob("mule*/pom.xml"))]
            if not own and document["id"].rpartition("-")[0] in SHAPES:
                failures.append(f"{document['id']}: there is no Mule project")
            roots += own
        different = {}
        for root in roots:
            different.setdefault(digest(root, {".xml", ".yaml", ".dwl"}), root)
        for root in different.values() if Mappings else []:
            scripts = digest(root, {".dwl", ".json"})
            if scripts not in mapped:
                mapped[scripts] = root, pool.submit(mappings_of, root)
        for root in different.values():
            place = f"{root.parent.name}/{root.name}"
            failures += [f"{place}: {error}" for error in MuleProject(root).run()]
            if digest(root, {".java"}) not in compiled:
                compiled.add(digest(root, {".java"}))
                failures += [f"{place}: {error}" for error in mule_java.check(root)]
        for root, future in mapped.values():
            errors, own = future.result()
            failures += [f"{root.parent.name}/{root.name}: {error}" for error in errors]
            runs += own
    engine = "" if Mappings else " (the DataWeave engine is not installed)"
    print(f"{len(documents)} profiles, {len(roots)} Mule projects, {runs} runs of mappings{engine}")
    if failures:
        sys.exit("\n".join(failures[:200]) + f"\n{len(failures)} failures")


if __name__ == "__main__":
    main()
