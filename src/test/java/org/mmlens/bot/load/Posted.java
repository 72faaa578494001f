package org.mmlens.bot.load;

import java.util.List;
import java.util.TreeSet;
import org.mmlens.mail.SeriesHeading;

/// One revision of a series: as the generator posted it, or as it was found.
///
/// @param title without prefix
/// @param revision the N of `vN`
/// @param messageIds in order, cover letter first, as far as they arrived
/// @param missing counters of patches that never arrived
record Posted(String title, int revision, List<String> messageIds, List<Integer> missing)
    implements Comparable<Posted> {

  Posted {
    messageIds = List.copyOf(messageIds);
    missing = List.copyOf(missing);
  }

  static TreeSet<Posted> of(List<SeriesHeading> found) {
    var all = new TreeSet<Posted>();
    for (SeriesHeading heading : found) {
      all.add(
          new Posted(
              heading.subject().title(),
              heading.subject().revision(),
              heading.messageIds(),
              heading.missing()));
    }
    return all;
  }

  @Override
  public int compareTo(Posted other) {
    return toString().compareTo(other.toString());
  }
}
