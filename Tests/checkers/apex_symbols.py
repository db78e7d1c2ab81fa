"""Resolves the types, methods and fields that Apex uses: each is the platform's or is declared in the project."""

import re

from apex_source import TYPES, text, walk

# What the generated code uses of the platform; a name that is new here has to be looked up in the Apex reference.
PLATFORM = set("""
    AccessLevel Aggregateresult Approval Assert AsyncApexJob AsyncException AsyncInfo AsyncOptions AuraHandledException
    BatchApexErrorEvent Blob Boolean Callable CalloutException Continuation CronTrigger Crypto CustomNotificationType
    DataSource Database Date Datetime Decimal DmlException Double DuplicateMessageException EncodingUtil EventBus Exception
    Finalizer FinalizerContext Group Http HttpCalloutMock HttpRequest HttpResponse Id
    IllegalArgumentException Integer Iterable JSON JSONException JSONGenerator JSONParser JSONToken LimitException
    Limits List LoggingLevel Long Map Math Messaging NoAccessException NoDataFoundException Network Object
    OrgLimits Organization ParentJobResult Profile QueryException Queueable QueueableContext
    QueueableDuplicateSignature Request RestContext RestRequest RestResponse SObject SObjectException SObjectType
    Schedulable SchedulableContext Schema SObjectDescribeOptions Set StatusCode String StringException System Test Time Trigger Type
    TypeException URL UUID User UserInfo void
""".lower().split())
STANDARD_OBJECT = re.compile(r"[A-Za-z][A-Za-z0-9]*")
CUSTOM = re.compile(r".+__(c|e|x|mdt|r|b|share|history|changeevent|ChangeEvent)$", re.IGNORECASE)


def split_type(name):
    """The bare name of a type, and the names of its arguments."""
    name = name.strip()
    if name.endswith("[]"):
        return "List", [name[:-2]]
    match = re.fullmatch(r"([\w.]+)\s*(?:<(.*)>)?", name, re.DOTALL)
    if not match:
        return name, []
    arguments, depth, part = [], 0, ""
    for character in match[2] or "":
        depth += (character == "<") - (character == ">")
        if character == "," and depth == 0:
            arguments.append(part.strip())
            part = ""
        else:
            part += character
    if part.strip():
        arguments.append(part.strip())
    return match[1], arguments


class Resolver:
    def __init__(self, project, objects):
        self.project = project
        # Objects that the org has, as the contract names them.
        self.objects = {name.lower() for name in objects}
        self.uses = 0
        self.lineages = {}

    def run(self):
        for declared in self.project.types.values():
            self.check_type(declared)
        for path, node in self.project.triggers:
            self.check_trigger(path, node)

    # -- names of types

    def find(self, name, scope):
        """A type of the project by the name that it has within a scope; None where it is not one."""
        parts = split_type(name)[0].lower().split(".")
        outer = scope
        while outer is not None:
            for holder in self.lineage(outer):
                if parts[0] in holder.inner:
                    return self.descend(holder.inner[parts[0]], parts[1:])
            if outer.name.lower() == parts[0]:
                return self.descend(outer, parts[1:])
            outer = outer.outer
        found = self.project.types.get(parts[0])
        return self.descend(found, parts[1:]) if found is not None else None

    @staticmethod
    def descend(found, parts):
        for part in parts:
            found = found.inner.get(part) if found is not None else None
        return found

    def lineage(self, declared):
        """The type and those of the project that it extends."""
        if declared not in self.lineages:
            base = self.find(declared.base, declared.outer) if declared.base else None
            self.lineages[declared] = [declared] + (self.lineage(base) if base is not None else [])
        return self.lineages[declared]

    def leaves_project(self, declared):
        """Whether it extends or implements something of the platform, whose members are not known here."""
        return any(t.base and self.find(t.base, t.outer) is None for t in self.lineage(declared))

    def is_known(self, name, scope):
        bare, arguments = split_type(name)
        if not all(self.is_known(argument, scope) for argument in arguments):
            return False
        if self.find(bare, scope) is not None:
            return True
        first = bare.split(".")[0].lower()
        if first in self.project.types:
            return False
        return first in PLATFORM or first in self.objects or first in self.project.objects

    # -- what is used

    def check_type(self, declared):
        self.file = declared.file
        for member in declared.node.child_by_field_name("body").named_children:
            if member.type not in TYPES:
                self.check_member(member, declared)
        for part in ("superclass", "interfaces"):
            node = declared.node.child_by_field_name(part)
            if node is not None:
                self.check_types_in(node, declared)
        for inner in declared.inner.values():
            self.check_type(inner)

    def check_trigger(self, path, node):
        self.file = path
        subject = text(node.child_by_field_name("object"))
        if not self.is_known(subject, None) and subject.lower() not in PLATFORM:
            self.project.report(path, node, f"there is no object {subject}")
        self.check_body(node, None, {})

    def check_types_in(self, node, scope):
        for part in walk(node):
            holder = part.parent.type if part.parent is not None else ""
            if part.type in ("type_identifier", "scoped_type_identifier") and holder != "scoped_type_identifier":
                self.uses += 1
                if not self.is_known(text(part), scope):
                    self.project.report(self.file, part, f"unknown type {text(part)}")

    def check_member(self, member, scope):
        names = {}
        parameters = member.child_by_field_name("parameters")
        for parameter in parameters.named_children if parameters is not None else []:
            if parameter.type == "formal_parameter":
                names[text(parameter.child_by_field_name("name")).lower()] = text(parameter.child_by_field_name("type"))
        self.check_body(member, scope, names)

    def check_body(self, body, scope, names):
        self.check_types_in(body, scope)
        # Apex has no shadowing of variables within a method, so that one table is enough.
        names = dict(names)
        for node in walk(body):
            if node.type in ("local_variable_declaration", "enhanced_for_statement", "formal_parameter"):
                declared = node.children_by_field_name("declarator") or [node]
                for declarator in declared:
                    names[text(declarator.child_by_field_name("name")).lower()] = text(node.child_by_field_name("type"))
        self.check_spelling(body)
        for node in walk(body):
            if node.type == "method_invocation":
                self.check_call(node, scope, names)
            elif node.type == "field_access":
                self.check_field(node, scope, names)
            elif node.type == "object_creation_expression":
                self.check_creation(node, scope, names)
            elif node.type == "query_expression":
                self.check_query(node)

    def check_spelling(self, body):
        """A variable hides a constant whose name differs only in case, which nobody means."""
        spelt = {}
        for node in walk(body):
            if node.type in ("variable_declarator", "formal_parameter", "enhanced_for_statement"):
                name = text(node.child_by_field_name("name"))
                spelt[name.lower()] = name
        for node in walk(body):
            is_part = node.parent is not None and (
                node.parent.child_by_field_name("field") == node or node.parent.child_by_field_name("name") == node)
            if node.type == "identifier" and not is_part and node.parent.type not in ("method_invocation", "dotted_identifier"):
                name = text(node)
                if spelt.get(name.lower(), name) != name and name.isupper():
                    self.project.report(self.file, node, f"{name} is the variable {spelt[name.lower()]} here")

    def check_call(self, node, scope, names):
        name = text(node.child_by_field_name("name"))
        count = len([n for n in node.child_by_field_name("arguments").named_children if "comment" not in n.type])
        target = node.child_by_field_name("object")
        if target is None:
            candidates, outer = [], scope
            while outer is not None:
                candidates += self.lineage(outer)
                outer = outer.outer
            self.check_arity(node, candidates, name, count, scope.path if scope else "the trigger")
            return
        holder = self.type_of(target, scope, names)
        if holder is None:
            return
        found = self.find(holder, scope)
        if found is not None and not (found.fields and found.node.type == "enum_declaration"):
            self.check_arity(node, self.lineage(found), name, count, found.path)

    def check_arity(self, node, candidates, name, count, where):
        self.uses += 1
        methods = [m for c in candidates for m in c.methods.get(name.lower(), [])]
        if any(method.arity == count for method in methods):
            return
        if not methods and any(self.leaves_project(c) or c.node.type == "interface_declaration" for c in candidates):
            return
        if not methods and name.lower() in ("tostring", "equals", "hashcode"):
            return
        takes = " or ".join(str(m.arity) for m in methods)
        why = f"takes {takes} values, not {count}" if methods else "does not exist"
        self.project.report(self.file, node, f"{where}.{name} {why}")

    def check_field(self, node, scope, names):
        target, field = node.child_by_field_name("object"), text(node.child_by_field_name("field"))
        if node.parent is not None and node.parent.type in ("scoped_type_identifier", "class_literal"):
            return
        if self.find(text(node), scope) is not None:
            return
        holder = self.type_of(target, scope, names)
        if holder is None:
            return
        found = self.find(holder, scope)
        self.uses += 1
        if found is not None:
            if field.lower() in ("class",) or any(field.lower() in t.fields for t in self.lineage(found)):
                return
            if not self.leaves_project(found):
                self.project.report(self.file, node, f"{found.path} has no field {field}")
        else:
            self.check_object_field(node, holder, field)

    def check_object_field(self, node, name, field):
        """Custom fields of the objects of this project; those of the org's own objects are the contract's."""
        fields = self.project.objects.get(split_type(name)[0].lower())
        is_ours = split_type(name)[0].lower().startswith("integration_") or name.lower().endswith("__e")
        if fields is None or not is_ours or not field.lower().endswith("__c"):
            return
        self.uses += 1
        if field.lower() not in fields:
            self.project.report(self.file, node, f"{name} has no field {field}")

    def check_creation(self, node, scope, names):
        name = text(node.child_by_field_name("type"))
        arguments = node.child_by_field_name("arguments")
        values = [n for n in arguments.named_children if "comment" not in n.type] if arguments is not None else []
        found = self.find(name, scope)
        if found is None:
            for value in values:
                if value.type == "assignment_expression":
                    self.check_object_field(value, name, text(value.child_by_field_name("left")))
            return
        self.uses += 1
        if "abstract" in found.modifiers:
            self.project.report(self.file, node, f"{found.path} is abstract")
        allowed = {c.arity for c in found.constructors} or {0}
        if found.name.lower().endswith("exception"):
            allowed |= {0, 1, 2}
        if len(values) not in allowed:
            self.project.report(self.file, node, f"no constructor of {found.path} takes {len(values)} values")

    def check_query(self, node):
        for body in [n for n in walk(node) if n.type == "soql_query_body"]:
            source = body.child_by_field_name("from_clause")
            name = text(source.named_children[0]) if source is not None else ""
            select = body.child_by_field_name("select_clause")
            for field in select.named_children if select is not None else []:
                if field.type == "field_identifier" and "." not in text(field):
                    self.check_object_field(field, name, text(field))
            where = body.child_by_field_name("where_clause")
            for field in walk(where) if where is not None else []:
                if field.type == "field_identifier" and "." not in text(field):
                    self.check_object_field(field, name, text(field))

    # -- types of expressions, as far as they can be told

    def type_of(self, node, scope, names):
        kind = node.type
        if kind == "this":
            return scope.path if scope is not None else None
        if kind == "super":
            return scope.base
        if kind == "parenthesized_expression":
            return self.type_of(node.named_children[0], scope, names)
        if kind in ("cast_expression", "object_creation_expression"):
            return text(node.child_by_field_name("type"))
        if kind == "identifier":
            return self.type_of_name(text(node), scope, names)
        if kind == "array_access":
            holder = self.type_of(node.child_by_field_name("array"), scope, names)
            arguments = split_type(holder)[1] if holder else []
            return arguments[0] if arguments else None
        if kind == "field_access":
            whole = self.find(text(node), scope)
            if whole is not None:
                return whole.path
            holder = self.type_of(node.child_by_field_name("object"), scope, names)
            found = self.find(holder, scope) if holder else None
            field = text(node.child_by_field_name("field")).lower()
            return next((t.fields[field] for t in self.lineage(found) if field in t.fields), None) if found else None
        if kind == "method_invocation":
            return self.result_of(node, scope, names)
        return None

    def type_of_name(self, name, scope, names):
        if name.lower() in names:
            return names[name.lower()]
        outer = scope
        while outer is not None:
            for holder in self.lineage(outer):
                if name.lower() in holder.fields:
                    return holder.fields[name.lower()]
            outer = outer.outer
        found = self.find(name, scope)
        return found.path if found is not None else name if name.lower() in self.project.objects else None

    def result_of(self, node, scope, names):
        name = text(node.child_by_field_name("name")).lower()
        target = node.child_by_field_name("object")
        if target is None:
            holders, outer = [], scope
            while outer is not None:
                holders += self.lineage(outer)
                outer = outer.outer
        else:
            holder = self.type_of(target, scope, names)
            found = self.find(holder, scope) if holder else None
            if found is None:
                return self.element_of(holder, name)
            holders = self.lineage(found)
        return next((m.result for h in holders for m in h.methods.get(name, [])), None)

    @staticmethod
    def element_of(holder, method):
        """What collections give back."""
        if holder is None:
            return None
        bare, arguments = split_type(holder)
        if method in ("get", "remove") and bare in ("List", "Map") and arguments:
            return arguments[-1]
        if method == "values" and bare == "Map" and len(arguments) == 2:
            return f"List<{arguments[1]}>"
        return None
