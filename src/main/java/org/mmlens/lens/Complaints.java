package org.mmlens.lens;

import java.util.ArrayList;
import java.util.List;

/// The checks that found something wrong during one run, in order.
///
/// A condition says the same in other words, in a helper, or in a function of another name. So two
/// checks are told apart for certain only if both stand on both sides, which [#traded] finds in one
/// pair of runs. What is left open then is told apart over all runs, by [#matched].
///
/// @param list the checks, each as often as it fired
/// @param checks those the side has
record Complaints(List<Complaint> list, Checks checks) {

  /// None, of a side of which nothing is known.
  static final Complaints NONE = new Complaints(List.of(), (_, _) -> 0);

  Complaints {
    list = List.copyOf(list);
  }

  /// What checks a side has.
  @FunctionalInterface
  interface Checks {
    /// {@return how often a function has a check, counted where it stands in the code}
    ///
    /// @param check macro, condition and function
    /// @param file where the function stands on the side that asks
    int count(Complaint.Check check, String file);

    /// {@return whether a complaint comes from a check in the code}
    default boolean has(Complaint c) {
      return count(c.check(), c.at().path()) > 0;
    }
  }

  /// {@return the checks of this run beside those of the same run on the side after the patch}
  List<Complaint.Match> matched(Complaints after) {
    List<Complaint.Match> found = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), after.list.size()); i++) {
      Complaint b = list.get(i);
      Complaint a = after.list.get(i);
      boolean known = checks.has(b) && after.checks.has(a);
      boolean kept = known && kept(b, after.checks) && kept(a, after.checks);
      found.add(new Complaint.Match(b, a, known, kept));
    }
    return found;
  }

  private boolean kept(Complaint c, Checks others) {
    int here = checks.count(c.check(), c.at().path());
    return here > 0 && here == others.count(c.check(), c.at().path());
  }

  /// {@return whether a check that both sides have fired where on the other side another one did
  /// that both have, too}
  boolean traded(Complaints after) {
    return !list.isEmpty()
        && !after.list.isEmpty()
        && matched(after).stream().anyMatch(Complaint.Match::traded);
  }
}
