package org.mmlens.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.diag.Position;

/// Reads an answer: the patches it quotes, and what is said between their lines.
final class ReplyReader {

  private static final Pattern NAMED = Pattern.compile("([^<>*:\\[\\]\"]+?)\\s*<([^<>\\s]+)>");
  private static final Pattern WROTE =
      Pattern.compile(
          "(?:On\\s.*,\\s*|Am\\s.*\\s)?([^,]+?)\\s+(?:wrote|writes|schrieb)(?: [^:]*)?:\\s*");

  private final Envelope envelope;
  private final Body body;
  private final List<QuotedLines.Line> lines;
  private final TreeMap<Integer, String> authors = new TreeMap<>();

  private ReplyReader(Envelope envelope, Body body) {
    this.envelope = envelope;
    this.body = body;
    this.lines = QuotedLines.of(body);
  }

  static ReviewReply read(Envelope envelope, Body body) {
    return new ReplyReader(envelope, body).read();
  }

  private ReviewReply read() {
    findAuthors();
    List<Integer> levels =
        lines.stream()
            .filter(l -> l.level() > 0 && l.text().startsWith("@@ -"))
            .map(QuotedLines.Line::level)
            .distinct()
            .sorted()
            .toList();
    var quoted = new ArrayList<QuotedPatch>();
    for (int level : levels) {
      quoted.add(patch(level));
    }
    int commented = levels.isEmpty() ? deepest() : levels.getLast();
    return new ReviewReply(envelope, quoted, comments(commented));
  }

  private int deepest() {
    return lines.stream().mapToInt(QuotedLines.Line::level).max().orElse(0);
  }

  /// The words before the first line of a level say who wrote it.
  private void findAuthors() {
    authors.put(0, envelope.from());
    for (int i = 1; i < lines.size(); i++) {
      int level = lines.get(i).level();
      int above = i - 1;
      while (above >= 0 && lines.get(above).text().isBlank()) {
        above--;
      }
      boolean first = level > 0 && !authors.containsKey(level) && above >= 0;
      if (first && lines.get(above).level() == level - 1) {
        attribution(lines.get(above).text()).ifPresent(author -> authors.put(level, author));
      }
    }
  }

  private Optional<String> attribution(String line) {
    String text = decode(line).strip();
    if (!text.endsWith(":")) {
      return Optional.empty();
    }
    Matcher named =
        NAMED.matcher(text.replaceFirst("^On\\s.*\\d(?: [AP]M)?(?: [-+]\\d{4})?,\\s*", ""));
    if (named.find()) {
      return Optional.of("%s <%s>".formatted(named.group(1).strip(), named.group(2)));
    }
    Matcher wrote = WROTE.matcher(text);
    return wrote.matches() ? Optional.of(wrote.group(1).strip()) : Optional.empty();
  }

  private String decode(String line) {
    return Body.decode(line.getBytes(StandardCharsets.ISO_8859_1), body.declared());
  }

  private QuotedPatch patch(int level) {
    List<QuotedLines.Line> own = lines.stream().filter(l -> l.level() == level).toList();
    var text =
        new Body(
            own.stream().map(QuotedLines.Line::text).toList(),
            own.stream().map(QuotedLines.Line::origin).toList(),
            body.declared(),
            List.of());
    List<String> above = envelope.references();
    String id = above.size() >= level ? above.get(above.size() - level) : "";
    var original =
        new Envelope(
            Position.ofLine(envelope.at().path(), own.getFirst().origin()),
            id,
            List.of(),
            authors.getOrDefault(level, ""),
            "",
            envelope.subject());
    PatchMail patch = MessageParts.of(original, text, new ArrayList<>());
    return new QuotedPatch(level, answered(patch), QuoteGaps.of(patch));
  }

  /// The subject of the answered mail is that of the answer, without `Re:`.
  private static PatchMail answered(PatchMail patch) {
    Subject s = patch.subject();
    var subject = new Subject(s.title(), false, s.counter(), s.total(), s.revision(), s.words());
    return new PatchMail(
        patch.envelope(), subject, patch.author(), patch.message(), patch.notes(), patch.diff());
  }

  private List<ReviewComment> comments(int level) {
    var found = new ArrayList<ReviewComment>();
    var place = new QuotePlace();
    var run = new ArrayList<QuotedLines.Line>();
    boolean quoting = false;
    for (QuotedLines.Line line : lines) {
      boolean same = run.isEmpty() || run.getLast().level() == line.level();
      if (line.level() >= level || !same) {
        comment(run, place, quoting).ifPresent(found::add);
        run.clear();
      }
      if (line.level() >= level) {
        quoting = true;
        place.take(line.text());
      } else {
        run.add(line);
      }
    }
    comment(run, place, quoting).ifPresent(found::add);
    return found;
  }

  private Optional<ReviewComment> comment(
      List<QuotedLines.Line> run, QuotePlace place, boolean quoting) {
    int from = 0;
    int to = signature(run);
    while (from < to && run.get(from).text().isBlank()) {
      from++;
    }
    while (to > from && run.get(to - 1).text().isBlank()) {
      to--;
    }
    if (from < to && !quoting && attribution(run.get(to - 1).text()).isPresent()) {
      to--;
    }
    if (from >= to) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    run.subList(from, to).forEach(l -> text.append(decode(l.text())));
    QuotedLines.Line first = run.get(from);
    return Optional.of(
        new ReviewComment(
            authors.getOrDefault(first.level(), ""),
            text.toString().strip(),
            Position.ofLine(envelope.at().path(), first.origin()),
            decode(place.under()).stripTrailing(),
            place.hunk()));
  }

  private static int signature(List<QuotedLines.Line> run) {
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).text().equals("-- \n")) {
        return i;
      }
    }
    return run.size();
  }
}
