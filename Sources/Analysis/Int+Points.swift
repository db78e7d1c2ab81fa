extension Int {
  /// With its sign, as points are written.
  var signed: String { self > 0 ? "+\(self)" : self < 0 ? "−\(-self)" : "0" }

  /// Such as `1 point`.
  var inPoints: String { "\(self) \(abs(self) == 1 ? "point" : "points")" }
}
