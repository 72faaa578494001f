package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives the lines of one hunk their white space back, from the file it is for.
///
/// Context and removed lines are the file's own. The white space of an added line is that of an
/// equal line of the file where there is one; else its indentation follows the line above it, which
/// is a guess and counted as one.
final class HunkRepair {

  /// A hunk whose place in the file was found.
  ///
  /// @param at the line it begins at, from 0
  /// @param reading its lines, and what a reviewer wrote between them
  record Placed(int at, QuotedChunks.Reading reading) {}

  private final List<String> file;
  private final List<String> plain;
  private int guesses = 0;

  HunkRepair(List<String> file) {
    this.file = file;
    this.plain = file.stream().map(HunkRepair::collapse).toList();
  }

  static String collapse(String line) {
    return line.replaceAll("\\s+", " ").strip();
  }

  /// {@return how many added lines have guessed white space so far}
  int guesses() {
    return guesses;
  }

  /// {@return the hunk's lines and the words between them, read where in the file they stand; empty
  /// where they stand nowhere}
  ///
  /// @param chunks what stands behind the hunk's header
  /// @param header its numbers
  /// @param level how many marks they stand behind
  Optional<Placed> find(List<String> chunks, HunkHeader header, int level) {
    var reading = new QuotedChunks(plain, chunks, header, level);
    int wanted = header.before() == 0 ? header.start() : Math.max(header.start() - 1, 0);
    for (int distance = 0; distance <= file.size(); distance++) {
      for (int at : new int[] {wanted + distance, wanted - distance}) {
        if (at >= 0 && at <= file.size()) {
          Optional<QuotedChunks.Reading> read = reading.at(at);
          if (read.isPresent()) {
            return Optional.of(new Placed(at, read.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  static List<String> preImage(List<String> body) {
    return body.stream()
        .filter(line -> !line.startsWith("+"))
        .map(line -> collapse(line.startsWith("-") ? line.substring(1) : line))
        .toList();
  }

  /// {@return the place where most of the lines agree, and the first that does not}
  String closest(List<String> body) {
    List<String> preImage = preImage(body);
    int best = 0;
    int most = -1;
    for (int at = 0; at < plain.size(); at++) {
      int same = 0;
      for (int i = 0; i < preImage.size() && at + i < plain.size(); i++) {
        same += plain.get(at + i).equals(preImage.get(i)) ? 1 : 0;
      }
      if (same > most) {
        most = same;
        best = at;
      }
    }
    for (int i = 0; i < preImage.size(); i++) {
      String found = best + i < plain.size() ? plain.get(best + i) : "nothing";
      if (!found.equals(preImage.get(i))) {
        return "at line %d the mail has '%s', the tree has '%s'"
            .formatted(best + i + 1, preImage.get(i), found);
      }
    }
    return "its lines are not in the tree";
  }

  /// {@return the lines of the hunk as a diff has them, with line ends}
  List<String> restore(Placed placed) {
    var restored = new ArrayList<String>();
    int next = placed.at();
    String above = next > 0 ? file.get(next - 1) : "";
    for (QuotedChunks.Piece piece : placed.reading().pieces()) {
      switch (piece) {
        case QuotedChunks.Piece.Added(var quoted, _) -> {
          above = added(collapse(quoted.substring(1)), above);
          restored.add("+" + above);
        }
        case QuotedChunks.Piece.Context _ -> {
          above = file.get(next++);
          restored.addAll(line(" ", above));
        }
        case QuotedChunks.Piece.Removed _ -> {
          above = file.get(next++);
          restored.addAll(line("-", above));
        }
        case QuotedChunks.Piece.Words _ -> {}
      }
    }
    return restored;
  }

  private static List<String> line(String sign, String line) {
    return line.endsWith("\n")
        ? List.of(sign + line)
        : List.of(sign + line + "\n", "\\ No newline at end of file\n");
  }

  private String added(String words, String above) {
    if (words.isEmpty()) {
      return "\n";
    }
    Optional<String> same = file.stream().filter(line -> collapse(line).equals(words)).findFirst();
    if (same.isPresent()) {
      return same.get().endsWith("\n") ? same.get() : same.get() + "\n";
    }
    guesses++;
    return indent(words, above) + words + "\n";
  }

  private static String indent(String words, String above) {
    String text = above.strip();
    String indent =
        above.substring(0, above.length() - above.stripLeading().length()).replace("\n", "");
    if (words.startsWith("*")) {
      return text.startsWith("/*") ? indent + " " : indent;
    }
    if (text.endsWith("*/") && !text.startsWith("/*") && indent.endsWith(" ")) {
      indent = indent.substring(0, indent.length() - 1);
    }
    boolean deeper = text.endsWith("{") || (text.startsWith("if (") && text.endsWith(")"));
    if (words.startsWith("}")) {
      return indent.startsWith("\t") && !text.endsWith("{") ? indent.substring(1) : indent;
    }
    return deeper ? indent + "\t" : indent;
  }
}
