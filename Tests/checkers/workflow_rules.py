"""The structure of workflow definitions of Azure Logic Apps, and the language of their expressions."""

import re

FUNCTIONS = {
    "add", "addProperty", "and", "base64", "body", "coalesce", "concat", "createArray", "empty", "encodeUriComponent",
    "equals", "first", "formatDateTime", "formatNumber", "greaterOrEquals", "if", "int", "item", "items", "json", "last",
    "less", "not", "or", "outputs", "parameters", "replace", "split", "string", "triggerBody", "triggerOutputs", "union",
    "uriComponentToString", "utcNow", "variables", "workflow",
}
ARGUMENTS = {"equals": 2, "if": 3, "addProperty": 3, "replace": 3, "split": 2, "json": 1, "string": 1, "int": 1, "body": 1,
             "outputs": 1, "parameters": 1, "variables": 1, "items": 1, "item": 0, "triggerBody": 0, "triggerOutputs": 0,
             "workflow": 0, "encodeUriComponent": 1, "uriComponentToString": 1, "empty": 1, "last": 1}
STATUSES = {"Succeeded", "Failed", "Skipped", "TimedOut"}
ACTIONS = {
    "Compose": {"inputs"}, "Http": {"inputs", "limit", "operationOptions"}, "Select": {"inputs"},
    "Response": {"inputs", "kind"}, "InitializeVariable": {"inputs"}, "SetVariable": {"inputs"},
    "AppendToArrayVariable": {"inputs"}, "Scope": {"actions"}, "If": {"expression", "actions"}, "Terminate": {"inputs"},
    "Foreach": {"foreach", "actions", "operationOptions"}, "Until": {"expression", "limit", "actions", "operationOptions"},
}
COMMON = {"type", "description", "runAfter", "runtimeConfiguration"}
AUTHENTICATION = {"Basic": {"username", "password"}, "ClientCertificate": {"pfx", "password"}, "Raw": {"value"},
                  "ManagedServiceIdentity": {"audience"}}
TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z]\w*)|(?P<sign>\?\[|[\[\](),]))")


class Expression:
    """Parses one expression; what it calls with which literal stays in `calls`."""

    def __init__(self, text):
        self.calls, self.tokens, place = [], [], 0
        while place < len(text.rstrip()):
            match = TOKEN.match(text, place)
            if not match:
                raise ValueError(f"no token at '{text[place:place + 30]}'")
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()
        self.place = 0
        self.value()
        if self.place < len(self.tokens):
            raise ValueError(f"more after the end: {self.tokens[self.place]}")

    def take(self, sign=None):
        if self.place >= len(self.tokens):
            raise ValueError("it ends too early")
        kind, text = self.tokens[self.place]
        if sign and text != sign:
            raise ValueError(f"'{sign}' is missing before '{text}'")
        self.place += 1
        return kind, text

    def next(self):
        return self.tokens[self.place][1] if self.place < len(self.tokens) else None

    def value(self):
        kind, text = self.take()
        if kind in ("text", "number") or text in ("null", "true", "false"):
            return text
        if kind != "name":
            raise ValueError(f"no value: '{text}'")
        self.call(text)
        while self.next() in ("[", "?["):
            self.take()
            self.value()
            self.take("]")
        return None

    def call(self, name):
        if name not in FUNCTIONS:
            raise ValueError(f"there is no function '{name}'")
        self.take("(")
        arguments = []
        while self.next() != ")":
            arguments.append(self.value())
            if self.next() != ")":
                self.take(",")
        self.take(")")
        if len(arguments) != ARGUMENTS.get(name, len(arguments)) or (name == "union" and len(arguments) < 2):
            raise ValueError(f"{name} has {len(arguments)} arguments")
        literal = arguments[0][1:-1] if arguments and (arguments[0] or "").startswith("'") else None
        self.calls.append((name, literal))


class Workflow:
    """Checks one deployment template."""

    def __init__(self, template):
        self.template, self.findings = template, []
        self.resource = template["resources"][0]
        self.definition = self.resource["properties"]["definition"]

    def check(self):
        if set(self.template) != {"$schema", "contentVersion", "metadata", "parameters", "resources"}:
            self.add("template", f"keys {sorted(self.template)}")
        given, known = set(self.resource["properties"]["parameters"]), set(self.definition["parameters"])
        if given != known:
            self.add("parameters", f"{given ^ known} are on one side only")
        for name, value in self.resource["properties"]["parameters"].items():
            if value != {"value": f"[parameters('{name}')]"}:
                self.add("parameters", f"{name} is {value}")
        for name, parameter in self.definition["parameters"].items():
            outer = self.template["parameters"].get(name, {}).get("type", "")
            if outer.lower() != parameter["type"].lower():
                self.add("parameters", f"{name} is {outer} and {parameter['type']}")
            if re.search("secret|password|key$|token$|user$|certificate", name, re.I) and outer != "secureString":
                self.add("parameters", f"{name} is no secret")
        if len(self.definition["triggers"]) != 1:
            self.add("triggers", "not one")
        for name, trigger in self.definition["triggers"].items():
            self.trigger(name, trigger)
        self.all = dict(self.actions(self.definition["actions"]))
        self.block("actions", self.definition["actions"], top=True)
        self.strings("triggers", self.definition["triggers"])
        self.strings("actions", self.definition["actions"])
        self.templated(self.template)
        return self.findings

    def add(self, place, message):
        self.findings.append(f"{place}: {message}")

    def actions(self, block):
        for name, action in block.items():
            yield name, action
            yield from self.actions(action.get("actions", {}))

    def trigger(self, name, trigger):
        if trigger["type"] == "SlidingWindow":
            every = trigger["recurrence"]
            if every["frequency"] != "Minute" or not 1 <= every["interval"] <= 72_000:
                self.add(name, every)
        elif trigger["type"] == "Request":
            if trigger.get("kind") != "Http" or trigger["inputs"].get("method") not in (
                    "GET", "POST", "PUT", "PATCH", "DELETE"):
                self.add(name, trigger["inputs"].get("method"))
        else:
            self.add(name, trigger["type"])

    def block(self, place, block, top=False):
        for name, action in block.items():
            where = f"{place}.{name}"
            if not re.fullmatch(r"[A-Za-z0-9_ -]{1,80}", name):
                self.add(where, "the name of an action")
            if action["type"] not in ACTIONS:
                self.add(where, f"type {action['type']}")
                continue
            if extra := set(action) - COMMON - ACTIONS[action["type"]]:
                self.add(where, f"unknown {extra}")
            if action["type"] == "InitializeVariable" and not top:
                self.add(where, "variables are initialised at the top")
            for before, statuses in action["runAfter"].items():
                if before not in block or before == name or not set(statuses) <= STATUSES or not statuses:
                    self.add(where, f"runs after {before}: {statuses}")
            self.inputs(where, action)
            self.block(where, action.get("actions", {}))
        self.cycles(place, block)

    def cycles(self, place, block):
        done = set()
        while ready := [name for name in block if name not in done and set(block[name]["runAfter"]) <= done]:
            done |= set(ready)
        if done != set(block):
            self.add(place, f"{set(block) - done} wait for one another")

    def inputs(self, where, action):
        inputs = action.get("inputs")
        if action["type"] == "Http":
            if not {"method", "uri"} <= set(inputs):
                self.add(where, "no method or address")
            if inputs["method"] in ("GET", "DELETE") and "body" in inputs:
                self.add(where, "a body that is not sent")
            sign_in = inputs.get("authentication")
            if sign_in and set(sign_in) - {"type"} != AUTHENTICATION.get(sign_in["type"]):
                self.add(where, f"authentication {sorted(sign_in)}")
            if inputs.get("retryPolicy", {}).get("type") != "exponential":
                self.add(where, "nothing is tried again")
        if action["type"] in ("SetVariable", "AppendToArrayVariable") and inputs["name"] not in self.variables():
            self.add(where, f"no variable {inputs['name']}")
        if action["type"] == "Terminate" and inputs["runStatus"] not in ("Failed", "Cancelled", "Succeeded"):
            self.add(where, inputs["runStatus"])
        # At its limits a loop ends as if all were done, unless it is told to fail.
        if action["type"] == "Until" and action.get("operationOptions") != "FailWhenLimitsReached":
            self.add(where, "what is left at the limits is passed over")
        if action["type"] == "Select" and set(inputs) != {"from", "select"}:
            self.add(where, sorted(inputs))
        if action["type"] == "Response" and "statusCode" not in inputs:
            self.add(where, "no status")

    def strings(self, place, node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key not in ("schema", "description"):
                    self.strings(f"{place}.{key}", value)
        elif isinstance(node, list):
            for value in node:
                self.strings(place, value)
        elif isinstance(node, str) and node.startswith("@") and not node.startswith("@@"):
            self.expression(place, node[1:])
        elif isinstance(node, str) and "@{" in node:
            self.add(place, "a text that is interpolated")

    def expression(self, place, text):
        if len(text) > 8_192:
            self.add(place, f"an expression of {len(text)} characters")
        try:
            calls = Expression(text).calls
        except ValueError as error:
            self.add(place, f"{error} in {text[:200]}")
            return
        for name, literal in calls:
            if name == "parameters" and literal not in self.definition["parameters"]:
                self.add(place, f"no parameter {literal}")
            if name in ("body", "outputs", "items") and literal not in self.all:
                self.add(place, f"no action {literal}")
            if name == "variables" and literal not in self.variables():
                self.add(place, f"no variable {literal}")

    def variables(self):
        made = [action["inputs"]["variables"] for action in self.all.values() if action["type"] == "InitializeVariable"]
        return {variable["name"] for variables in made for variable in variables}

    def templated(self, node):
        """What begins with a bracket is evaluated when it is deployed."""
        values = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        for value in values:
            if isinstance(value, str) and value.startswith("["):
                name = re.fullmatch(r"\[parameters\('(\w+)'\)\]|\[resourceGroup\(\)\.location\]", value)
                if not name or (name.group(1) and name.group(1) not in self.template["parameters"]):
                    self.add("template", value)
            self.templated(value)
