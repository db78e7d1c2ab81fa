"""What the Apex of one generated project declares, read with a real grammar."""

import pathlib
import re
import xml.etree.ElementTree as XML

from tree_sitter_language_pack import get_parser

PARSER = get_parser("apex")
NAMESPACE = "{http://soap.sforce.com/2006/04/metadata}"
TYPES = {"class_declaration", "interface_declaration", "enum_declaration"}


def text(node):
    return node.text.decode()


def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)


def modifiers(node):
    """The modifiers of a declaration, and its annotations with their arguments, all in small letters."""
    return [text(part).lower() for child in node.children if child.type == "modifiers" for part in child.children]


class Method:
    def __init__(self, node):
        self.node = node
        self.name = text(node.child_by_field_name("name"))
        result = node.child_by_field_name("type")
        self.result = text(result) if result is not None else None
        parameters = node.child_by_field_name("parameters").named_children
        self.parameters = [p for p in parameters if p.type == "formal_parameter"]
        self.modifiers = modifiers(node)

    @property
    def arity(self):
        return len(self.parameters)


class Type:
    """A class, interface or enumeration, with what it declares itself."""

    def __init__(self, node, outer, file):
        self.node, self.outer, self.file = node, outer, file
        self.name = text(node.child_by_field_name("name"))
        self.modifiers = modifiers(node)
        base = node.child_by_field_name("superclass")
        self.base = text(base.named_children[0]) if base is not None else None
        self.fields, self.methods, self.constructors, self.inner = {}, {}, [], {}
        for member in node.child_by_field_name("body").named_children:
            self.add(member)

    def add(self, member):
        if member.type == "field_declaration":
            kind = text(member.child_by_field_name("type"))
            for declarator in member.children_by_field_name("declarator"):
                self.fields[text(declarator.child_by_field_name("name")).lower()] = kind
        elif member.type == "method_declaration":
            method = Method(member)
            self.methods.setdefault(method.name.lower(), []).append(method)
        elif member.type == "constructor_declaration":
            self.constructors.append(Method(member))
        elif member.type == "enum_constant":
            self.fields[text(member.child_by_field_name("name")).lower()] = self.name
        elif member.type in TYPES:
            self.inner[text(member.child_by_field_name("name")).lower()] = Type(member, self, self.file)

    @property
    def is_test(self):
        own = any(word.startswith("@istest") for word in self.modifiers)
        return own or (self.outer is not None and self.outer.is_test)

    @property
    def path(self):
        return self.name if self.outer is None else f"{self.outer.path}.{self.name}"


class Project:
    """The types of a folder of metadata, its triggers, and the fields of its objects."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.types, self.triggers, self.errors, self.trees = {}, [], [], {}
        for path in sorted([*self.folder.rglob("*.cls"), *self.folder.rglob("*.trigger")]):
            self.read(path)
        self.objects = {}
        for path in sorted(self.folder.rglob("objects/*/*.object-meta.xml")):
            self.objects.setdefault(path.parent.name.lower(), set())
        for path in sorted(self.folder.rglob("objects/*/fields/*.field-meta.xml")):
            name = XML.parse(path).getroot().findtext(NAMESPACE + "fullName")
            self.objects.setdefault(path.parent.parent.name.lower(), set()).add(name.lower())

    def read(self, path):
        tree = PARSER.parse(path.read_bytes())
        self.trees[path] = tree
        if tree.root_node.has_error:
            bad = next(n for n in walk(tree.root_node) if n.type == "ERROR" or n.is_missing)
            self.report(path, bad, "syntax error")
            return
        for node in tree.root_node.named_children:
            if node.type in TYPES:
                declared = Type(node, None, path)
                self.types[declared.name.lower()] = declared
                self.check_name(declared, path)
            elif node.type == "trigger_declaration":
                self.triggers.append((path, node))

    def check_name(self, declared, path):
        if declared.name != path.stem:
            self.report(path, declared.node, f"the file is not named after {declared.name}")
        if len(declared.name) > 40 or not re.fullmatch(r"[A-Za-z](_?[A-Za-z0-9])*", declared.name):
            self.report(path, declared.node, f"{declared.name} is no name that Salesforce takes")
        meta = path.with_name(path.name + "-meta.xml")
        if not meta.exists():
            self.report(path, declared.node, "the class has no metadata file")

    def report(self, path, node, message):
        self.errors.append(f"{path.relative_to(self.folder)}:{node.start_point[0] + 1}: {message}")
