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
    int trailing = trailing(pending);
    for (int i = 0; i < pending.size(); i++) {
      initialiser |= pending.is(i, '=');
      boolean word = !initialiser && pending.word(i);
      String text = word ? pending.text(i) : "";
      if (word && Words.storage(text)) {
        words.add(text);
      } else if (word && (i >= trailing || attribute(pending, i))) {
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

  /// {@return where the attributes behind a parameter list begin; the size where there are none}
  ///
  /// Subsystems name attributes of their own, e.g. `__assume_page_alignment`; behind the parameters
  /// nothing else can stand that begins with `__`.
  private static int trailing(Pending items) {
    int end = items.size();
    while (end > 0 && items.group(end - 1)) {
      end--;
    }
    int first = items.size();
    for (int at = end, before = one(items, at); before < at; before = one(items, at)) {
      at = before;
      int list = opening(items, at - 1);
      boolean parameters =
          list >= 0 && !(items.word(list - 1) && Words.calledAttribute(items.text(list - 1)));
      first = parameters ? at : first;
    }
    return first;
  }

  /// {@return the start of the `__name` or `__name(…)` that ends before the item, else the item}
  private static int one(Pending items, int end) {
    int list = opening(items, end - 1);
    int name = list < 0 ? end - 1 : list - 1;
    return items.word(name) && items.text(name).startsWith("__") ? name : end;
  }

  /// {@return the `(` that the `)` at the item closes; negative where there is none}
  private static int opening(Pending items, int item) {
    if (!items.is(item, ')')) {
      return -1;
    }
    int depth = 0;
    for (int i = item; i >= 0; i--) {
      depth += items.is(i, ')') ? 1 : items.is(i, '(') ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
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
