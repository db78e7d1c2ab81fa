/// Keeps a value until the process ends, which is soon: freeing it piece by piece takes longer than a decision.
func kept<Value>(_ value: Value) -> Value {
  _ = Unmanaged.passRetained(Keeper(value))
  return value
}

private final class Keeper {
  let value: Any
  init(_ value: Any) { self.value = value }
}
