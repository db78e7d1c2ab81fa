import DesignModel
import Glibc

/// What the clock of this machine says.
enum Clock {
  /// Today, in universal time, so that it is the same day everywhere; `nil` where the clock is out of all reason.
  static var today: Day? {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
