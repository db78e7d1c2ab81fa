/// What all designs of one repository share.
package struct WorkspaceSettings: Sendable, Hashable {
  /// The version of the Salesforce API, such as `67.0`.
  package let apiVersion: String
  /// The namespace of the Salesforce package; empty where it has none.
  package let namespace: String
  /// Put before the names of Apex classes; may be empty.
  package let classPrefix: String
  /// The folder of Salesforce metadata.
  package let packageDirectory: String
  /// The group of Maven artifacts.
  package let mavenGroup: String
  /// The version of the Mule runtime that applications are built for.
  package let muleRuntime: String
  /// The version of Java that Mule applications run on.
  package let javaVersion: String

  package init(
    apiVersion: String = "67.0", namespace: String = "", classPrefix: String = "",
    packageDirectory: String = "force-app", mavenGroup: String = "com.example",
    muleRuntime: String = "4.9.16", javaVersion: String = "17"
  ) {
    self.apiVersion = apiVersion
    self.namespace = namespace
    self.classPrefix = classPrefix
    self.packageDirectory = packageDirectory
    self.mavenGroup = mavenGroup
    self.muleRuntime = muleRuntime
    self.javaVersion = javaVersion
  }

  /// The oldest Mule runtime that runs what is built: the first of the same minor version.
  package var oldestMuleRuntime: String {
    muleRuntime.split(separator: ".").prefix(2).map { "\($0)." }.joined(separator: "") + "0"
  }
}
