"""Apex: every generated class parses, resolves its symbols, and keeps the static rules

Profiles are made of every technology that Apex is generated for, every kind of authentication and every
operation, with plain and with hostile names; examples and fixtures come on top.
"""

import hashlib
import pathlib
import re
import sys
import tempfile

import apex_faults
import matrix
from apex_rules import Rules
from apex_source import Project
from apex_symbols import Resolver

PROGRAM = pathlib.Path(sys.argv[1]).resolve()


def objects(document):
    """The objects of the org that the contract speaks of, those of its relationships included."""
    names = {"Account", "Contact", "ContentVersion", "User", "Profile", "Group"}
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


def main():
    with tempfile.TemporaryDirectory() as folder:
        inputs, output = pathlib.Path(folder, "profiles"), pathlib.Path(folder, "out")
        documents = matrix.write(inputs)
        matrix.generate(PROGRAM, inputs, output, documents)
        seen, failures, classes, uses = set(), list(apex_faults.missed()), 0, 0
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
