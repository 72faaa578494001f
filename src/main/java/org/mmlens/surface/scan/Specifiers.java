package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.surface.scan.Entity.Linkage;

/// The specifiers of a declaration (C11 §6.7p1), and what is left of it without storage classes and
/// attributes.
///
/// @param words the storage classes, as written
/// @param attributes the attributes with their arguments, as written
/// @param rest everything else
record Specifiers(List<String> words, List<String> attributes, Pending rest) {

  static Specifiers of(Pending pending) {
    List<String> words = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    var rest = new Pending(pending.tokens());
    boolean initialiser = false;
    for (int i = 0; i < pending.size(); i++) {
      initialiser |= pending.is(i, '=');
      boolean word = !initialiser && pending.word(i);
      String text = word ? pending.text(i) : "";
      if (word && Words.storage(text)) {
        words.add(text);
      } else if (word && attribute(pending, i)) {
        int behind = pending.is(i + 1, '(') ? pending.behind(i + 1) : i + 1;
        attributes.add(written(pending, i, behind));
        i = behind - 1;
      } else {
        rest.addGroup(pending.token(i), pending.closing(i));
      }
    }
    return new Specifiers(words, attributes, rest);
  }

  /// {@return whether an attribute begins at the item}
  static boolean attribute(Pending items, int item) {
    if (!items.word(item)) {
      return false;
    }
    String text = items.text(item);
    return items.is(item + 1, '(') ? Words.calledAttribute(text) : Words.attribute(text);
  }

  private static String written(Pending items, int start, int end) {
    var text = new StringBuilder();
    for (int i = start; i < end; i++) {
      text.append(items.text(i));
    }
    return text.toString();
  }

  boolean typedef() {
    return words.contains("typedef");
  }

  boolean external() {
    return words.contains("extern");
  }

  boolean inline() {
    return words.stream().anyMatch(Words::inline)
        || attributes.stream().anyMatch(a -> a.equals("__always_inline"));
  }

  Linkage linkage() {
    return words.contains("static") ? Linkage.INTERNAL : Linkage.EXTERNAL;
  }

  Kind functionKind() {
    return linkage() == Linkage.INTERNAL && inline() ? Kind.INLINE : Kind.FUNCTION;
  }
}
