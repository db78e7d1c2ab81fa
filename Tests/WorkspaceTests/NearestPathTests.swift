import Testing
import Workspace

@Suite struct NearestPathTests {
  @Test func everyNameOfThePathMayBeMisspelt() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/designs")
      try Disk.write("", to: folder + "/designs/orders.yaml")
      let question = "did you mean '\(folder)/designs/orders.yaml'?"
      #expect(NearestPath.question(about: folder + "/desings/order.yml") == question)
      #expect(NearestPath.question(about: folder + "/designs/orders.yaml/") == question)
      #expect(NearestPath.question(about: folder + "/designs/invoices.yaml") == nil)
      #expect(NearestPath.question(about: "") == nil)
    }
  }

  @Test func nothingIsAskedAboutAPathThatLeadsSomewhere() throws {
    try withTemporaryFolder { folder in
      try Disk.write("", to: folder + "/orders.yaml")
      #expect(NearestPath.question(about: folder + "/./orders.yaml") == nil)
    }
  }

  @Test func aLinkThatLeadsNowhereIsNotOffered() throws {
    try withTemporaryFolder { folder in
      try Disk.link(folder + "/orders.yaml", to: "gone")
      #expect(NearestPath.question(about: folder + "/order.yaml") == nil)
    }
  }
}
