package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;

/// Sorts the patches and cover letters of a mailbox into series.
final class SeriesGroups {

  private SeriesGroups() {}

  /// {@return all series with at least one patch, the oldest first}
  static List<SeriesGroup> of(List<MailEntry> entries) {
    var groups = new ArrayList<SeriesGroup>();
    for (MailEntry entry : entries) {
      if (entry.isPatch() || entry.isCover()) {
        place(entry, groups);
      }
    }
    List<SeriesGroup> found =
        SeriesGroup.inOrder(groups.stream().filter(SeriesGroup::hasPatches).toList());
    return found.isEmpty() ? answersWithPatch(entries) : found;
  }

  private static void place(MailEntry entry, List<SeriesGroup> groups) {
    for (SeriesGroup group : groups.reversed()) {
      if (group.offer(entry)) {
        return;
      }
    }
    groups.add(new SeriesGroup(entry));
  }

  /// Where no mail announces itself as a patch, an answer that holds a diff of its own is one.
  private static List<SeriesGroup> answersWithPatch(List<MailEntry> entries) {
    return SeriesGroup.inOrder(
        entries.stream()
            .filter(e -> e.content() == MailEntry.Content.DIFF)
            .map(SeriesGroup::new)
            .filter(SeriesGroup::hasPatches)
            .toList());
  }
}
