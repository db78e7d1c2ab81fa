"""Salesforce: what every design generates is well-formed, lies where the source format expects it, and holds together

One profile for each technology, kind of authentication and operation comes on top of the examples and fixtures.
"""

import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import graphql
from lxml import etree

import lwc_source
import matrix

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
NAMESPACE = "{http://soap.sforce.com/2006/04/metadata}"
PLACES = {  # the folder of each suffix, and the root element
    "app": ("applications", "CustomApplication"), "authprovider": ("authproviders", "AuthProvider"),
    "cls": ("classes", "ApexClass"), "customPermission": ("customPermissions", "CustomPermission"),
    "dataSource": ("dataSources", "ExternalDataSource"), "eca": ("externalClientApps", "ExternalClientApplication"),
    "ecaGlblOauth": ("extlClntAppGlobalOauthSets", "ExtlClntAppGlobalOauthSettings"),
    "ecaOauth": ("extlClntAppOauthSettings", "ExtlClntAppOauthSettings"),
    "ecaOauthPlcy": ("extlClntAppOauthPolicies", "ExtlClntAppOauthConfigurablePolicies"),
    "ecaPlcy": ("extlClntAppPolicies", "ExtlClntAppConfigurablePolicies"),
    "eventRelay": ("eventRelays", "EventRelayConfig"),
    "externalAuthIdentityProvider": ("externalAuthIdentityProviders", "ExternalAuthIdentityProvider"),
    "externalCredential": ("externalCredentials", "ExternalCredential"),
    "externalServiceRegistration": ("externalServiceRegistrations", "ExternalServiceRegistration"),
    "field": ("fields", "CustomField"), "flow": ("flows", "Flow"), "js": ("lwc", "LightningComponentBundle"),
    "group": ("groups", "Group"), "labels": ("labels", "CustomLabels"), "layout": ("layouts", "Layout"), "listView": ("listViews", "ListView"),
    "managedEventSubscription": ("managedEventSubscriptions", "ManagedEventSubscription"),
    "md": ("customMetadata", "CustomMetadata"), "namedCredential": ("namedCredentials", "NamedCredential"),
    "notiftype": ("notificationtypes", "CustomNotificationType"), "object": ("objects", "CustomObject"),
    "oip": ("omniIntegrationProcedures", "OmniIntegrationProcedure"), "permissionset": ("permissionsets", "PermissionSet"),
    "platformEventChannel": ("platformEventChannels", "PlatformEventChannel"),
    "platformEventChannelMember": ("platformEventChannelMembers", "PlatformEventChannelMember"),
    "platformEventSubscriberConfig": ("PlatformEventSubscriberConfigs", "PlatformEventSubscriberConfig"),
    "queue": ("queues", "Queue"), "rpt": ("omniDataTransforms", "OmniDataTransform"), "tab": ("tabs", "CustomTab"), "trigger": ("triggers", "ApexTrigger"),
    "workflow": ("workflows", "Workflow"),
}
DEVELOPER_NAME = re.compile(r"[A-Za-z](_?[A-Za-z0-9])*")
FIELD_TYPES = {
    "__e": {"Checkbox", "Date", "DateTime", "LongTextArea", "Number", "Text"},
    "__x": {"Checkbox", "Date", "DateTime", "Email", "IndirectLookup", "LongTextArea", "Number", "Text", "Url"},
}
# Values of the placeholders that stop a deployment until somebody fills them in.
PLACEHOLDER = re.compile(r"[\w@:/-]+\.(?:invalid|INVALID)\b[\w:/.-]*")


# Elements that the Metadata API has only from a version on.
OLDEST = 60
NEWER = {
    ("ExternalCredential", "externalAuthIdentityProvider"): 61, ("PlatformEventChannel", "eventType"): 61,
    ("OmniDataTransform", "isManagedUsingStdDesigner"): 64, ("OmniIntegrationProcedure", "isManagedUsingStdDesigner"): 64,
    ("OmniIntegrationProcedure", "isIntegProcdSignatureAvl"): 64, ("NamedCredential", "description"): 64,
    ("ExternalServiceRegistration", "catalogedApiVersion"): 65, ("ExternalServiceRegistration", "registrationProviderAsset"): 66,
    ("ExtlClntAppGlobalOauthSettings", "isEnforceRefreshTokenTTL"): 67,
}


class Scaffold:
    """What one profile generates, and what is wrong with it."""

    def __init__(self, root, version=67):
        self.root, self.errors, self.files, self.parsed, self.version = root, [], 0, {}, version

    def report(self, path, message):
        self.errors.append(f"{path.relative_to(self.root)}: {message}")

    def check(self):
        for path in sorted(self.root.rglob("*")):
            if not path.is_file():
                continue
            self.files += 1
            check = {".xml": self.xml, ".json": self.json, ".js": self.javascript, ".csv": self.csv, ".http": self.http,
                     ".sh": self.shell}.get(path.suffix)
            if check:
                check(path)
        for path, tree in self.parsed.items():
            self.metadata(path, tree)
        self.components()
        self.references()

    # -- syntax

    def xml(self, path):
        try:
            tree = etree.parse(path).getroot()
        except etree.XMLSyntaxError as error:
            self.report(path, str(error))
            return
        if path.name.endswith("-meta.xml"):
            self.parsed[path] = tree

    def json(self, path):
        self.parse(path, path.read_text())

    def parse(self, path, text):
        try:
            return json.loads(text)
        except ValueError as error:
            self.report(path, f"no JSON: {error}")

    def javascript(self, path):
        for fault in lwc_source.faults(lwc_source.JAVASCRIPT.parse(path.read_bytes())):
            self.report(path, fault)

    def components(self):
        for folder in sorted(self.root.glob("salesforce/**/lwc/*")):
            for path, problem in lwc_source.Component(folder).check():
                self.report(path, problem)

    def shell(self, path):
        run = subprocess.run(["bash", "-n", path], capture_output=True, text=True)
        if run.returncode:
            self.report(path, run.stderr.strip())

    def csv(self, path):
        rows = list(csv.reader(path.open(newline="")))
        if len({len(row) for row in rows}) != 1:
            self.report(path, "its rows differ in length")

    def http(self, path):
        requests = re.split(r"^###.*\n", path.read_text(), flags=re.MULTILINE)[1:]
        if not requests:
            self.report(path, "it has no requests")
        for request in requests:
            head, _, body = request.partition("\n\n")
            calls = re.findall(r"^(GET|POST|PATCH|PUT|DELETE) (\S+)$", head, flags=re.MULTILINE)
            if len(calls) != 1 or not calls[0][1].startswith("{{instance}}/"):
                self.report(path, f"it has {len(calls)} requests to the instance where one is expected: {head}")
                continue
            if body.startswith("{"):
                content = self.parse(path, body)
                if calls[0][1].endswith("/graphql"):
                    self.graphql(path, content)
            for name in re.findall(r"^< \./(\S+)$", request, flags=re.MULTILINE):
                if not (path.parent / name).exists():
                    self.report(path, f"there is no {name} beside it")

    def graphql(self, path, content):
        if content is None:
            return
        try:
            operation, = graphql.parse(content["query"]).definitions
        except (graphql.GraphQLError, KeyError, ValueError) as error:
            self.report(path, f"no GraphQL: {error}")
            return
        declared = {variable.variable.name.value for variable in operation.variable_definitions or ()}
        if declared != set(content.get("variables", {})):
            self.report(path, f"its variables are {sorted(content.get('variables', {}))}, not {sorted(declared)}")

    # -- metadata

    def metadata(self, path, tree):
        name, suffix = path.name.removesuffix("-meta.xml").rsplit(".", 1)
        place = PLACES.get(suffix)
        if place is None:
            self.report(path, f"no metadata has the suffix .{suffix}")
            return
        folder, element = place
        if tree.tag != NAMESPACE + element:
            self.report(path, f"its root is {tree.tag}, not {element}")
        holder = path.parent.parent if suffix in ("object", "js", "field", "listView") else path.parent
        if suffix in ("field", "listView"):
            holder = path.parent
        if holder.name != folder:
            self.report(path, f"it does not lie in {folder}/")
        self.adjacency(path, tree)
        for (root, child), version in NEWER.items():
            if element == root and version > self.version and tree.find(NAMESPACE + child) is not None:
                self.report(path, f"{child} is there from version {version} on, and this is {self.version}")
        full = tree.findtext(NAMESPACE + "fullName")
        if suffix in ("field", "listView") and full != name:
            self.report(path, f"its fullName is {full}")
        if suffix in ("cls", "trigger", "js") and tree.findtext(NAMESPACE + "apiVersion") is None:
            self.report(path, "it states no apiVersion")
        if suffix in ("cls", "trigger") and not path.with_name(f"{name}.{suffix}").exists():
            self.report(path, "there is no source beside it")
        for message in tree.iter(NAMESPACE + "outboundMessages"):
            fields = [each.text for each in message.findall(NAMESPACE + "fields")]
            if len(set(fields)) < len(fields):
                self.report(path, f"a field is sent twice: {', '.join(fields)}")
        if suffix == "field":
            self.field(path, tree, path.parent.parent.name)
        self.name(path, name, suffix)

    def name(self, path, name, suffix):
        stem = re.sub(r"__(c|e|x|mdt|chn|b)$", "", name)
        limit = 40 if suffix in ("cls", "trigger", "object", "field", "js") else 80
        if suffix in ("md", "oip", "tab", "workflow", "layout"):
            return
        if not DEVELOPER_NAME.fullmatch(stem) or len(stem) > limit:
            self.report(path, f"{name} is no name of {limit} characters that Salesforce takes")

    def adjacency(self, path, tree):
        """Repeated elements stand side by side, in every element."""
        for parent in tree.iter():
            tags = [child.tag for child in parent if isinstance(child.tag, str)]
            runs = [tag for index, tag in enumerate(tags) if index == 0 or tags[index - 1] != tag]
            for tag, count in collections.Counter(runs).items():
                if count > 1:
                    self.report(path, f"{tag.removeprefix(NAMESPACE)} is repeated at distant places")

    def field(self, path, tree, owner):
        kind = tree.findtext(NAMESPACE + "type")
        value = lambda tag: tree.findtext(NAMESPACE + tag)
        for suffix, allowed in FIELD_TYPES.items():
            if owner.endswith(suffix) and kind not in allowed:
                self.report(path, f"no field of {owner} has the type {kind}")
        if owner in ("Task", "Event"):
            self.report(path, f"the custom fields of {owner} are defined on Activity")
        if "__" in path.name.split(".")[0].removesuffix("__c"):
            self.report(path, "the fields of a package come with the package")
        if owner.endswith("__x") and value("externalDeveloperName") is None:
            self.report(path, "it names no column")
        length = int(value("length") or 0)
        if kind == "Text" and not 1 <= length <= 255 or kind == "LongTextArea" and not 256 <= length <= 131072:
            self.report(path, f"a {kind} has no length {length}")
        if kind == "Number" and not 0 <= int(value("scale")) <= int(value("precision")) <= 18:
            self.report(path, "a number has at most 18 digits")
        if kind == "Checkbox" and value("defaultValue") not in ("true", "false"):
            self.report(path, "a checkbox has a default value")
        if value("externalId") == "true" and kind not in ("Text", "Number", "Email"):
            self.report(path, f"no {kind} is an External ID")

    # -- what speaks of each other

    def names(self, suffix):
        return {path.name.split(f".{suffix}-meta")[0] for path in self.parsed if f".{suffix}-meta" in path.name}

    def references(self):
        channels, classes, triggers = self.names("platformEventChannel"), self.names("cls"), self.names("trigger")
        credentials, sources, objects = self.names("namedCredential"), self.names("dataSource"), self.names("object")
        for path, tree in self.parsed.items():
            texts = [(node.tag.removeprefix(NAMESPACE), (node.text or "").strip()) for node in tree.iter()
                     if isinstance(node.tag, str)]
            for tag, text in texts:
                missing = (
                    tag == "eventChannel" and text not in channels
                    or tag == "apexClass" and not text.startswith("ExternalService__") and text not in classes
                    or tag == "platformEventConsumer" and text not in triggers
                    or tag == "destinationResourceName" and text.removeprefix("callout:") not in credentials
                    or tag == "endpoint" and text.startswith("callout:") and text[8:].split("/")[0] not in credentials
                    or tag == "topicName" and text.endswith("__chn") and text.split("/")[-1] not in channels
                    or tag == "topicName" and text.endswith("__e") and text.split("/")[-1] not in objects
                    or tag == "object" and re.search("__(e|x|mdt)$", text) and text not in objects)
                if missing:
                    self.report(path, f"{tag} names {text}, which is not part of the project")
            if path.name.endswith(".oip-meta.xml"):
                self.procedure(path, tree, credentials)
        self.placeholders()
        self.manifest()

    def procedure(self, path, tree, credentials):
        """The steps of an integration procedure are in order, and what they name is there."""
        mappers = {each.findtext(NAMESPACE + "name") for each in self.parsed.values() if each.tag == NAMESPACE + "OmniDataTransform"}
        steps = sorted(tree.iter(NAMESPACE + "omniProcessElements"), key=lambda step: float(step.findtext(NAMESPACE + "sequenceNumber")))
        known = {"recordId", "correlationId"}
        for step in steps:
            settings = self.parse(path, step.findtext(NAMESPACE + "propertySetConfig")) or {}
            if settings.get("bundle", next(iter(mappers), None)) not in mappers:
                self.report(path, f"there is no data mapper {settings['bundle']}")
            if settings.get("namedCredential") and settings["namedCredential"] not in credentials:
                self.report(path, f"there is no named credential {settings['namedCredential']}")
            if "restPath" in settings and ("{" in settings["restPath"] or "//" in settings["restPath"]):
                self.report(path, f"the path is not filled in: {settings['restPath']}")
            for word in self.unmarked(settings.get("executionConditionalFormula", "")):
                self.report(path, f"a condition names {word} without percent signs")
            for node in re.findall(r"%(\w+):", json.dumps(settings)):
                if node.removesuffix("Info") not in known:
                    self.report(path, f"{node} is no step before {step.findtext(NAMESPACE + 'name')}")
            known.add(step.findtext(NAMESPACE + "name"))
        self.parse(path, tree.findtext(NAMESPACE + "propertySetConfig"))

    @staticmethod
    def unmarked(formula):
        """The names of data in a formula that do not stand between percent signs, as every name has to."""
        plain = re.sub(r"%[\w:]+%|'[^']*'|\"[^\"]*\"", "", formula)
        return [word for word in re.findall(r"[A-Za-z_][\w:]*(?!\w*\()", plain) if word not in ("true", "false", "null")]

    def placeholders(self):
        """Whatever stands for a value of the org is replaced when the project is deployed."""
        project = self.root / "salesforce" / "sfdx-project.json"
        if not project.exists():
            return
        replaced = [each["stringToReplace"] for each in json.loads(project.read_text()).get("replacements", [])]
        for path in self.parsed:
            contents = path.read_text()
            for text in replaced:
                contents = contents.replace(text, "")
            for placeholder in PLACEHOLDER.findall(contents):
                self.report(path, f"nothing replaces {placeholder}")

    def manifest(self):
        """Every kind of component in the project stands in the manifest."""
        manifest = self.root / "salesforce" / "manifest" / "package.xml"
        if not manifest.exists():
            return
        tree = etree.parse(manifest).getroot()
        listed = {types.findtext(NAMESPACE + "name") for types in tree.iter(NAMESPACE + "types")}
        names = [types.findtext(NAMESPACE + "name") for types in tree.iter(NAMESPACE + "types")]
        if len(names) != len(set(names)):
            self.report(manifest, f"a type is listed twice in {names}")
        covered = {"CustomField": {"CustomObject", "CustomField"}, "ListView": {"CustomObject"},
                   "Workflow": {"Workflow", "WorkflowOutboundMessage"}}
        for path in self.parsed:
            element = PLACES.get(path.name.removesuffix("-meta.xml").rsplit(".", 1)[1], (None, None))[1]
            if element and not listed & covered.get(element, {element}):
                self.report(manifest, f"it does not list {element}, of which there is {path.name}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        inputs, output = pathlib.Path(folder, "profiles"), pathlib.Path(folder, "out")
        documents = matrix.write(inputs)
        matrix.generate(PROGRAM, inputs, output, documents)
        failures, files = [], 0
        for document in documents:
            scaffold = Scaffold(output / document["id"])
            scaffold.check()
            files += scaffold.files
            failures += [f"{document['id']}: {error}" for error in scaffold.errors]
        # A workspace of the oldest version that Bascule takes.
        (inputs / "bascule.yaml").write_text(f"workspace: 1\ngeneration: {{ api-version: {OLDEST} }}\n")
        shown = [document for document in documents if not document["id"].startswith("thing-")]
        matrix.generate(PROGRAM, inputs, pathlib.Path(folder, "old"), shown)
        for document in shown:
            scaffold = Scaffold(pathlib.Path(folder, "old", document["id"]), OLDEST)
            scaffold.check()
            files += scaffold.files
            failures += [f"{document['id']}, version {OLDEST}: {error}" for error in scaffold.errors]
    print(f"{len(documents)} profiles, {files} files")
    if failures:
        sys.exit("\n".join(failures[:400]) + f"\n{len(failures)} failures")


main()
