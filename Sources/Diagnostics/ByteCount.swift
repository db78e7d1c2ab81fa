/// A number of bytes with its unit, the largest that leaves a whole number: `1 MiB`, `999 bytes`.
package func byteCount(_ bytes: Int) -> String {
  for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
  where bytes >= size && bytes % size == 0 {
    return "\(bytes / size) \(unit)"
  }
  return bytes == 1 ? "1 byte" : "\(bytes) bytes"
}
