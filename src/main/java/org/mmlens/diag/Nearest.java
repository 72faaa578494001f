package org.mmlens.diag;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which word was meant: Levenshtein distance.
public final class Nearest {

  /// Longer words are not compared: the time it takes is the product of both lengths.
  private static final int LONGEST = 200;

  private Nearest() {}

  /// {@return the word that is fewest edits away, unless more than a third of it would have to
  /// change}
  ///
  /// @param typed what the user wrote
  /// @param words what there is
  public static Optional<String> to(String typed, List<String> words) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(typed, word)))
        .filter(word -> distance(typed, word) <= Math.max(1, (word.length() + 1) / 3));
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
