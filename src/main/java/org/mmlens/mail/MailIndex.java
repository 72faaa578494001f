package org.mmlens.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mmlens.diag.Diagnostic;

/// A pass over all sources that remembers headers only; texts are fetched again when wanted.
final class MailIndex {

  private final List<MailSource> sources;
  private final Limits limits;
  private final List<MailEntry> entries = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();

  private MailIndex(List<MailSource> sources, Limits limits) {
    this.sources = sources;
    this.limits = limits;
  }

  static MailIndex of(List<MailSource> sources, Limits limits, Consumer<Diagnostic> diagnostics) {
    var index = new MailIndex(sources, limits);
    Set<String> seen = new HashSet<>();
    for (int s = 0; s < sources.size(); s++) {
      int source = s;
      int[] ordinal = {0};
      new MailStream(sources.get(s), limits, diagnostics)
          .read(mail -> index.add(MailEntry.of(source, ordinal[0]++, mail, limits), seen));
    }
    return index;
  }

  private void add(MailEntry entry, Set<String> seen) {
    String id = entry.envelope().messageId();
    if (id.isEmpty() || seen.add(id)) {
      entries.add(entry);
    } else {
      decisions.add(
          "%s: left out, message-id <%s> was read before".formatted(entry.envelope().at(), id));
    }
  }

  List<MailEntry> entries() {
    return entries;
  }

  List<String> decisions() {
    return decisions;
  }

  /// {@return the wanted mails, read again}
  Map<MailEntry, RawMail> load(Collection<MailEntry> wanted) {
    var bySource = new HashMap<Integer, Map<Integer, MailEntry>>();
    for (MailEntry entry : wanted) {
      bySource.computeIfAbsent(entry.source(), _ -> new HashMap<>()).put(entry.ordinal(), entry);
    }
    var loaded = new HashMap<MailEntry, RawMail>();
    bySource.forEach(
        (source, byOrdinal) -> {
          int[] ordinal = {0};
          new MailStream(sources.get(source), limits, _ -> {})
              .read(
                  mail -> {
                    MailEntry entry = byOrdinal.get(ordinal[0]++);
                    if (entry != null) {
                      loaded.put(entry, mail);
                    }
                  });
        });
    return loaded;
  }
}
