"""Apex: every generated class parses, resolves its symbols, and keeps the static rules

Profiles are made of every technology that Apex is generated for, every kind of authentication and every
operation, with plain and with hostile names; examples and fixtures come on top.
"""

import concurrent.futures
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

from ruamel.yaml import YAML

from apex_rules import Rules
from apex_source import Project
from apex_symbols import Resolver

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TECHNOLOGIES = [
    ["apex-batch-callout"], ["apex-callout-sync"], ["apex-continuation"], ["apex-queueable-callout"],
    ["apex-callout-sync", "apex-queueable-callout"], ["change-data-capture"], ["emp-api", "platform-events"],
    ["external-services"], ["flow-http-callout"], ["platform-events"], ["platform-events", "apex-queueable-callout"],
    ["platform-events", "pub-sub-api", "mulesoft-anypoint"], ["event-relay", "platform-events"],
    ["apex-rest-service"], ["bulk-api-2"], ["composite-api"], ["rest-api"], ["salesforce-connect-odata"],
]
INBOUND = {"apex-rest-service", "bulk-api-2", "composite-api", "rest-api"}
AUTHENTICATIONS = ["oauth-client-credentials", "oauth-jwt", "oauth-code", "basic", "api-key", "mtls", "aws-sigv4"]
OPERATIONS = ["create", "update", "upsert", "delete", "read", "notify"]
HOSTILE = ["class", "select", "List", "String", "json", "$it.s-x@y", "_9lives", "Class", "request", "map", "source",
           "x" * 80]

yaml = YAML(typ="safe", pure=True)


def fields(names, hostile):
    types = ["string", "integer", "decimal", "boolean", "date", "datetime", "email", "url", "enum"]
    result = [{"salesforce": "Erp_Id__c", "external": names[0], "type": "id", "required": True, "max-length": 18}]
    for index, kind in enumerate(types):
        external = names[1 + index] if hostile else f"{kind}Value"
        field = {"salesforce": f"{kind.capitalize()}_Value__c", "external": external, "type": kind,
                 "description": "Ends a comment */ and a 'text' <tag> \u202e" if hostile else f"The {kind}."}
        if kind == "enum":
            field["values"] = ["A", "B*/'c\"", "d\\e"] if hostile else ["OPEN", "CLOSED"]
        if kind == "string":
            field.update({"max-length": 80, "required": True, "default": "O'Neil"})
        result.append(field)
    part = {"salesforce": "City__c", "external": "path" if hostile else "city", "type": "string", "max-length": 40}
    result.append({"external": "problems" if hostile else "address", "type": "object", "fields": [part]})
    line = {"salesforce": "Quantity__c", "external": "quantity", "type": "integer", "required": True}
    result.append({"salesforce": "Lines__r", "external": "Map" if hostile else "lines", "type": "list", "of": [line]})
    result.append({"salesforce": "Tags__c", "external": "tags", "type": "list", "of": "string"})
    return result


def message(operation, hostile):
    name = f"{operation}-the-very-long-thing-very-long-thing-very-long-thing" if hostile else f"{operation}-thing"
    names = HOSTILE if hostile else ["thingId"] + ["-"] * 10
    path = {"create": "/things", "notify": "/things/notices"}.get(operation, "/things/{%s}" % names[0])
    answer = [{"salesforce": "Erp_Key__c", "external": "key", "type": "string", "required": True, "max-length": 40},
              {"salesforce": "Erp_State__c", "external": "state", "type": "enum", "values": ["DONE", "OPEN"]},
              {"salesforce": "Erp_Detail__c", "external": "detail", "type": "object",
               "fields": [{"external": "text", "type": "string"}, {"external": "at", "type": "datetime"}]}]
    made = {"name": name, "operation": operation, "path": path, "salesforce-object": "Asset__c",
            "external-entity": "Thing", "external-id": "Erp_Key__c", "fields": fields(names, hostile)}
    return made if operation in ("delete", "notify") else dict(made, response=answer)


def profile(number, technologies, authentication, principal, hostile, one):
    inbound = bool(INBOUND & set(technologies))
    text = "T \"quoted\" 'single' <b>&amp; */ {{x}} | `code` ${y}" if hostile else "Things are exchanged"
    messages = [message(operation, hostile) for operation in OPERATIONS]
    if {"external-services", "flow-http-callout"} & set(technologies):
        # To External Services, names that differ only in case are one, and such a contract is refused.
        for field in [field for each in messages for field in each["fields"] if field["external"] in ("Class", "Map")]:
            field["external"] += "Of"
    return {
        "profile": 1, "id": f"thing-{number}" + ("-very" * 8 if hostile else ""), "title": text, "description": text,
        "exchange": {"direction": "external-to-salesforce" if inbound else "salesforce-to-external"},
        "remote": {"name": text if hostile else "Things", "response-time": "8s", "protocol": "openapi-rest"},
        "security": {"principal": principal, "auth": authentication},
        "reliability": {"delivery": "exactly-once-effect", "event-contract": "custom"},
        "contract": {
            "endpoint": {"base-url": "https://things.example.com/v1", "named-credential": "T" * 36 if hostile else "Things"},
            "event": "Thing_Done__e", "messages": messages[:1] if one else messages},
        "decision": {"pattern": "fire-and-forget", "topology": "point-to-point", "technologies": technologies,
                     "because": "It is a test."},
    }


def profiles():
    number = 0
    for technologies in TECHNOLOGIES:
        for authentication in AUTHENTICATIONS:
            for hostile in (False, True):
                number += 1
                principal = "per-user" if number % 2 and authentication in ("basic", "api-key", "oauth-code", "oauth-jwt") else "named"
                yield profile(number, technologies, authentication, principal, hostile, number % 3 == 0)
    for folder in ("examples", "Tests/Fixtures/profiles"):
        for path in sorted(pathlib.Path(folder).glob("*.yaml")):
            yield yaml.load(path)


def objects(document):
    """The objects of the org that the contract speaks of, those of its relationships included."""
    names = {"Account", "Contact", "User", "Profile", "Group"}
    for each in document.get("contract", {}).get("messages", []):
        name = each.get("salesforce-object")
        if name:
            names |= {name, name.removesuffix("__c") + ("__ChangeEvent" if name.endswith("__c") else "ChangeEvent")}
    return names


def digest(folder):
    """Tells projects apart by their code and objects; the numbers of the profiles make no difference."""
    state = hashlib.sha256()
    for path in sorted([*folder.rglob("*.cls"), *folder.rglob("*.trigger"), *folder.rglob("objects/**/*.xml")]):
        contents = re.sub(rb"Thing\d+\w*", b"Thing", path.read_bytes())
        state.update(str(path.relative_to(folder)).encode() + b"\0" + contents)
    return state.digest()


def generate(inputs, output, name):
    run = subprocess.run(
        [PROGRAM, "generate", inputs / f"{name}.yaml", "--output", output / name, "--quiet"],
        capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"exit code {run.returncode}\n{run.stderr[-4000:]}")


def main():
    documents = list(profiles())
    with tempfile.TemporaryDirectory() as folder:
        inputs, output = pathlib.Path(folder, "profiles"), pathlib.Path(folder, "out")
        inputs.mkdir()
        for document in documents:
            with open(inputs / f"{document['id']}.yaml", "w", encoding="utf-8") as file:
                YAML().dump(document, file)
        # One by one: together they would be the profiles of one org, which holds a class of a name once.
        with concurrent.futures.ThreadPoolExecutor() as pool:
            list(pool.map(lambda document: generate(inputs, output, document["id"]), documents))
        seen, failures, classes, uses = set(), [], 0, 0
        for document in documents:
            root = output / document["id"] / "salesforce"
            if not root.exists() or digest(root) in seen:
                continue
            seen.add(digest(root))
            project = Project(root)
            resolver = Resolver(project, objects(document))
            resolver.run()
            Rules(project).run()
            classes += len(project.trees)
            uses += resolver.uses
            failures += [f"{document['id']}: {error}" for error in project.errors]
    print(f"{len(documents)} profiles, {len(seen)} different projects, {classes} classes and triggers, {uses} uses")
    if failures:
        sys.exit("\n".join(failures[:400]) + f"\n{len(failures)} failures")


main()
