import Diagnostics
import Foundation
import TestSupport

/// A folder of one test, in which the program runs; it is removed when the test ends.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bascule-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ path: String) -> URL { folder.appending(path: path) }

  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  func write(_ path: String, bytes: [UInt8]) throws {
    let file = url(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(at: url(path), withIntermediateDirectories: true)
  }

  func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url(path).path)
  }

  /// Puts a file of the repository here.
  func copy(_ source: String, to path: String) throws {
    try write(path, bytes: try Repository.file(source).contents)
  }

  /// Puts a folder of the repository here.
  func copyFolder(_ source: String, to path: String) throws {
    for name in Repository.paths(below: source) { try copy("\(source)/\(name)", to: "\(path)/\(name)") }
  }

  func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url(path))) }

  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// Every file below a folder with its contents; empty where there is no folder.
  func tree(_ path: String) throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: url(path).path)?.compactMap { $0 as? String } ?? []
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url("\(path)/\(name)").path, isDirectory: &isFolder)
      if !isFolder.boolValue { tree[name] = try bytes("\(path)/\(name)") }
    }
    return tree
  }

  /// The example that the documentation shows, as `profile.yaml`.
  static func withExample() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.copy("examples/opportunity-to-order.yaml", to: "profile.yaml")
    return scratch
  }
}
