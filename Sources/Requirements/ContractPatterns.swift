import DocumentSchema

/// How the names of a contract are spelt, by the rules of the platforms on which they end up.
enum ContractPatterns {
  static let kebab = TextPattern("a kebab-case name", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
  static let developerName = TextPattern(
    "a developer name: letters, digits and single underscores", "^[A-Za-z](_?[A-Za-z0-9])*$")
  static let apiName = TextPattern(
    "an API name such as ERP_Order_Id__c",
    "^([A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](_?[A-Za-z0-9])*(__c)?$")
  static let event = TextPattern(
    "the API name of a platform event, ending in __e", "^[A-Za-z](_?[A-Za-z0-9])*__e$")
  static let object = TextPattern(
    "the API name of an object, such as Opportunity or Order_Item__c",
    "^([A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](_?[A-Za-z0-9])*(__(c|e|x|b|mdt|kav|ChangeEvent))?$")
  static let fieldPath = TextPattern(
    "a field's API name, such as Amount or Account.External_Id__c",
    """
    ^(([A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](_?[A-Za-z0-9])*(__r)?[.]){0,5}\
    ([A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](_?[A-Za-z0-9])*(__[a-z]{1,3})?$
    """)
  static let external = TextPattern(
    "a name of letters, digits, '_', '-', '.', '$' and '@'", "^[A-Za-z_$@][A-Za-z0-9_.$@-]*$")
  static let path = TextPattern(
    "a path such as /orders or /orders/{id}", "^/([A-Za-z0-9_~%{}-][A-Za-z0-9._~%{}-]*/?)*$")
  static let url = TextPattern(
    "an address such as https://erp.example.com/api/v1",
    "^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)*$")
}
