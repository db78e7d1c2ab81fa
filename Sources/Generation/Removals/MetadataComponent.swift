/// A component of Salesforce metadata, as a manifest of the Salesforce CLI names it.
struct MetadataComponent: Hashable, Comparable {
  let type: String
  let member: String

  init(type: String, member: String) {
    self.type = type
    self.member = member
  }

  /// The component that a file in source format belongs to; `nil` where it belongs to none that is known.
  init?(of path: RelativePath) {
    let names = path.components
    guard let file = names.last, names.count > 1 else { return nil }
    let source = file.hasSuffix(Self.metaSuffix) ? String(file.dropLast(Self.metaSuffix.count)) : file
    guard let dot = source.lastIndex(of: "."), dot != source.startIndex else { return nil }
    let (name, suffix) = (String(source[..<dot]), String(source[source.index(after: dot)...]))
    if file == source, suffix != "cls", suffix != "trigger" { return nil }
    if let type = Self.ofObjects[suffix], names.count > 3, names[names.count - 4] == "objects" {
      self.init(type: type, member: "\(names[names.count - 3]).\(name)")
    } else if let type = Self.types[suffix] {
      self.init(type: type, member: name)
    } else {
      return nil
    }
  }

  /// The object that the component goes with when that is removed.
  var object: MetadataComponent? {
    guard Self.ofObjects.values.contains(type) else { return nil }
    return MetadataComponent(type: "CustomObject", member: String(member.prefix { $0 != "." }))
  }

  static func < (left: MetadataComponent, right: MetadataComponent) -> Bool {
    (left.type, left.member) < (right.type, right.member)
  }

  private static let metaSuffix = "-meta.xml"

  private static let ofObjects = [
    "field": "CustomField", "listView": "ListView", "validationRule": "ValidationRule",
    "recordType": "RecordType", "compactLayout": "CompactLayout", "fieldSet": "FieldSet",
    "index": "Index", "webLink": "WebLink",
  ]

  private static let types = [
    "cls": "ApexClass", "trigger": "ApexTrigger", "object": "CustomObject", "tab": "CustomTab",
    "permissionset": "PermissionSet", "permissionsetgroup": "PermissionSetGroup",
    "namedCredential": "NamedCredential", "externalCredential": "ExternalCredential",
    "externalServiceRegistration": "ExternalServiceRegistration", "flow": "Flow", "layout": "Layout",
    "labels": "CustomLabels", "md": "CustomMetadata", "customPermission": "CustomPermission",
    "remoteSite": "RemoteSiteSetting", "cspTrustedSite": "CspTrustedSite",
    "connectedApp": "ConnectedApp", "queue": "Queue", "group": "Group", "role": "Role",
    "platformEventChannel": "PlatformEventChannel",
    "platformEventChannelMember": "PlatformEventChannelMember",
    "platformEventSubscriberConfig": "PlatformEventSubscriberConfig", "app": "CustomApplication",
    "flexipage": "FlexiPage", "globalValueSet": "GlobalValueSet", "notiftype": "CustomNotificationType",
    "workflow": "Workflow",
    "outboundMessage": "WorkflowOutboundMessage", "managedEventSubscription": "ManagedEventSubscription",
  ]
}
