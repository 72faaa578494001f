package org.mmlens.lens;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// What a run has stored in memory that outlives it and that nothing else reads: pointers and
/// arrays of the layout's objects, other objects, elements of the frame array, variables.
///
/// @param known whether a side has a variable
/// @param words what is stored, sorted
record Stored(Predicate<String> known, List<Word> words) {

  /// A word of memory that has changed.
  ///
  /// @param owner what it belongs to: a variable, an object, a page
  /// @param member which part of it; empty for a variable
  /// @param value what it holds: a number, or what it points to
  /// @param variable whether it is part of a variable
  record Word(String owner, String member, String value, boolean variable) {

    static final Comparator<Word> ORDER =
        Comparator.comparing(Word::owner).thenComparing(Word::member).thenComparing(Word::value);

    /// {@return where it is, as C spells it}
    String place() {
      return owner.replaceFirst("@.*", "") + member;
    }
  }

  /// Copies the list.
  Stored {
    words = List.copyOf(words);
  }

  /// A variable that only one side has, such as one a patch adds to count something, is compared
  /// with nothing.
  @Override
  public boolean equals(Object other) {
    return other instanceof Stored that
        && (words.equals(that.words) || common(that).equals(that.common(this)));
  }

  private List<Word> common(Stored other) {
    return words.stream().filter(w -> !w.variable() || other.known.test(w.owner())).toList();
  }

  @Override
  public int hashCode() {
    return 2;
  }

  @Override
  public String toString() {
    return words.toString();
  }
}
