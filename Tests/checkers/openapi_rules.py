"""The rules that the common linters of OpenAPI recommend, for documents of version 3.0."""

import re

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
MARKUP = re.compile(r"<script|eval\(", re.IGNORECASE)


def resolve(document, node):
    """The node that a chain of references leads to; `None` where it leads nowhere."""
    for _ in range(20):
        if not isinstance(node, dict) or "$ref" not in node:
            return node
        node = lookup(document, node["$ref"])
    return None


def lookup(document, reference):
    if not reference.startswith("#/"):
        return None
    node = document
    for part in reference[2:].split("/"):
        part = part.replace("~1", "/").replace("~0", "~")
        if not isinstance(node, dict) or part not in node:
            return None
        node = node[part]
    return node


def walk(node, path=("#",)):
    yield path, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
    for key, value in children:
        yield from walk(value, path + (str(key),))


def is_data(path):
    """Whether a place holds a value and no part of the description."""
    return any(part in ("example", "examples", "default", "enum") or part.startswith("x-") for part in path)


class Linter:
    def __init__(self, document):
        self.document = document
        self.findings = []

    def add(self, rule, place, message):
        self.findings.append(f"{rule} at {place}: {message}")

    def lint(self):
        self.info()
        self.servers_and_tags()
        self.paths()
        for path, method, operation, item in self.operations():
            self.operation(path, method, operation, item)
        self.references()
        self.components()
        self.schemas()
        self.texts()
        return self.findings

    def operations(self):
        for path, item in self.document.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method], item

    # MARK: The document

    def info(self):
        info = self.document.get("info", {})
        for key in ("title", "version", "description", "contact", "license"):
            if not info.get(key):
                self.add(f"info-{key}", "info", "missing")
        for key in ("name", "url"):
            if not info.get("license", {}).get(key):
                self.add("info-license-strict", "info.license", f"no {key}")
            if not info.get("contact", {}).get(key):
                self.add("contact-properties", "info.contact", f"no {key}")
        if not re.fullmatch(r"\d+\.\d+\.\d+", str(info.get("version"))):
            self.add("semver", "info.version", info.get("version"))

    def servers_and_tags(self):
        servers = self.document.get("servers")
        if not servers:
            self.add("no-empty-servers", "servers", "missing")
        for server in servers or []:
            if server["url"].endswith("/"):
                self.add("no-server-trailing-slash", server["url"], "ends with a slash")
        names = [tag["name"] for tag in self.document.get("tags", [])]
        if len(set(names)) < len(names):
            self.add("no-duplicated-tag-names", "tags", names)
        if names != sorted(names):
            self.add("openapi-tags-alphabetical", "tags", names)
        for tag in self.document.get("tags", []):
            if not tag.get("description"):
                self.add("tag-description", tag["name"], "missing")
        self.tags = set(names)

    def paths(self):
        seen = {}
        for path in self.document.get("paths", {}):
            shape = re.sub(r"\{[^}]*\}", "{}", path)
            if shape in seen:
                self.add("no-identical-paths", path, seen[shape])
            seen[shape] = path
            if path.endswith("/") and path != "/":
                self.add("no-path-trailing-slash", path, "ends with a slash")
            if "?" in path:
                self.add("path-not-include-query", path, "has a query")
            if "{}" in path:
                self.add("path-declaration-must-exist", path, "empty braces")
        for one in seen.values():
            for other in seen.values():
                if one < other and self.is_ambiguous(one, other):
                    self.add("no-ambiguous-paths", one, other)

    def is_ambiguous(self, one, other):
        """Whether one address and method could mean either path, without one being the more specific."""
        left, right = one.split("/"), other.split("/")
        if len(left) != len(right):
            return False
        items = self.document["paths"]
        if not set(items[one]) & set(items[other]) & set(METHODS):
            return False
        if not all(a == b or "{" in a or "{" in b for a, b in zip(left, right)):
            return False
        more = sum("{" in a and "{" not in b for a, b in zip(left, right))
        less = sum("{" in b and "{" not in a for a, b in zip(left, right))
        return bool(more and less) or (more == less == 0)

    # MARK: Operations

    def operation(self, path, method, operation, item):
        place = f"{method.upper()} {path}"
        for key in ("operationId", "summary", "description"):
            if not operation.get(key):
                self.add(f"operation-{key}", place, "missing")
        name = operation.get("operationId", "")
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name):
            self.add("operation-operationId-url-safe", place, name)
        ids = [other.get("operationId", "").lower() for _, _, other, _ in self.operations()]
        if ids.count(name.lower()) > 1:
            self.add("operation-operationId-unique", place, name)
        if len(operation.get("tags", [])) != 1 or not set(operation["tags"]) <= self.tags:
            self.add("operation-tags", place, operation.get("tags"))
        self.parameters(place, path, operation, item)
        self.responses(place, operation)
        self.security(place, operation)
        if method in ("get", "delete", "head") and "requestBody" in operation:
            self.add("no-request-body", place, "has one")
        for part in [operation.get("requestBody", {}), *operation.get("responses", {}).values()]:
            for media in (resolve(self.document, part) or {}).get("content", {}).values():
                if "example" not in media and not media.get("examples"):
                    self.add("missing-example", place, "no example")
                if "example" in media and "examples" in media:
                    self.add("no-example-value-and-externalValue", place, "both example and examples")

    def parameters(self, place, path, operation, item):
        parameters = [resolve(self.document, each) for each in item.get("parameters", []) + operation.get("parameters", [])]
        keys = [(each["name"], each["in"]) for each in parameters]
        if len(set(keys)) < len(keys):
            self.add("operation-parameters-unique", place, keys)
        for each in parameters:
            if not each.get("description"):
                self.add("parameter-description", place, each["name"])
            if each["in"] == "path" and not each.get("required"):
                self.add("path-params", place, each["name"])
            if not each.get("schema", {}).get("type"):
                self.add("typed-parameter", place, each["name"])
        named = set(re.findall(r"\{([^}]*)\}", path))
        if named != {name for name, where in keys if where == "path"}:
            self.add("path-parameters-defined", place, keys)

    def responses(self, place, operation):
        codes = set(operation.get("responses", {}))
        if not all(isinstance(code, str) for code in codes):
            self.add("response-code-text", place, codes)
        if not any(code.startswith("2") for code in codes):
            self.add("operation-2xx-response", place, codes)
        if not any(code.startswith("4") for code in codes):
            self.add("operation-4xx-response", place, codes)
        for code, response in operation.get("responses", {}).items():
            response = resolve(self.document, response) or {}
            if not response.get("description"):
                self.add("response-description", f"{place} {code}", "missing")
            for name, header in response.get("headers", {}).items():
                if not (resolve(self.document, header) or {}).get("schema"):
                    self.add("header-schema", f"{place} {code}", name)

    def security(self, place, operation):
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        needs = operation.get("security", self.document.get("security"))
        if needs is None:
            self.add("security-defined", place, "neither here nor for the whole document")
        for need in needs or []:
            for name, scopes in need.items():
                known = {scope for flow in schemes.get(name, {}).get("flows", {}).values() for scope in flow["scopes"]}
                if name not in schemes or not set(scopes) <= (known or set(scopes)):
                    self.add("security-scopes-defined", place, name)

    # MARK: Components

    def references(self):
        self.used = set()
        for path, node in walk(self.document):
            if isinstance(node, dict) and isinstance(node.get("$ref"), str) and not is_data(path):
                self.used.add(node["$ref"])
                if len(node) > 1:
                    self.add("spec-ref-siblings", "/".join(path), node)
                if resolve(self.document, node) is None:
                    self.add("no-unresolved-refs", "/".join(path), node["$ref"])

    def components(self):
        for section, entries in self.document.get("components", {}).items():
            lower = [name.lower() for name in entries]
            if len(set(lower)) < len(lower):
                self.add("component-names-by-case", section, sorted(entries))
            for name, entry in entries.items():
                if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
                    self.add("spec-components-invalid-map-name", section, name)
                if section != "securitySchemes" and f"#/components/{section}/{name}" not in self.used:
                    self.add("no-unused-components", section, name)
                if not entry.get("description") and not entry.get("$ref"):
                    self.add("component-description", section, name)

    def schemas(self):
        for path, node in walk(self.document):
            if is_data(path) or not isinstance(node, dict) or not isinstance(node.get("type"), str):
                continue
            place, kind = "/".join(path), node["type"]
            if "in" in node or "flows" in node or "scheme" in node:
                continue
            if kind == "array" and "items" not in node:
                self.add("array-items", place, "missing")
            if kind == "array" and isinstance(node.get("items"), dict) and not {"type", "$ref"} & set(node["items"]):
                self.add("oas-missing-type", place, "of the items")
            if missing := set(node.get("required", [])) - set(node.get("properties", {})):
                self.add("no-required-schema-properties-undefined", place, missing)
            values = node.get("enum", [])
            if len(set(values)) < len(values) or (kind == "string" and not all(isinstance(v, str) for v in values)):
                self.add("typed-enum", place, values)
            for name, schema in node.get("properties", {}).items():
                if not schema.get("type") and "$ref" not in schema:
                    self.add("oas-missing-type", place, name)
                if not schema.get("description") and "$ref" not in schema:
                    self.add("property-description", place, name)

    def texts(self):
        for path, node in walk(self.document):
            if path[-1] == "description" and isinstance(node, str) and MARKUP.search(node):
                self.add("no-script-tags-in-markdown", "/".join(path), node)
