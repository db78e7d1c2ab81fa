"""Profiles for the checkers of generated contracts: technologies, topologies, protocols, kinds of authentication, names."""

import itertools
import json

import matrix

# No Named Credential serves saml and ws-security: they are refused before anything is written.
AUTHS = ["oauth-client-credentials", "oauth-jwt", "oauth-code", "basic", "api-key", "mtls", "aws-sigv4", None]
AUTHS_OF_WORKFLOWS = ["oauth-client-credentials", "oauth-code", "basic", "api-key", "mtls", None]
REFUSED_AUTHS = ["saml", "ws-security"]
PROTOCOLS = ["openapi-rest", "rest", "soap", "odata", "graphql", "sql", "jdbc", "file", "kafka", "mq", "mqtt",
             "eventbridge", "salesforce-api", "grpc", "proprietary"]
TOPOLOGIES = ["api-led", "esb", "etl-elt", "hub-and-spoke", "hybrid", "middleware-orchestration", "point-to-point"]
DIRECTIONS = ["salesforce-to-external", "external-to-salesforce", "bidirectional"]
BROKERS = ["amqp", "anypoint-mq", "jms", "kafka", "kafka-on-heroku", "message-bus", "mqtt", "solace"]
PLATFORMS = ["azure-logic-apps", "boomi", "etl-tool", "informatica", "jitterbit", "talend"]
OTHERS = ["api-gateway", "data-360-ingestion", "data-360-zero-copy", "data-loader", "heroku-connect",
          "kubernetes-microservices"]
SALESFORCE = ["platform-events", "external-services"]

HOSTILE = ("He said \"no\": it's <b>&amp; #[payload] ${secure::x} $(p) `x` | {{x}} --> ]]> */ \\ end\n---\n# h\n- a: b\t{%} "
           "@{parameters('x')} @@ [l](j) \u202e\u2028 \U0001F600")


def field(external, kind, salesforce=None, **more):
    return {"external": external, "type": kind, **({"salesforce": salesforce} if salesforce else {}), **more}


def orders():
    """A resource with every operation."""
    key = field("orderNumber", "string", "ERP_Order_Id__c", required=True, **{"max-length": 40})
    amount = field("amount", "decimal", "Amount", precision=18, scale=2)
    common = {"salesforce-object": "Opportunity", "external-entity": "Order", "external-id": "ERP_Order_Id__c"}
    listed = [field("orders", "list", required=True, of=[key, amount])]
    return [
        {"name": "create-order", "operation": "create", "path": "/orders", **common, "fields": [key, amount],
         "response": [key, field("status", "enum", "ERP_Status__c", values=["ACCEPTED", "REJECTED"])],
         "examples": [{"request": {"orderNumber": "0042", "amount": 1250.5}, "response": {"orderNumber": "0042"}}]},
        {"name": "read-order", "operation": "read", "path": "/orders/{orderNumber}", **common, "fields": [key],
         "response": [key, amount]},
        {"name": "list-orders", "operation": "read", "path": "/orders", **common,
         "fields": [field("since", "datetime")], "response": listed},
        {"name": "list-invoices", "operation": "read", "path": "/invoices", **common,
         "fields": [field("limit", "integer"), field("offset", "integer")],
         "response": listed + [field("nextCursor", "string")]},
        {"name": "replace-order", "operation": "upsert", "path": "/orders/{orderNumber}", **common,
         "fields": [key, amount], "response": [key]},
        {"name": "change-order", "operation": "update", "path": "/orders/{orderNumber}", **common,
         "fields": [key, amount]},
        {"name": "delete-order", "operation": "delete", "path": "/orders/{orderNumber}", **common, "fields": [key]},
        {"name": "order-shipped", "operation": "notify", "path": "/orders/{orderNumber}/shipments", **common,
         "fields": [key]},
    ]


def every_type():
    """One message with every type, deep objects and lists."""
    scalars = [
        field("text", "string", "Name", required=True, **{"max-length": 80}), field("mail", "email", "Email__c"),
        field("link", "url", "Website"), field("key", "id", "Key__c"),
        field("count", "integer", "NumberOfEmployees", precision=9),
        field("share", "decimal", "Share__c", precision=4, scale=4), field("plain", "decimal", "Plain__c"),
        field("flag", "boolean", "Active__c", default=True), field("day", "date", "Founded__c", required=True),
        field("moment", "datetime", "LastModifiedDate"),
        field("word", "enum", "Rating", values=["HOT", "no", "1e3", "a b"], default="no"),
    ]
    deep = field("address", "object", "Address__c", required=True, fields=[
        field("street", "string", "BillingStreet", **{"max-length": 80}),
        field("geo", "object", "Geo__c", fields=[field("lat", "decimal", "Lat__c", precision=9, scale=6)])])
    lists = [field("tags", "list", "Tags__c", of="string"),
             field("lines", "list", "Lines__r", of=scalars[:2] + [field("parts", "list", "Parts__r", of=[scalars[2]])])]
    return [
        {"name": "upsert-thing", "operation": "upsert", "path": "/things/{key}", "salesforce-object": "Thing__c",
         "external-entity": "Thing", "external-id": "Key__c",
         "fields": [dict(f, required=True) if f["external"] == "key" else f for f in scalars] + [deep] + lists,
         "response": scalars + [deep] + lists},
        {"name": "nothing-known", "operation": "create", "path": "/unknown", "salesforce-object": "Account",
         "external-id": "Key__c", "fields": [field("a", "string", "Name"), field("key", "id", "Key__c")]},
    ]


def hostile():
    """Texts and names that try to break out of every language."""
    return [
        {"name": "create-very-very-very-very-very-very-very-very-long-order", "operation": "create",
         "path": "/orders/{order-id}/%7Ex", "salesforce-object": "Opportunity", "external-entity": "$Order.@type-x",
         "external-id": "ERP_Order_Id__c", "description": HOSTILE,
         "fields": [
             field("order-id", "string", "ERP_Order_Id__c", required=True, description=HOSTILE, **{"max-length": 18}),
             field("class", "string", "Name", description="*/ // ''' \"\"\" %}"),
             field("message_id", "enum", "Note__c",
                   values=['a"b', "c: d", "#[e]", "${f}", "yes", "null", "1e3", "-", "=1+1", "@x", "é漢"]),
             field("$amount", "decimal", "Amount", precision=2, scale=2, default=0.5),
             field("@type", "string", "Type", default="=cmd|' /C calc'!A0"),
             field("on", "boolean", "On__c"), field("x" * 120, "string", "X__c", **{"max-length": 131072})],
         "response": [field("order-id", "string", "ERP_Order_Id__c", required=True, description=HOSTILE),
                      field("status", "enum", "ERP_Status__c", values=["AC'CEPTED", 'RE"JECTED'])],
         "examples": [{"request": {"order-id": "006'\"\\", "class": "${a}#[b]]]>", "$amount": 0.5},
                       "response": {"order-id": "O-\"77\"", "status": 'RE"JECTED'}}]},
        {"name": "import", "operation": "read", "path": "/no", "salesforce-object": "My_Thing__c",
         "external-id": "Key__c", "fields": [field("null", "string", "Key__c")],
         "response": [field("yes", "list", of=[field("y", "boolean")])]},
    ]


CONTRACTS = {"flat": lambda: orders()[:1], "orders": orders, "types": every_type, "hostile": hostile}


def profile(name, contract, technologies=None, topology=None, auth="oauth-client-credentials", protocol="rest",
            direction="salesforce-to-external", **more):
    """One profile as JSON, which is YAML, too."""
    is_hostile = contract == "hostile"
    document = {
        "profile": 1, "id": name, "title": HOSTILE.split("\n")[0] if is_hostile else "Orders cross the border",
        "exchange": {"direction": direction, "type": "process", "trigger": "record-change"},
        "latency": {"human-waits": False, "within": "15m"},
        "volume": {"records-per-day": 9_000, "events-per-hour-peak": 4_000, "payload": "4KB"},
        "licensing": {"edition": "enterprise", "owned": ["mulesoft"]},
        "remote": {"name": "S\"A'P ${x} #[y] <z> @{q}" if is_hostile else "SAP S/4HANA", "protocol": protocol,
                   "response-time": "8s", "availability": "variable"},
        "landscape": {"systems": 3},
        "reliability": {"delivery": "exactly-once-effect", "event-contract": "custom", "ordering": "per-key",
                        "replay": "3d"},
        "security": {"auth": auth, "compliance": ["pii"]} if auth else {"compliance": ["pii"]},
        "contract": {
            "endpoint": {"base-url": "https://erp.example.com/api/v2", "named-credential": "ERP_API"},
            "event": "Order_Requested__e", "messages": CONTRACTS[contract]()},
        "decision": {"pattern": "fire-and-forget", "topology": topology or "point-to-point",
                     "technologies": technologies or ["apex-queueable-callout"]},
    }
    if is_hostile:
        document |= {"owner": "<!-- ]]> */ {{x}}", "description": HOSTILE}
    for section, answers in more.items():
        document[section] = document.get(section, {}) | answers
    text = json.dumps(document, ensure_ascii=False)
    # What is invisible, or a line break to YAML, is spelt as an escape.
    return text.replace("\u202e", "\\u202e").replace("\u2028", "\\u2028")


def choices():
    """Names and texts of all profiles."""
    # A change event carries no nested fields, and a contract with them is refused.
    yield "change-data-capture-sale-flat", dict(contract="flat", technologies=["change-data-capture", "rest-api"])
    # The resource stores records, and is asked nothing.
    yield "apex-rest-service-exte-flat", dict(
        contract="flat", technologies=["apex-rest-service", "rest-api"], direction="external-to-salesforce")
    for contract in ("orders", "types", "hostile"):
        for auth in AUTHS:
            yield f"auth-{auth or 'none'}-{contract}", dict(contract=contract, auth=auth)
        for protocol in PROTOCOLS:
            yield f"protocol-{protocol}-{contract}", dict(contract=contract, protocol=protocol)
        for technology, direction in itertools.product(BROKERS + PLATFORMS + OTHERS + SALESFORCE, DIRECTIONS):
            if technology == "platform-events" and direction != "salesforce-to-external":
                continue  # Events that come in are flat and written, and what is read or nested is refused.
            yield f"{technology}-{direction[:4]}-{contract}", dict(
                contract=contract, technologies=[technology, "rest-api"], direction=direction)
        for topology in TOPOLOGIES:
            yield f"topology-{topology}-{contract}", dict(
                contract=contract, topology=topology,
                technologies=["platform-events", "pub-sub-api", "mulesoft-anypoint"])
        for auth in AUTHS_OF_WORKFLOWS:
            yield f"logic-{auth or 'none'}-{contract}", dict(
                contract=contract, auth=auth, technologies=["azure-logic-apps"])


def profiles():
    for name, chosen in choices():
        yield name, profile(name, **chosen)


def generate(program, folder, parts):
    """Generates the profiles with one of the parts in their names, each by itself as if its org held nothing else, in
    folders of their names; where the scaffolds are."""
    inputs, output = folder / "profiles", folder / "scaffolds"
    inputs.mkdir()
    chosen = [(name, text) for name, text in profiles() if any(part in name for part in parts)]
    for name, text in chosen:
        (inputs / f"{name}.yaml").write_text(text, encoding="utf-8")
    matrix.generate(program, inputs, output, [{"id": name} for name, _ in chosen])
    return output
