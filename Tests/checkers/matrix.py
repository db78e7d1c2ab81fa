"""Profiles for the checkers: every technology that something is generated for, every kind of authentication and every
operation, with plain and with hostile names; examples and fixtures come on top.
"""

import concurrent.futures
import pathlib
import subprocess
import sys

from ruamel.yaml import YAML

EVENTS_IN = ["platform-events", "pub-sub-api"]
PROCEDURES_IN = ["omnistudio-ip"]
TECHNOLOGIES = [
    ["apex-actions"], ["apex-batch-callout"], ["apex-callout-sync"], ["apex-continuation"], ["apex-queueable-callout"],
    ["apex-callout-sync", "apex-queueable-callout"], ["omnistudio-ip"], PROCEDURES_IN, ["change-data-capture"], ["emp-api", "platform-events"],
    ["external-services"], ["flow-http-callout"], ["platform-events"], ["platform-events", "apex-queueable-callout"],
    ["platform-events", "pub-sub-api", "mulesoft-anypoint"], ["event-relay", "platform-events"],
    ["event-relay", "change-data-capture"], ["emp-api", "change-data-capture"],
    ["pub-sub-api", "change-data-capture"], ["pub-sub-api", "platform-events"], ["outbound-messages"],
    ["apex-rest-service"], ["bulk-api-2"], ["composite-api"], ["composite-graph"], ["graphql-api"], ["rest-api"],
    ["soap-api"], ["sobject-collections"], ["ui-api"], EVENTS_IN,
    ["salesforce-connect-cross-org"], ["salesforce-connect-custom"], ["salesforce-connect-graphql"],
    ["salesforce-connect-odata"], ["salesforce-connect-sql"],
    ["salesforce-connect-odata", "apex-callout-sync"], ["event-relay", "change-data-capture", "platform-events"],
]
INBOUND = {"apex-rest-service", "bulk-api-2", "composite-api", "composite-graph", "graphql-api", "rest-api", "soap-api",
           "sobject-collections", "ui-api"}
# What carries records, and so neither objects and lists nor questions.
FLAT = INBOUND | {"change-data-capture", "outbound-messages", "salesforce-connect-cross-org",
                  "salesforce-connect-custom", "salesforce-connect-graphql", "salesforce-connect-odata",
                  "salesforce-connect-sql"}
AUTHENTICATIONS = ["oauth-client-credentials", "oauth-jwt", "oauth-code", "basic", "api-key", "mtls", "aws-sigv4"]
PER_USER = {"api-key", "basic", "oauth-code", "oauth-jwt"}
OPERATIONS = ["create", "update", "upsert", "delete", "read", "notify"]
HOSTILE = ["class", "select", "List", "String", "json", "$it.s-x@y", "_9lives", "Class", "request", "map", "source",
           "x" * 80]


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
    if operation in ("delete", "read"):
        # Their fields are parameters, and parameters with parts are refused.
        made["fields"] = [each for each in made["fields"] if each["type"] not in ("object", "list")]
    return made if operation in ("delete", "notify") else dict(made, response=answer)


def flat(made):
    """The same message as a record: of plain values, found by a key that it carries."""
    keep = [each for each in made["fields"] if each["type"] not in ("object", "list")]
    answer = [each for each in made.get("response", []) if each["type"] not in ("object", "list")]
    made = dict(made, fields=keep, **{"external-id": "Erp_Id__c"})
    return dict(made, response=answer) if answer else made


def comes_in(technologies):
    return any(technologies is each for each in (EVENTS_IN, PROCEDURES_IN)) or bool(INBOUND & set(technologies))


def profile(number, technologies, authentication, principal, hostile, only=None):
    inbound = comes_in(technologies)
    text = "T \"quoted\" 'single' <b>&amp; */ {{x}} | `code` ${y}" if hostile else "Things are exchanged"
    messages = [message(operation, hostile) for operation in OPERATIONS if only in (None, operation)]
    messages = [each for each in messages if each["operation"] != "read" or not inbound]
    if {"external-services", "flow-http-callout"} & set(technologies):
        # To External Services, names that differ only in case are one, and such a contract is refused.
        for field in [field for each in messages for field in each["fields"] if field["external"] in ("Class", "Map")]:
            field["external"] += "Of"
    if inbound or FLAT & set(technologies):
        messages = [flat(each) for each in messages]
    return {
        "profile": 1, "id": f"thing-{number}" + ("-very" * 8 if hostile else ""), "title": text, "description": text,
        "exchange": {"direction": "external-to-salesforce" if inbound else "salesforce-to-external",
                     "data-flow": "into-salesforce" if inbound else "out-of-salesforce"},
        "latency": {"human-waits": bool({"apex-callout-sync", "apex-continuation"} & set(technologies))},
        "remote": {"name": text if hostile else "Things", "response-time": "8s", "protocol": "openapi-rest"},
        "security": {"principal": principal, "auth": authentication},
        "reliability": {"delivery": "exactly-once-effect", "event-contract": "custom"},
        "contract": {
            "endpoint": {"base-url": "https://things.example.com/v1", "named-credential": "T" * 36 if hostile else "Things"},
            "event": "Thing_Done__e", "messages": messages},
        "decision": {"pattern": "fire-and-forget", "topology": "point-to-point", "technologies": technologies,
                     "because": "It is a test."},
    }


def profiles():
    number = 0
    for technologies in TECHNOLOGIES:
        # How the other system is called does not touch what it calls itself.
        every = not comes_in(technologies)
        for authentication in AUTHENTICATIONS if every else AUTHENTICATIONS[:3]:
            for hostile in (False, True):
                number += 1
                # Mule calls under one identity.
                acting = number % 2 and authentication in PER_USER and "mulesoft-anypoint" not in technologies
                principal = "per-user" if acting else "named"
                yield profile(number, technologies, authentication, principal, hostile, "create" if number % 3 == 0 else None)
        # A design of a single operation lacks what the others bring along.
        for operation in OPERATIONS if every else [each for each in OPERATIONS if each != "read"]:
            number += 1
            yield profile(number, technologies, "api-key", "named", False, operation)
    for folder in ("examples", "Tests/Fixtures/profiles"):
        for path in sorted(pathlib.Path(folder).glob("*.yaml")):
            yield YAML(typ="safe", pure=True).load(path)


def write(folder):
    """Writes all profiles below a folder, and gives them."""
    documents = list(profiles())
    assert len({document["id"] for document in documents}) == len(documents), "two profiles have one id"
    folder.mkdir()
    for document in documents:
        with open(folder / f"{document['id']}.yaml", "w", encoding="utf-8") as file:
            YAML().dump(document, file)
    return documents


def generate(program, inputs, output, documents):
    """Generates every profile by itself: together they would be those of one org, which holds a class of a name once."""
    def run(document):
        name = document["id"]
        run = subprocess.run(
            [program, "generate", inputs / f"{name}.yaml", "--output", output / name, "--quiet"],
            capture_output=True, text=True)
        if run.returncode != 0:
            return f"{name}: exit code {run.returncode}\n{run.stderr[-4000:]}"

    with concurrent.futures.ThreadPoolExecutor() as pool:
        failures = [failure for failure in pool.map(run, documents) if failure]
    if failures:
        sys.exit("\n".join(failures[:20]))
