"""AsyncAPI: the documents of events, changes and queues keep the structure of their version, and their schemas read the examples

References, operations and bindings are checked for 2.6 and 3.0; Avro schemas are parsed, and examples are written
with them and read again; JSON schemas validate their examples.
"""

import io
import json
import pathlib
import re
import sys
import tempfile

import fastavro
import jsonschema
from ruamel.yaml import YAML

from contract_profiles import generate
from openapi_rules import is_data, lookup, resolve, walk

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SHAPES = {
    "3.0.0": {"document": {"asyncapi", "info", "defaultContentType", "servers", "channels", "operations", "components"},
              "server": {"host", "protocol", "protocolVersion", "description", "security", "variables"},
              "channel": {"address", "title", "description", "servers", "messages", "bindings"},
              "operation": {"action", "channel", "title", "summary", "description", "tags", "messages"}},
    "2.6.0": {"document": {"asyncapi", "info", "tags", "defaultContentType", "servers", "channels", "components"},
              "server": {"url", "protocol", "protocolVersion", "description", "security"},
              "channel": {"description", "servers", "subscribe"},
              "operation": {"operationId", "summary", "description", "tags", "message"}},
}
BINDINGS = {"kafka": "0.5.0", "amqp": "0.3.0", "anypointmq": "0.0.1", "jms": "0.0.1"}
ADDRESS = re.compile(r"/event/\w+__e|/data/\w*ChangeEvent|[a-z0-9][a-z0-9-]*[./][a-z0-9-]+([./]dead-letters)?|[a-z0-9][a-z0-9-]*-dead-letters")

yaml = YAML(typ="safe", pure=True)
yaml.allow_duplicate_keys = False


class Document:
    def __init__(self, text):
        self.document = json.loads(json.dumps(yaml.load(text), default=lambda value: value.isoformat()))
        self.findings = []
        self.version = self.document["asyncapi"]

    def add(self, place, message):
        self.findings.append(f"{place}: {message}")

    def check(self):
        shapes = SHAPES[self.version]
        self.keys("document", self.document, shapes["document"])
        for key in ("title", "version", "description", "contact", "license"):
            if not self.document["info"].get(key):
                self.add("info", f"no {key}")
        for name, server in self.document["servers"].items():
            self.keys(name, server, shapes["server"])
        for path, node in walk(self.document):
            if isinstance(node, dict) and "$ref" in node and not is_data(path):
                if resolve(self.document, node) is None:
                    self.add("/".join(path), f"{node['$ref']} leads nowhere")
        for name, channel in self.document["channels"].items():
            self.channel(name, channel, shapes)
        if self.version == "3.0.0":
            self.operations(shapes)
        self.unused()
        for name, message in self.document["components"]["messages"].items():
            self.message(name, message)
        return self.findings

    def keys(self, place, node, known):
        if extra := {key for key in node if not key.startswith("x-")} - known:
            self.add(place, f"unknown {sorted(extra)}")
        if place == "document" and (missing := known - {"tags"} - set(node)):
            self.add(place, f"no {sorted(missing)}")

    def channel(self, name, channel, shapes):
        self.keys(name, channel, shapes["channel"])
        address = channel["address"] if self.version == "3.0.0" else name
        if not ADDRESS.fullmatch(address):
            self.add(name, f"address {address}")
        for kind, binding in channel.get("bindings", {}).items():
            if binding.get("bindingVersion") != BINDINGS.get(kind):
                self.add(name, f"binding {kind} {binding.get('bindingVersion')}")
        if self.version == "2.6.0":
            self.keys(f"{name} subscribe", channel["subscribe"], shapes["operation"])
            if not set(channel["servers"]) <= set(self.document["servers"]):
                self.add(name, channel["servers"])

    def operations(self, shapes):
        used = set()
        for name, operation in self.document["operations"].items():
            self.keys(name, operation, shapes["operation"])
            channel = operation["channel"]["$ref"]
            used.add(channel)
            if operation["action"] not in ("send", "receive") or not channel.startswith("#/channels/"):
                self.add(name, channel)
            for message in operation["messages"]:
                if not message["$ref"].startswith(channel + "/messages/"):
                    self.add(name, f"{message['$ref']} is no message of {channel}")
        if len(used) < len(self.document["channels"]):
            self.add("channels", "one has no operation")
        addresses = [channel["address"] for channel in self.document["channels"].values()]
        if len(set(addresses)) < len(addresses):
            self.add("channels", "two have one address")

    def unused(self):
        used = {node["$ref"] for path, node in walk(self.document) if isinstance(node, dict) and "$ref" in node}
        named = {name for server in self.document["servers"].values() for need in server["security"] for name in need}
        for section, entries in self.document["components"].items():
            for name in entries:
                if f"#/components/{section}/{name}" not in used and name not in named:
                    self.add("components", f"{section}/{name} is not used")

    def message(self, name, message):
        if not message.get("examples"):
            self.add(name, "no examples")
        payload, location = message["payload"], message["correlationId"]["location"]
        if "schemaFormat" in payload:
            schema = fastavro.parse_schema(payload["schema"])
            for example in message["examples"]:
                self.avro(name, schema, example["payload"])
            fields = {field["name"] for field in payload["schema"]["fields"]}
        else:
            schema = self.inlined(payload)
            jsonschema.Draft7Validator.check_schema(schema)
            for example in message["examples"]:
                for error in jsonschema.Draft7Validator(schema).iter_errors(example["payload"]):
                    self.add(name, error.message)
            fields = set(schema.get("properties", {}))
        where, pointer = re.fullmatch(r"\$message\.(header|payload)#/(.*)", location).groups()
        known = fields if where == "payload" else set(message["headers"]["properties"])
        if pointer.split("/")[0] not in known:
            self.add(name, f"{location} is not there")

    def avro(self, name, schema, payload):
        buffer = io.BytesIO()
        fastavro.schemaless_writer(buffer, schema, payload, strict=True)
        buffer.seek(0)
        if fastavro.schemaless_reader(buffer, schema, None) != payload:
            self.add(name, "the example is not the same after it was written and read")

    def inlined(self, node):
        if isinstance(node, dict):
            if "$ref" in node:
                return self.inlined(lookup(self.document, node["$ref"]))
            return {key: self.inlined(value) for key, value in node.items()}
        return [self.inlined(each) for each in node] if isinstance(node, list) else node


def main():
    failures, read, schemas = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        output = generate(PROGRAM, pathlib.Path(folder), ["-sale-", "topology-point-to-point-", "platform-events-", "change-data-capture-"])
        for path in sorted(output.glob("*/api/*.yaml")):
            text = path.read_text(encoding="utf-8")
            if text.startswith("asyncapi:"):
                read += 1
                failures += [f"{path.relative_to(output)}: {finding}" for finding in Document(text).check()]
        for path in sorted(output.glob("*/api/*.avsc")):
            schemas += 1
            beside = path.with_name(path.stem + ".asyncapi.yaml")
            schema = json.loads(path.read_text(encoding="utf-8"))
            fastavro.parse_schema(schema)
            if beside.exists():
                inside = yaml.load(beside.read_text(encoding="utf-8"))["components"]["messages"][schema["name"]]
                names = [field["name"] for field in inside["payload"]["schema"]["fields"]]
                if names != [field["name"] for field in schema["fields"]]:
                    failures.append(f"{path.relative_to(output)}: not the fields of the document")
    print(f"{read} documents, {schemas} Avro schemas")
    assert read > 25 and schemas > 5, "there are hardly any documents"
    if failures:
        sys.exit("\n".join(failures[:100]) + f"\n{len(failures)} failures")


main()
