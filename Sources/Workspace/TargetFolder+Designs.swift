import Generation
import Glibc

extension TargetFolder {
  /// A folder that holds a design, and the profile whose design it is.
  package struct HeldDesign: Sendable, Hashable {
    package let folder: String
    package let profile: String
  }

  /// The designs in the folders directly below one, but for those in folders that are known.
  package static func designs(below folder: String, besides known: Set<String>) -> [HeldDesign] {
    guard let descriptor = try? Descriptor(following: folder, flags: O_RDONLY | O_DIRECTORY),
      let names = try? entryNames(in: descriptor.number)
    else { return [] }
    return names.compactMap { name in
      let path = FolderPath.join(folder, name)
      guard !known.contains(path), let profile = manifest(in: path)?.manifest.profile else { return nil }
      return HeldDesign(folder: path, profile: profile)
    }
  }
}
