package org.mmlens.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The mails of one series as they are found.
final class SeriesGroup {

  private final SortedMap<Integer, MailEntry> slots = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> roots = new HashSet<>();
  private final MailEntry first;
  private boolean threaded = false;

  SeriesGroup(MailEntry first) {
    this.first = first;
    put(first.subject().counter(), first);
  }

  private void put(int counter, MailEntry entry) {
    slots.put(counter, entry);
    if (!entry.envelope().messageId().isEmpty()) {
      ids.add(entry.envelope().messageId());
    }
    if (!entry.envelope().references().isEmpty()) {
      threaded = true;
      roots.addAll(entry.envelope().references());
    }
  }

  /// Takes the mail in if it belongs here; {@code false} where it does not.
  boolean offer(MailEntry entry) {
    Subject subject = entry.subject();
    Subject ours = first.subject();
    if (!subject.numbered() && !ours.numbered()) {
      return offerLoose(entry);
    }
    boolean fits =
        subject.numbered()
            && ours.numbered()
            && subject.revision() == ours.revision()
            && subject.total() == ours.total()
            && !slots.containsKey(subject.counter());
    if (!fits || !related(entry)) {
      return false;
    }
    put(subject.counter(), entry);
    return true;
  }

  private boolean offerLoose(MailEntry entry) {
    MailEntry last = slots.lastEntry().getValue();
    boolean next =
        entry.loose()
            && last.loose()
            && entry.subject().revision() == first.subject().revision()
            && entry.envelope().references().isEmpty();
    if (next) {
      put(slots.lastKey() + 1, entry);
    }
    return next;
  }

  private boolean related(MailEntry entry) {
    List<String> references = entry.envelope().references();
    boolean linked =
        references.stream().anyMatch(r -> ids.contains(r) || roots.contains(r))
            || roots.contains(entry.envelope().messageId());
    boolean unthreaded = references.isEmpty() && !threaded;
    return linked || (unthreaded && entry.envelope().address().equals(first.envelope().address()));
  }

  /// {@return the mails that hold patches, by counter; loose ones are counted from 1}
  SortedMap<Integer, MailEntry> patches() {
    return slots.tailMap(1);
  }

  Optional<MailEntry> cover() {
    return Optional.ofNullable(slots.get(0)).filter(MailEntry::isCover);
  }

  boolean hasPatches() {
    return !patches().isEmpty();
  }

  int revision() {
    return first.subject().revision();
  }

  int total() {
    return first.subject().numbered() ? first.subject().total() : patches().size();
  }

  boolean holds(String messageId) {
    return ids.contains(messageId);
  }

  /// {@return the counters from 1 to the total that no mail has}
  List<Integer> missing() {
    var missing = new ArrayList<Integer>();
    for (int k = 1; k <= Math.min(total(), 9999); k++) {
      if (!slots.containsKey(k)) {
        missing.add(k);
      }
    }
    return missing;
  }

  /// {@return when the first present patch was sent; the distant past where no date can be read}
  Instant sent() {
    return patches().values().stream()
        .map(e -> e.envelope().sent())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Instant.MIN);
  }

  SeriesHeading heading(int number) {
    MailEntry head = cover().orElseGet(() -> patches().firstEntry().getValue());
    Subject s = head.subject();
    var subject = new Subject(s.title(), s.reply(), s.counter(), total(), s.revision(), s.words());
    return new SeriesHeading(
        number,
        subject,
        head.envelope().from(),
        head.envelope().date(),
        slots.values().stream().map(e -> e.envelope().messageId()).toList(),
        missing());
  }

  /// {@return groups in the order in which they were sent, those without dates as they were found}
  static List<SeriesGroup> inOrder(List<SeriesGroup> groups) {
    return groups.stream()
        .sorted(Comparator.comparing(SeriesGroup::sent).thenComparingInt(SeriesGroup::revision))
        .toList();
  }
}
