"""A Mule application as it lies on disk, and what has to resolve within it."""

import collections
import json
import re

from lxml import etree
from ruamel.yaml import YAML

CORE = "http://www.mulesoft.org/schema/mule/core"
BASE = "http://www.mulesoft.org/schema/mule/"
DOC = BASE + "documentation"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
POM = "{http://maven.apache.org/POM/4.0.0}"
# The dependency that a namespace needs; the others come with the runtime.
DEPENDENCIES = {
    "anypoint-mq": "anypoint-mq-connector", "db": "mule-db-connector", "http": "mule-http-connector",
    "jms": "mule-jms-connector",
    "mule-apikit": "mule-apikit-module", "munit": "munit-runner", "munit-tools": "munit-tools",
    "oauth": "mule-oauth-module", "os": "mule-objectstore-connector", "salesforce": "mule-salesforce-connector",
    "salesforce-pub-sub": "mule4-salesforce-pubsub-connector",
    "secure-properties": "mule-secure-configuration-property-module", "vm": "mule-vm-connector",
}
BUILT_IN = {"ANY", "COMPOSITE_ROUTING", "DUPLICATE_MESSAGE", "RETRY_EXHAUSTED", "TIMEOUT", "EXPRESSION"}
# The prefix of a connector's error types, where it is not its namespace in capitals.
ERROR_NAMESPACES = {"APIKIT": "mule-apikit", "SALESFORCE-PUB-SUB": "salesforce-pub-sub"}
GIVEN_AT_START = {"mule.env", "mule.key"}
PROPERTY = re.compile(r"\$\{([\w.:-]+)\}")
LOOKED_UP = re.compile(r"\bp\('([\w.:-]+)'\)")
METHODS = ("get", "post", "put", "patch", "delete")

yaml = YAML(typ="safe", pure=True)


def name_of(element):
    return etree.QName(element).localname


def space_of(element):
    return etree.QName(element).namespace


def elements(tree):
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def flattened(value, prefix=""):
    if not isinstance(value, dict):
        return {prefix: value}
    return {key: leaf for name, inner in value.items()
            for key, leaf in flattened(inner, f"{prefix}.{name}" if prefix else str(name)).items()}


class MuleProject:
    def __init__(self, root):
        self.root = root
        self.errors = []
        self.main = self.read(root / "src/main/mule")
        self.tests = self.read(root / "src/test/munit")
        self.globals = {}
        for path, tree in self.main.items():
            for element in tree.getroot():
                name = isinstance(element.tag, str) and element.get("name")
                if name and name in self.globals:
                    self.error(path, f"the name '{name}' is used twice")
                if name:
                    self.globals[name] = element

    def read(self, folder):
        return {path: etree.parse(path) for path in sorted(folder.rglob("*.xml"))}

    def error(self, path, message):
        self.errors.append(f"{path.relative_to(self.root)}: {message}")

    def run(self):
        for path, tree in [*self.main.items(), *self.tests.items()]:
            self.check_namespaces(path, tree)
            self.check_references(path, tree)
        self.check_reachable()
        self.check_errors()
        self.check_properties()
        self.check_operations()
        self.check_mocks()
        return self.errors

    def check_namespaces(self, path, tree):
        root = tree.getroot()
        used = {space_of(element) for element in elements(tree)}
        pairs = (root.get(LOCATION) or "").split()
        located = dict(zip(pairs[::2], pairs[1::2]))
        for space in sorted(used - set(located)):
            self.error(path, f"{space} has no schema location")
        for space in sorted(set(located) - used):
            self.error(path, f"{space} is located and not used")
        declared = set(root.nsmap.values())
        attributes = {etree.QName(key).namespace for element in elements(tree) for key in element.attrib}
        for space in sorted(declared - used - attributes):
            self.error(path, f"{space} is declared and not used")
        artifacts = {each.text for each in etree.parse(self.root / "pom.xml").iter(POM + "artifactId")}
        for space in sorted(used):
            artifact = DEPENDENCIES.get(space.removeprefix(BASE))
            if artifact and artifact not in artifacts:
                self.error(path, f"{space} needs the dependency {artifact}")

    def check_references(self, path, tree):
        local = {element.get("name") for element in tree.getroot() if isinstance(element.tag, str)}
        for element in elements(tree):
            tag = name_of(element)
            for key in ("config-ref", "objectStore", "tlsContext", "tokenManager", "localCallbackConfig",
                        "defaultErrorHandler-ref", "flowRef"):
                name = element.get(key)
                if name and name not in self.globals:
                    self.error(path, f"{tag} {key}='{name}' leads nowhere")
            if tag == "flow-ref" and element.get("name") not in self.globals.keys() | local:
                self.error(path, f"there is no flow '{element.get('name')}'")
            if tag == "error-handler" and element.get("ref") and element.get("ref") not in self.globals:
                self.error(path, f"there is no error handler '{element.get('ref')}'")
            if tag in ("scatter-gather",) and sum(name_of(each) == "route" for each in element) < 2:
                self.error(path, "a scatter-gather of one route")

    def check_reachable(self):
        """A flow has a source or is routed to; a sub-flow is referred to from what is reached."""
        flows = {name: each for name, each in self.globals.items() if name_of(each) in ("flow", "sub-flow")}
        handlers = [each for each in self.globals.values() if name_of(each) == "error-handler"]
        sources = ("listener", "scheduler", "subscriber", "subscribe-channel-listener", "replay-channel-listener")
        begun = [name for name, each in flows.items()
                 if ":\\" in name or (len(each) and name_of(each[0]) in sources)]
        seen, queue = set(), [flows[name] for name in begun] + handlers
        seen.update(begun)
        while queue:
            for reference in queue.pop().iter("{%s}flow-ref" % CORE):
                name = reference.get("name")
                if name in flows and name not in seen:
                    seen.add(name)
                    queue.append(flows[name])
        for name in sorted(set(flows) - seen):
            self.errors.append(f"the flow '{name}' is never reached")

    def check_errors(self):
        trees = [tree for tree in self.main.values()]
        every = [element for tree in trees for element in elements(tree)]
        made = {each.get("type") for each in every if name_of(each) == "raise-error"}
        made |= {each.get("targetType") for each in every if name_of(each) == "error-mapping"}
        spaces = {space_of(each).removeprefix(BASE) for each in every}
        for each in every:
            if name_of(each) in ("on-error-continue", "on-error-propagate"):
                for kind in (each.get("type") or "ANY").split(","):
                    self.check_error(kind.strip(), made, spaces)
            for key in ("sourceType",):
                if each.get(key):
                    self.check_error(each.get(key), made, spaces)
        for kind in sorted(kind for kind in made if kind and not kind.startswith("APP:")):
            self.errors.append(f"an application must not make errors of the type {kind}")
        handlers = [each for each in every if name_of(each) == "error-handler" and len(each)]
        for handler in handlers:
            for each in handler[:-1]:
                if isinstance(each.tag, str) and (each.get("type") or "ANY") == "ANY" and not each.get("when"):
                    self.errors.append("a handler follows one that takes everything")

    def check_error(self, kind, made, spaces):
        space, _, name = kind.rpartition(":")
        if space in ("", "MULE"):
            known = name in BUILT_IN
        elif space == "APP":
            known = kind in made
        else:
            known = ERROR_NAMESPACES.get(space, space.lower()) in spaces
        if not known:
            self.errors.append(f"nothing makes errors of the type {kind}")

    def settings(self, environment, folder):
        found = {}
        for prefix, name in (("", "common"), ("", environment), ("secure::", f"secure-{environment}")):
            path = folder / f"{name}.yaml"
            if not path.exists():
                path = self.root / f"src/main/resources/config/{name}.yaml"
            values = flattened(yaml.load(path) or {})
            for key, value in values.items():
                if key and not isinstance(value, str):
                    self.error(path, f"'{key}' is no text")
                if key:
                    found[prefix + key] = value
        return found

    def check_properties(self):
        used = set()
        for path in [*self.main, *self.root.glob("src/main/resources/**/*.dwl")]:
            text = path.read_text(encoding="utf-8")
            used |= set(PROPERTY.findall(text)) | set(LOOKED_UP.findall(text))
        used -= GIVEN_AT_START
        folders = {"munit": self.root / "src/test/resources/config"}
        for environment in ("dev", "test", "prod", "munit"):
            folder = folders.get(environment, self.root / "src/main/resources/config")
            settings = self.settings(environment, folder)
            for key in sorted(used - set(settings)):
                self.errors.append(f"{environment}: '{key}' is used and not set")
            for key in sorted(set(settings) - used):
                self.errors.append(f"{environment}: '{key}' is set and not used")
        for path in self.root.rglob("secure-*.yaml"):
            for key, value in flattened(yaml.load(path) or {}).items():
                if key and not re.fullmatch(r"!\[.*\]|munit", value):
                    self.error(path, f"'{key}' looks like a secret")

    def check_operations(self):
        """The flows that APIkit routes to are those of the specification."""
        for path, tree in self.main.items():
            for config in (each for each in elements(tree) if space_of(each) == BASE + "mule-apikit"
                           and name_of(each) == "config"):
                document = yaml.load(self.root / "src/main/resources/api" / config.get("api"))
                expected = set()
                for route, item in document["paths"].items():
                    for method in METHODS:
                        if method in item:
                            spelt = f"{method}:{route}".translate({ord("/"): "\\", ord("{"): "(", ord("}"): ")"})
                            body = ":application\\json" if "requestBody" in item[method] else ""
                            expected.add(f"{spelt}{body}:{config.get('name')}")
                routed = {name for name in self.globals if ":\\" in name}
                for name in sorted(expected ^ routed):
                    self.error(path, f"'{name}' is {'not there' if name in expected else 'no operation'}")

    def check_mocks(self):
        every = [each for tree in self.main.values() for each in elements(tree)]
        titles = collections.defaultdict(set)
        prefixes = {space: prefix for tree in self.main.values() for prefix, space in tree.getroot().nsmap.items()}
        for each in every:
            prefix = prefixes.get(space_of(each))
            tag = f"{prefix}:{name_of(each)}" if prefix else name_of(each)
            titles[tag, "doc:name"].add(each.get("{%s}name" % DOC))
            titles[tag, "name"].add(each.get("name"))
        for path, tree in self.tests.items():
            for each in elements(tree):
                if not each.get("processor"):
                    continue
                for attribute in each.iter("{%smunit-tools}with-attribute" % BASE):
                    key = each.get("processor"), attribute.get("attributeName")
                    if attribute.get("whereValue") not in titles[key]:
                        self.error(path, f"no {key[0]} has the {key[1]} '{attribute.get('whereValue')}'")
            text = path.read_text(encoding="utf-8")
            for resource in re.findall(r"classpath://([\w./-]+)", text):
                if not (self.root / "src/test/resources" / resource).exists():
                    self.error(path, f"there is no resource {resource}")
        for path in self.root.rglob("*.json"):
            json.loads(path.read_text(encoding="utf-8"))
