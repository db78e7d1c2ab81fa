import ArgumentParser
import CommandLineTool

/// A program that is linked with everything that `bascule` is, and only parses its arguments.
@main
enum BasculeArguments {
  static func main() throws { _ = try Bascule.parsed(Array(CommandLine.arguments.dropFirst())) }
}
