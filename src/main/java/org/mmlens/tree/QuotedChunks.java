package org.mmlens.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tells the lines of a hunk from what a reviewer wrote between them, by the file it is for.
///
/// Where line breaks are lost a chunk of text is a line of the hunk, such a line with words behind
/// it, or words alone; behind a single mark C's `>` cuts a line into two chunks. Context and
/// removed lines have to be the file's, in order and without a gap; an added line begins with `+`;
/// and the counts of the hunk's header have to come out. Of several readings the one that takes the
/// least for words is right.
final class QuotedChunks {

  /// Chunks, read.
  sealed interface Piece {

    /// A line of the file that stays.
    ///
    /// @param quoted as it stands in the mail
    /// @param words what stands behind it; empty where nothing does
    record Context(String quoted, String words) implements Piece {}

    /// A line of the file that goes.
    ///
    /// @param quoted as it stands in the mail
    /// @param words what stands behind it; empty where nothing does
    record Removed(String quoted, String words) implements Piece {}

    /// A new line.
    ///
    /// @param quoted as it stands in the mail, with its `+`
    /// @param words what stands behind it; empty where nothing does
    record Added(String quoted, String words) implements Piece {}

    /// What a reviewer wrote.
    ///
    /// @param words as they stand in the mail
    record Words(String words) implements Piece {}
  }

  /// A hunk, read.
  ///
  /// @param pieces in order
  /// @param chunks how many chunks they are
  /// @param doubts what about added lines cannot be known, one line each
  record Reading(List<Piece> pieces, int chunks, List<String> doubts) {
    Reading {
      pieces = List.copyOf(pieces);
      doubts = List.copyOf(doubts);
    }
  }

  /// How many lines of the hunk were found.
  private record Counts(int before, int after) {}

  /// How they were found: the cheapest way there.
  private record Step(int chunk, Counts from, Piece piece, int cost) {}

  /// Hostile chunks can be read in very many ways.
  private static final int MOST_STEPS = 300_000;

  /// How many `>` a line of C may hold.
  private static final int MOST_JOINED = 4;

  private final List<String> file;
  private final List<String> chunks;
  private final Counts wanted;
  private final int mostJoined;
  private final List<Map<Counts, Step>> layers = new ArrayList<>();

  /// Prepares to read a hunk.
  ///
  /// @param file the lines of the file, white space collapsed
  /// @param chunks what stands behind the hunk's header, up to the next header
  /// @param header how many lines the hunk covers and leads to
  /// @param level how many marks the hunk stands behind
  QuotedChunks(List<String> file, List<String> chunks, HunkHeader header, int level) {
    this.file = file;
    this.chunks = chunks;
    this.wanted = new Counts(header.before(), header.after());
    this.mostJoined = level == 1 ? MOST_JOINED : 1;
  }

  /// {@return the chunks up to the end of the hunk, read as if it began at this line; empty where
  /// they cannot be}
  ///
  /// @param start a line of the file, from 0
  Optional<Reading> at(int start) {
    if (start + wanted.before() > file.size() || !mayBegin(start)) {
      return Optional.empty();
    }
    layers.clear();
    for (int i = 0; i <= chunks.size(); i++) {
      layers.add(new LinkedHashMap<>());
    }
    var none = new Counts(0, 0);
    layers.getFirst().put(none, new Step(0, none, new Piece.Words(""), 0));
    int steps = 0;
    for (int i = 0; i <= chunks.size() && steps <= MOST_STEPS; i++) {
      if (layers.get(i).containsKey(wanted)) {
        return Optional.of(reading(i));
      }
      int chunk = i;
      layers.get(i).forEach((counts, step) -> advance(start, chunk, counts, step.cost()));
      steps += layers.get(i).size();
    }
    return Optional.empty();
  }

  private boolean mayBegin(int start) {
    if (wanted.before() == 0) {
      return true;
    }
    Optional<String> first = chunks.stream().filter(c -> !c.startsWith("+")).findFirst();
    if (first.isEmpty()) {
      return false;
    }
    String line = file.get(start);
    String bare = unsigned(first.get());
    boolean begun = mostJoined > 1 && line.startsWith(bare);
    return begun || first.get().startsWith(line) || bare.startsWith(line);
  }

  private static String unsigned(String chunk) {
    return chunk.startsWith("-") ? HunkRepair.collapse(chunk.substring(1)) : chunk;
  }

  private void advance(int start, int chunk, Counts counts, int cost) {
    String text = "";
    for (int k = 1; k <= mostJoined && chunk + k <= chunks.size(); k++) {
      String part = chunks.get(chunk + k - 1);
      boolean cut = k > 1 && !AddedLine.whole(text);
      text = k == 1 ? part : HunkRepair.collapse(text + " > " + part);
      if (text.startsWith("+") && (k == 1 || (cut && AddedLine.whole(text)))) {
        var to = new Counts(counts.before(), counts.after() + 1);
        int end = AddedLine.end(text);
        var piece = new Piece.Added(text.substring(0, end), text.substring(end));
        offer(chunk + k, to, new Step(chunk, counts, piece, cost));
      }
      if (counts.before() < wanted.before()) {
        fromFile(text, file.get(start + counts.before()), chunk, k, counts, cost);
      }
    }
    String words = chunks.get(Math.min(chunk, chunks.size() - 1));
    boolean first = counts.before() == 0 && counts.after() == 0;
    if (chunk < chunks.size() && !words.startsWith("+") && !first) {
      var step = new Step(chunk, counts, new Piece.Words(words), cost + words.length() + 1);
      offer(chunk + 1, counts, step);
    }
  }

  private void fromFile(String text, String line, int chunk, int k, Counts counts, int cost) {
    Optional<String> kept = behind(text, line);
    if (kept.isPresent()) {
      String words = kept.get();
      var piece = new Piece.Context(quoted(text, words), words);
      var to = new Counts(counts.before() + 1, counts.after() + 1);
      offer(chunk + k, to, new Step(chunk, counts, piece, cost + words.length()));
    }
    Optional<String> gone =
        text.startsWith("-") ? behind(unsigned(text), line) : Optional.<String>empty();
    if (gone.isPresent()) {
      String words = gone.get();
      var piece = new Piece.Removed(quoted(text, words), words);
      var to = new Counts(counts.before() + 1, counts.after());
      offer(chunk + k, to, new Step(chunk, counts, piece, cost + words.length()));
    }
  }

  private static String quoted(String text, String words) {
    return text.substring(0, text.length() - words.length()).strip();
  }

  private void offer(int layer, Counts to, Step step) {
    if (to.before() <= wanted.before() && to.after() <= wanted.after()) {
      layers.get(layer).merge(to, step, (one, other) -> other.cost() < one.cost() ? other : one);
    }
  }

  /// {@return what stands behind the line; empty where the text does not begin with it}
  private static Optional<String> behind(String text, String line) {
    if (text.equals(line)) {
      return Optional.of("");
    }
    return !line.isEmpty() && text.startsWith(line + " ")
        ? Optional.of(text.substring(line.length() + 1))
        : Optional.empty();
  }

  private Reading reading(int end) {
    var pieces = new ArrayList<Piece>();
    var doubts = new ArrayList<String>();
    Counts counts = wanted;
    for (int i = end; i > 0; ) {
      Step step = Objects.requireNonNull(layers.get(i).get(counts));
      pieces.add(step.piece());
      if (step.piece() instanceof Piece.Added(var quoted, _)) {
        AddedLine.doubt(quoted).ifPresent(doubts::add);
      }
      i = step.chunk();
      counts = step.from();
    }
    return new Reading(pieces.reversed(), end, doubts.reversed());
  }
}
