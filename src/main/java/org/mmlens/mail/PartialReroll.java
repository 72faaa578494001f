package org.mmlens.mail;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Completes a revision that resends only some of its patches.
///
/// The rule is b4's: every patch that is there answers, directly or through others, the patch with
/// the same counter of the revision before; then the missing ones are taken from that revision.
final class PartialReroll {

  private final List<SeriesGroup> groups;
  private final List<String> decisions;
  private final MailIndex index;

  PartialReroll(MailIndex index, List<SeriesGroup> groups, List<String> decisions) {
    this.index = index;
    this.groups = groups;
    this.decisions = decisions;
  }

  /// {@return the patches of the series by counter, as complete as the mailbox allows}
  SortedMap<Integer, MailEntry> complete(SeriesGroup group) {
    SortedMap<Integer, MailEntry> parts = new TreeMap<>(group.patches());
    List<Integer> missing = group.missing();
    if (missing.isEmpty() || group.revision() < 2) {
      return parts;
    }
    Optional<SeriesGroup> previous = groups.stream().filter(g -> precedes(g, group)).findFirst();
    if (previous.isEmpty()) {
      return parts;
    }
    SortedMap<Integer, MailEntry> earlier = complete(previous.get());
    for (int counter : missing) {
      MailEntry entry = earlier.get(counter);
      if (entry != null) {
        parts.put(counter, entry);
        decisions.add(
            "patch %d/%d taken from v%d: v%d sends only %s again, in answer to the same patches"
                .formatted(
                    counter,
                    group.total(),
                    entry.subject().revision(),
                    group.revision(),
                    group.patches().keySet()));
      }
    }
    return parts;
  }

  private boolean precedes(SeriesGroup earlier, SeriesGroup later) {
    return earlier.revision() == later.revision() - 1
        && earlier.total() == later.total()
        && later.patches().entrySet().stream()
            .allMatch(
                part -> {
                  MailEntry before = earlier.patches().get(part.getKey());
                  return before != null
                      && index
                          .ancestors(part.getValue())
                          .contains(MessageKey.of(before.envelope().messageId()));
                });
  }
}
