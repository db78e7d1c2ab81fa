/// A program that does nothing: what starting one costs.
@main
struct Empty {
  static func main() {}
}
