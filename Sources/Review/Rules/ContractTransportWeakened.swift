extension ReviewRule {
  static let contractTransportWeakened = ReviewRule(
    .transportWeakened, "Calls are no longer encrypted", outgoing: .breaking, incoming: .breaking,
    because: "Everything that is sent, the credential included, can be read and changed on its way.")
}
