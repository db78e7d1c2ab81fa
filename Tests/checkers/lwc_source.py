"""Lightning web components: the script parses, the template parses, and what the template binds exists in the script."""

import re

from tree_sitter_language_pack import get_parser

JAVASCRIPT, HTML = get_parser("javascript"), get_parser("html")
MODULES = re.compile(r"lwc|lightning/\w+|c/\w+|@salesforce/(apex|schema|label|user|i18n|apexContinuation)/?[\w./]*")
DIRECTIVES = {"for:each", "for:item", "for:index", "key", "lwc:if", "lwc:elseif", "lwc:else", "lwc:ref", "lwc:spread",
              "iterator:it"}
BINDING = re.compile(r"\{([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)\}")


def text(node):
    return node.text.decode()


def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)


def faults(tree):
    return [f"line {n.start_point[0] + 1}: {'missing ' + n.type if n.is_missing else 'not understood'}"
            for n in walk(tree.root_node) if n.is_missing or n.type == "ERROR"]


class Component:
    """The script and the template of one component."""

    def __init__(self, folder):
        self.folder = folder
        self.problems = []

    def check(self):
        script = self.folder / f"{self.folder.name}.js"
        members = self.script(script) if script.exists() else None
        if members is None:
            self.problems.append((self.folder, "it has no script that exports a LightningElement"))
            return self.problems
        template = self.folder / f"{self.folder.name}.html"
        if template.exists():
            self.template(template, members)
        return self.problems

    def script(self, path):
        tree = JAVASCRIPT.parse(path.read_bytes())
        self.problems += [(path, fault) for fault in faults(tree)]
        for node in tree.root_node.children:
            if node.type == "import_statement":
                module = text(node.child_by_field_name("source")).strip("'\"")
                if not MODULES.fullmatch(module):
                    self.problems.append((path, f"no component can import {module}"))
        for node in walk(tree.root_node):
            if node.type == "class_declaration" and node.parent.type == "export_statement":
                heritage = next((text(c) for c in node.children if c.type == "class_heritage"), "")
                return self.members(node) if "LightningElement" in heritage else None

    @staticmethod
    def members(declared):
        names = set()
        for node in declared.child_by_field_name("body").named_children:
            name = node.child_by_field_name("name") or node.child_by_field_name("property")
            if name is not None:
                names.add(text(name))
        return names

    def template(self, path, members):
        tree = HTML.parse(path.read_bytes())
        self.problems += [(path, fault) for fault in faults(tree)]
        roots = [n for n in tree.root_node.named_children if n.type == "element"]
        if len(roots) != 1 or self.tag(roots[0]) != "template":
            self.problems.append((path, "a template has one root, which is <template>"))
        for root in roots:
            self.element(path, root, members, None)

    def element(self, path, node, names, before):
        attributes = self.attributes(node)
        inner = names | {attributes[name] for name in ("for:item", "for:index") if name in attributes}
        for name, value in attributes.items():
            if ":" in name and name not in DIRECTIVES:
                self.problems.append((path, f"there is no directive {name}"))
            if value.startswith("{"):
                self.binding(path, value, names)
        if {"lwc:elseif", "lwc:else"} & set(attributes) and not {"lwc:if", "lwc:elseif"} & set(before or {}):
            self.problems.append((path, "an lwc:else follows no lwc:if"))
        previous = None
        for child in node.named_children:
            if child.type == "element":
                if "for:each" in attributes and "key" not in self.attributes(child):
                    self.problems.append((path, f"<{self.tag(child)}> is repeated and has no key"))
                self.element(path, child, inner, previous)
                previous = self.attributes(child)
            elif child.type == "text":
                for found in re.findall(r"\{[^}]*\}", text(child)):
                    self.binding(path, found, inner)

    def binding(self, path, value, names):
        found = BINDING.fullmatch(value)
        if not found:
            self.problems.append((path, f"{value} is no binding"))
        elif found.group(1) not in names:
            self.problems.append((path, f"{value} binds nothing that the script has"))

    @staticmethod
    def start(node):
        return next((c for c in node.children if c.type in ("start_tag", "self_closing_tag")), None)

    def tag(self, node):
        start = self.start(node)
        return next((text(c) for c in start.children if c.type == "tag_name"), "") if start else ""

    def attributes(self, node):
        start = self.start(node)
        found = {}
        for attribute in start.children if start else []:
            if attribute.type == "attribute":
                parts = [text(c) for c in attribute.named_children]
                found[parts[0]] = parts[1].strip("\"'") if len(parts) > 1 else ""
        return found
