/// What all designs of one repository share.
package struct WorkspaceSettings: Sendable, Hashable {
  /// The version of the Salesforce API, such as `67.0`.
  package let apiVersion: String
  /// Put before the names of Apex classes; may be empty.
  package let classPrefix: String
  /// The folder of Salesforce metadata.
  package let packageDirectory: String
  /// The group of Maven artifacts.
  package let mavenGroup: String

  package init(
    apiVersion: String = "67.0", classPrefix: String = "", packageDirectory: String = "force-app",
    mavenGroup: String = "com.example"
  ) {
    self.apiVersion = apiVersion
    self.classPrefix = classPrefix
    self.packageDirectory = packageDirectory
    self.mavenGroup = mavenGroup
  }
}
