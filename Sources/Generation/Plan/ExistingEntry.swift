/// What lies at a path of the target folder; a path where nothing lies has no entry.
package enum ExistingEntry: Sendable, Hashable {
  case file(contents: [UInt8], isExecutable: Bool)
  /// A file whose contents were not read, because it is larger than any that Bascule writes or because
  /// only its name matters.
  case unreadFile
  case folder
  case symbolicLink
  /// A device, a pipe or a socket.
  case special
}
