"""Static rules for Apex as the usual analysers have them: security, performance, what is prone to errors.

A rule is waived for a class by its `@SuppressWarnings('PMD.Rule')`, whose reason stands in a comment above it.
"""

import re

from apex_source import text, walk
from apex_symbols import PLATFORM

LOOPS = {"for_statement", "enhanced_for_statement", "while_statement", "do_statement"}
DATABASE_WRITES = {"insert", "update", "upsert", "delete", "undelete", "merge", "convertlead"}
DATABASE_READS = {"query", "querywithbinds", "countquery", "countquerywithbinds", "getquerylocator",
                  "getquerylocatorwithbinds"}
LIMITED_CALLS = {"system": {"enqueuejob", "schedule", "schedulebatch"}, "eventbus": {"publish"},
                 "messaging": {"sendemail", "sendemailmessage", "renderemailtemplate"}, "approval": {"process"}}
ANNOTATIONS = {"auraenabled", "deprecated", "future", "httpdelete", "httpget", "httppatch", "httppost", "httpput",
               "invocablemethod", "invocablevariable", "istest", "jsonaccess", "namespaceaccessible", "readonly",
               "remoteaction", "restresource", "suppresswarnings", "testsetup", "testvisible"}
# Words that the compiler refuses as names of variables, parameters and types, whatever their case.
KEYWORDS = set("""
    abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case
    cast catch char class collect commit const continue currency date datetime decimal default delete desc do
    double else end enum exception exit export extends false final finally float for from global goto group
    having hint if implements import in inner insert instanceof int integer interface into join like limit
    list long loop map merge new not null nulls number object of on or outer override package parallel pragma
    private protected public retrieve return rollback select set short sobject sort static string super switch
    synchronized system testmethod then this throw time transaction trigger true try undelete update upsert
    using virtual void webservice when where while
""".split())
DECLARATIONS = {"catch_formal_parameter", "class_declaration", "enhanced_for_statement", "enum_declaration",
                "formal_parameter", "interface_declaration", "variable_declarator"}
EMPTY = {"if_statement": "consequence", "while_statement": "body", "try_statement": "body"}
# Assertions, and how many values they take with their message.
MESSAGES = {"areequal": 3, "arenotequal": 3, "fail": 1, "isfalse": 2, "isinstanceoftype": 3, "isnotinstanceoftype": 3,
            "isnotnull": 2, "isnull": 2, "istrue": 2}
SYSTEM_TYPES = PLATFORM - {"trigger"}
RECORD_ID = re.compile(r"'[a-zA-Z0-9]{5}0[a-zA-Z0-9]{9}([a-zA-Z0-9]{3})?'")
SECRET = re.compile(r"(password|secret|api_?key|token)\w*\s*=\s*'[^']+'", re.IGNORECASE)


class Rules:
    def __init__(self, project):
        self.project = project

    def run(self):
        for declared in self.project.types.values():
            self.file, self.declared = declared.file, declared
            self.waived = self.waivers(declared)
            self.comments = " ".join(text(n) for n in walk(declared.node.parent) if "comment" in n.type).lower()
            self.check_class(declared)
            self.check_names(declared)
        for path, node in self.project.triggers:
            self.file = path
            statements = [n for n in walk(node) if n.type.endswith("_statement") and n.type != "expression_statement"]
            if statements or len([n for n in walk(node) if n.type == "expression_statement"]) != 1:
                self.project.report(path, node, "AvoidLogicInTrigger: a trigger is one call of its handler")

    def waivers(self, declared):
        names = set()
        for word in declared.modifiers:
            if not word.startswith("@suppresswarnings"):
                continue
            names |= {name.lower() for name in re.findall(r"pmd\.(\w+)", word)}
            before = declared.node.prev_named_sibling
            if before is None or "comment" not in before.type or "pmd" not in text(before).lower():
                self.project.report(declared.file, declared.node, "a waiver of a rule states no reason")
        return names

    def report(self, node, rule, message):
        if rule.lower() not in self.waived:
            self.project.report(self.file, node, f"{rule}: {message}")

    def check_class(self, declared):
        is_exception = (declared.base or "").lower().endswith("exception")
        if declared.node.type == "class_declaration" and not declared.is_test and declared.outer is None:
            if not is_exception and not any("sharing" in word for word in declared.modifiers):
                self.report(declared.node, "ApexSharingViolations", "the class does not declare its sharing")
        if "global" in declared.modifiers and not any("@restresource" in w for w in declared.modifiers):
            self.report(declared.node, "AvoidGlobalModifier", "global is for managed packages")
        for annotation in [n for n in walk(declared.node) if n.type == "annotation"]:
            name = text(annotation.child_by_field_name("name")).lower()
            if name not in ANNOTATIONS:
                self.report(annotation, "AvoidNonExistentAnnotations", f"there is no annotation {name}")
            if "seealldata=true" in text(annotation).lower().replace(" ", ""):
                self.report(annotation, "ApexUnitTestShouldNotUseSeeAllDataTrue", "tests make their own data")
        if "without sharing" in declared.modifiers and "without sharing" not in self.comments:
            self.report(declared.node, "ApexSharingViolations", "the reason for 'without sharing' is not written")
        self.check_nodes(declared)
        if declared.is_test and declared.outer is None:
            self.check_tests(declared)
        elif declared.outer is None:
            self.check_documentation(declared)

    def check_names(self, declared):
        for node in walk(declared.node):
            name = node.child_by_field_name("name") if node.type in DECLARATIONS else None
            if name is not None and text(name).lower() in KEYWORDS:
                self.project.report(self.file, node, f"{text(name)} is a keyword and no name")

    def check_nodes(self, declared):
        for node in walk(declared.node):
            kind = node.type
            if kind == "catch_clause" and not node.child_by_field_name("body").named_children:
                self.report(node, "EmptyCatchBlock", "an exception is swallowed")
            elif kind in ("dml_expression", "query_expression", "method_invocation"):
                self.check_database(node)
            elif kind == "string_literal":
                self.check_literal(node)
            elif kind == "local_variable_declaration" and SECRET.search(text(node)) and not declared.is_test:
                self.report(node, "HardCodedSecret", "a secret does not belong into code")
            elif kind == "method_declaration":
                self.check_method(node, declared)
            elif kind in LOOPS:
                self.check_loop(node)
            if kind == "array_access" and text(node).lower().startswith(("trigger.new[", "trigger.old[")):
                self.report(node, "AvoidDirectAccessTriggerMap", "a trigger has up to 200 records")
            if kind in EMPTY or kind == "finally_clause":
                part = node.child_by_field_name(EMPTY.get(kind, "body")) or node.named_children[-1]
                if part.type == "block" and not part.named_children:
                    self.report(node, "EmptyStatementBlock", "nothing happens here")
            if kind == "method_invocation":
                self.check_call(node)
            elif kind == "object_creation_expression" and text(node.child_by_field_name("type")).lower() == "pagereference":
                self.report(node, "ApexOpenRedirect", "a page is left for an address")
            elif kind == "local_variable_declaration":
                self.check_use(node)
        self.check_declaration(declared)

    def check_declaration(self, declared):
        """What the class says of itself."""
        if declared.name.lower() in SYSTEM_TYPES:
            self.report(declared.node, "TypeShadowsBuiltInNamespace", f"{declared.name} is a type of the platform")
        interfaces = declared.node.child_by_field_name("interfaces")
        interfaces = text(interfaces).lower() if interfaces is not None else ""
        body = declared.node.child_by_field_name("body")
        if re.search(r"\bqueueable\b", interfaces) and "system.attachfinalizer(" not in text(body).lower():
            self.report(declared.node, "QueueableWithoutFinalizer", "nobody hears of a job that dies")
        if "database.stateful" in interfaces:
            for name, kind in declared.fields.items():
                if re.search(r"database\.\w*(result|error)\b", kind.lower()):
                    self.report(declared.node, "AvoidStatefulDatabaseResult", f"{name} cannot be kept between chunks")
        for member in body.named_children:
            words = [text(p).lower() for c in member.children if c.type == "modifiers" for p in c.children]
            if any(word.startswith("@future") for word in words):
                self.report(member, "AvoidFutureAnnotation", "a Queueable does the same and can be watched")
            if any(word.startswith("@auraenabled") for word in words) and not {"public", "global"} & set(words):
                self.report(member, "InaccessibleAuraEnabledGetter", "a component cannot read it")
            if any(word.startswith("@istest") or word == "testmethod" for word in words) and not declared.is_test:
                self.report(member, "TestMethodsMustBeInTestClasses", "a test stands outside of a test class")
            initialises = member.type in ("constructor_declaration", "static_initializer")
            if initialises and not declared.is_test and any(
                    n.type == "dml_expression" or re.match(r"(?i)database\.(insert|update|upsert|delete)\(", text(n))
                    for n in walk(member)):
                self.report(member, "ApexCSRF", "a page that opens would write")
        for inner in declared.inner.values():
            self.check_declaration(inner)

    def check_call(self, node):
        """Calls that are unsafe, or cost more than they have to."""
        holder = text(node.child_by_field_name("object")).lower() if node.child_by_field_name("object") else ""
        name = text(node.child_by_field_name("name")).lower()
        arguments = text(node.child_by_field_name("arguments"))
        count = len(node.child_by_field_name("arguments").named_children)
        if holder == "system" and name == "debug":
            self.report(node, "AvoidDebugStatements", "what happens is logged through one interface")
            if count < 2:
                self.report(node, "DebugsShouldUseLoggingLevel", "the entry has no level")
        if holder == "assert" and count < MESSAGES.get(name, 0):
            self.report(node, "ApexAssertionsShouldIncludeMessage", "a failure does not say what it means")
        if name == "setheader" and arguments.lower().startswith("('authorization'"):
            self.report(node, "ApexSuggestUsingNamedCred", "credentials belong into named credentials")
        if name == "getparameters" and "apexpages" in holder:
            self.report(node, "ApexXSSFromURLParam", "a parameter of the address is taken as it comes")
        if holder == "configuration" and name == "disabletriggercrudsecurity":
            self.report(node, "ApexDangerousMethods", "it takes checks of access away")
        if name == "getdescribe" and count == 0 and (
                re.search(r"sobjecttype(\(\))?$", holder)
                or re.search(rf"sobjecttype\s+{re.escape(holder)}\b", self.method_of(node).lower())):
            self.report(node, "EagerlyLoadedDescribeSObjectResult", "it says nothing of when relationships are loaded")
        if name == "newinstance" and count == 0 and "forname" in self.method_of(node).lower() \
                and "isassignablefrom" not in self.method_of(node).lower():
            self.report(node, "UncheckedNewInstance", "a class may have no constructor that could be called")

    @staticmethod
    def method_of(node):
        while node is not None and node.type not in ("method_declaration", "constructor_declaration"):
            node = node.parent
        return text(node) if node is not None else ""

    def check_use(self, node):
        """What is declared within a method is used there."""
        if node.parent is None or node.parent.type != "block":
            return
        for declarator in node.children_by_field_name("declarator"):
            name = text(declarator.child_by_field_name("name")).lower()
            uses = [n for n in walk(node.parent) if n.type == "identifier" and text(n).lower() == name]
            bound = re.search(rf":\s*{name}\b", text(node.parent).lower())
            if len(uses) < 2 and not bound:
                self.report(node, "UnusedLocalVariable", f"{name} is never read")

    def check_method(self, node, declared):
        name = text(node.child_by_field_name("name"))
        holder = node.parent.parent
        if holder.child_by_field_name("name") is not None and text(holder.child_by_field_name("name")) == name:
            self.report(node, "MethodWithSameNameAsEnclosingClass", f"{name} looks like a constructor")
        names = {text(n.child_by_field_name("name")).lower() for n in node.parent.named_children
                 if n.type == "method_declaration"}
        if ("equals" in names) != ("hashcode" in names):
            self.report(node, "OverrideBothEqualsAndHashcode", "one of equals and hashCode is missing")

    # -- the database

    def check_database(self, node):
        if node.type == "dml_expression":
            if node.child_by_field_name("security_mode") is None:
                self.report(node, "ApexCRUDViolation", "the statement does not say in whose rights it runs")
            elif "system" in text(node.child_by_field_name("security_mode")).lower():
                self.check_system_mode(node)
        elif node.type == "query_expression":
            self.check_query(node)
        elif text(node.child_by_field_name("object") or node).lower() == "database":
            self.check_database_call(node)
        elif text(node.child_by_field_name("object") or node).lower() == "crypto":
            self.check_crypto(node)

    def check_query(self, node):
        body = next((n for n in node.named_children if n.type == "soql_query_body"), None)
        if body is None:
            return
        clause = body.child_by_field_name("with_clause")
        mode = text(clause).upper() if clause is not None else ""
        if "_MODE" not in mode:
            self.report(node, "ApexCRUDViolation", "the query does not say in whose rights it runs")
        elif "SYSTEM_MODE" in mode:
            self.check_system_mode(node)
        bounded = any(body.child_by_field_name(part) is not None for part in ("where_clause", "limit_clause"))
        if not bounded and not self.declared.is_test:
            self.report(node, "AvoidNonRestrictiveQueries", "the query has neither a condition nor a limit")

    def check_database_call(self, node):
        name = text(node.child_by_field_name("name")).lower()
        arguments = text(node.child_by_field_name("arguments"))
        if name in DATABASE_WRITES | DATABASE_READS and "AccessLevel." not in arguments and "[" not in arguments:
            self.report(node, "ApexCRUDViolation", f"Database.{name} does not say in whose rights it runs")
        if "SYSTEM_MODE" in arguments:
            self.check_system_mode(node)
        if name in DATABASE_READS and re.search(r"\+\s*[a-z]\w*\b(?!\s*\()", arguments):
            self.report(node, "ApexSOQLInjection", "a query is put together of variables")

    def check_system_mode(self, node):
        if not self.declared.is_test and "system mode" not in self.comments:
            self.report(node, "ApexCRUDViolation", "the reason for system mode is not written")

    def check_crypto(self, node):
        arguments = text(node.child_by_field_name("arguments"))
        if re.search(r"encrypt|decrypt|generatemac", text(node.child_by_field_name("name")), re.I) and "'" in arguments:
            self.report(node, "ApexBadCrypto", "a key or vector stands in the code")
        if re.search(r"'(MD5|SHA1|SHA-1)'", arguments, re.IGNORECASE):
            self.report(node, "ApexBadCrypto", "the digest is broken")

    def check_loop(self, loop):
        body = loop.child_by_field_name("body")
        for node in walk(body) if body is not None else []:
            target = node.child_by_field_name("object") if node.type == "method_invocation" else None
            name = text(node.child_by_field_name("name")).lower() if target is not None else ""
            holder = text(target).lower() if target is not None else ""
            is_limited = name in LIMITED_CALLS.get(holder, set()) or (
                holder == "database" and name in DATABASE_WRITES | DATABASE_READS)
            if node.type in ("dml_expression", "query_expression") or is_limited:
                self.report(node, "OperationWithLimitsInLoop", "a limited operation is repeated")

    # -- texts

    def check_literal(self, node):
        value = text(node)
        if RECORD_ID.fullmatch(value):
            self.report(node, "AvoidHardcodingId", f"{value} looks like the id of a record")
        if value.lower().startswith("'http://"):
            self.report(node, "ApexInsecureEndpoint", f"{value} is not encrypted")
        if value.lower().startswith("'https://") and not self.declared.is_test:
            self.report(node, "ApexSuggestUsingNamedCred", "addresses belong into named credentials")

    # -- tests and documentation

    def check_tests(self, declared):
        asserting = {name for name, methods in declared.methods.items()
                     if any(re.search(r"\bassert\b\.|system\.assert", text(m.node), re.IGNORECASE) for m in methods)}
        for name, methods in declared.methods.items():
            for method in methods:
                if not any(word.startswith("@istest") for word in method.modifiers):
                    continue
                calls = {text(n.child_by_field_name("name")).lower() for n in walk(method.node)
                         if n.type == "method_invocation" and n.child_by_field_name("object") is None}
                if name not in asserting and not calls & asserting and "validate()" not in text(method.node):
                    self.report(method.node, "ApexUnitTestClassShouldHaveAsserts", f"{method.name} asserts nothing")

    def check_documentation(self, declared):
        members = [declared.node] + [
            n for n in declared.node.child_by_field_name("body").named_children
            if n.type in ("method_declaration", "constructor_declaration", "field_declaration")]
        for member in members:
            words = [text(p).lower() for c in member.children if c.type == "modifiers" for p in c.children]
            if member is not declared.node and not {"public", "global"} & set(words):
                continue
            before = member.prev_named_sibling
            if before is None or before.type != "block_comment" or "@description" not in text(before):
                self.report(member, "ApexDoc", "something public has no description")
