/// What lies at a path of the target folder; a path where nothing lies has no entry.
package enum ExistingEntry: Sendable, Hashable {
  case file(contents: [UInt8], isExecutable: Bool)
  /// A file larger than any that Bascule writes, so that its contents were not read.
  case largeFile
  case folder
  case symbolicLink
  /// A device, a pipe or a socket.
  case special
}
