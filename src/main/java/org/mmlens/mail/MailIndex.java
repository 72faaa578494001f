package org.mmlens.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mmlens.diag.Diagnostic;

/// A pass over all sources that remembers headers of patches and next to nothing of other mails;
/// texts are fetched again when wanted.
final class MailIndex {

  private final List<MailSource> sources;
  private final Limits limits;
  private final List<MailEntry> entries = new ArrayList<>();
  private final Map<Long, MailEntry> byKey = new HashMap<>();
  private final Talk talk = new Talk();
  private final KeySet seen = new KeySet();
  private final List<String> decisions = new ArrayList<>();
  private Optional<Envelope> first = Optional.empty();
  private int count = 0;

  private MailIndex(List<MailSource> sources, Limits limits) {
    this.sources = sources;
    this.limits = limits;
  }

  static MailIndex of(List<MailSource> sources, Limits limits, Consumer<Diagnostic> diagnostics) {
    var index = new MailIndex(sources, limits);
    for (int s = 0; s < sources.size(); s++) {
      int source = s;
      int[] ordinal = {0};
      new MailStream(sources.get(s), limits, diagnostics)
          .read(
              mail ->
                  index.add(MailEntry.of(new MailEntry.Place(source, ordinal[0]++), mail, limits)));
    }
    return index;
  }

  private void add(MailEntry entry) {
    count++;
    first = first.or(() -> Optional.of(entry.envelope()));
    long key = MessageKey.of(entry.envelope().messageId());
    if (key != 0 && !seen.add(key)) {
      if (entry.isPatch()) {
        decisions.add(
            "%s: left out, message-id <%s> was read before"
                .formatted(entry.envelope().at(), entry.envelope().messageId()));
      }
    } else if (entry.content() == MailEntry.Content.TEXT && !entry.isCover()) {
      talk.add(entry.place(), entry.envelope());
    } else {
      entries.add(entry);
      byKey.put(key, entry);
    }
  }

  /// {@return the mails with a diff, quoted or not, and the cover letters}
  List<MailEntry> entries() {
    return entries;
  }

  List<String> decisions() {
    return decisions;
  }

  /// {@return the first mail of all}
  Optional<Envelope> first() {
    return first;
  }

  /// {@return how many mails there are}
  int count() {
    return count;
  }

  /// {@return the keys of all mails that this one answers, directly or through others}
  Set<Long> ancestors(MailEntry entry) {
    var found = new HashSet<Long>();
    var open = new ArrayDeque<Long>(keys(entry));
    while (!open.isEmpty()) {
      long key = open.poll();
      if (found.add(key)) {
        MailEntry above = byKey.get(key);
        open.addAll(above == null ? talk.parents(key) : keys(above));
      }
    }
    return found;
  }

  private static List<Long> keys(MailEntry entry) {
    return entry.envelope().references().stream().map(MessageKey::of).toList();
  }

  /// {@return the mails that refer to one of these and are no patches themselves, in order}
  Collection<MailEntry.Place> answersTo(Set<String> messageIds) {
    var keys = new HashSet<Long>();
    messageIds.forEach(id -> keys.add(MessageKey.of(id)));
    keys.remove(0L);
    var places = new TreeSet<>(talk.answersTo(keys));
    entries.stream()
        .filter(e -> !e.isPatch() && !e.isCover())
        .filter(e -> keys(e).stream().anyMatch(keys::contains))
        .forEach(e -> places.add(e.place()));
    return places;
  }

  /// {@return the wanted mails, read again}
  Map<MailEntry.Place, RawMail> load(Collection<MailEntry.Place> wanted) {
    var loaded = new HashMap<MailEntry.Place, RawMail>();
    var all = new HashSet<>(wanted);
    for (int s : new TreeSet<>(wanted.stream().map(MailEntry.Place::source).toList())) {
      int[] ordinal = {0};
      new MailStream(sources.get(s), limits, _ -> {})
          .read(
              mail -> {
                var place = new MailEntry.Place(s, ordinal[0]++);
                if (all.contains(place)) {
                  loaded.put(place, mail);
                }
              });
    }
    return loaded;
  }
}
