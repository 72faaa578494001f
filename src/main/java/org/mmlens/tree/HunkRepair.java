package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Gives the lines of one hunk their white space back, from the file it is for.
///
/// Context and removed lines are the file's own. The white space of an added line is that of an
/// equal line of the file where there is one; else its indentation follows the line above it, which
/// is a guess and counted as one.
final class HunkRepair {

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

  /// {@return where in the file the collapsed lines of the pre-image stand, from 0, nearest to
  /// `wanted`}
  OptionalInt find(List<String> body, int wanted) {
    List<String> preImage = preImage(body);
    for (int distance = 0; distance <= file.size(); distance++) {
      for (int at : new int[] {wanted + distance, wanted - distance}) {
        if (at >= 0 && at + preImage.size() <= file.size() && mismatch(preImage, at) < 0) {
          return OptionalInt.of(at);
        }
      }
    }
    return OptionalInt.empty();
  }

  static List<String> preImage(List<String> body) {
    return body.stream()
        .filter(line -> !line.startsWith("+"))
        .map(line -> collapse(line.startsWith("-") ? line.substring(1) : line))
        .toList();
  }

  private int mismatch(List<String> preImage, int at) {
    for (int i = 0; i < preImage.size(); i++) {
      if (!plain.get(at + i).equals(preImage.get(i))) {
        return i;
      }
    }
    return -1;
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

  /// {@return the body as a diff has it, with line ends}
  List<String> restore(List<String> body, int at) {
    var restored = new ArrayList<String>();
    int next = at;
    String above = at > 0 ? file.get(at - 1) : "";
    for (String line : body) {
      if (line.startsWith("+")) {
        above = added(collapse(line.substring(1)), above);
        restored.add("+" + above);
      } else {
        above = file.get(next++);
        restored.add((line.startsWith("-") ? "-" : " ") + above);
      }
    }
    return restored;
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
