package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;

/// Reads parameters, members and other declarators: which word is the name, what is the type.
final class DeclaratorReader {

  private DeclaratorReader() {}

  /// {@return the parameters between the parentheses}
  ///
  /// @param items the items without the parentheses
  static List<Parameter> parameters(Pending items) {
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= items.size(); i++) {
      if (i == items.size() || depth == 0 && items.is(i, ',')) {
        if (i > start) {
          parameters.add(declarator(items.slice(start, i)));
        }
        start = i + 1;
      } else if (items.is(i, '(') || items.is(i, '[')) {
        depth++;
      } else if (items.is(i, ')') || items.is(i, ']')) {
        depth--;
      }
    }
    boolean none =
        parameters.size() == 1 && parameters.getFirst().equals(new Parameter("void", ""));
    return none ? List.of() : parameters;
  }

  /// {@return type and name of one declarator with its specifiers}
  static Parameter declarator(Pending raw) {
    Pending items = withoutAttributes(raw);
    int name = nameItem(items);
    List<String> type = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.is(i, '[') && name >= 0 && i > name) {
        type.add("[]");
        i = items.behind(i) - 1;
      } else if (i != name && !storage(items, i)) {
        type.add(items.group(i) ? "{}" : items.text(i));
      }
    }
    return new Parameter(TypeText.of(decayed(type)), name < 0 ? "" : items.text(name));
  }

  private static boolean storage(Pending items, int item) {
    return items.word(item) && Words.storage(items.text(item));
  }

  /// An outermost array parameter is a pointer (C11 §6.7.6.3p7); so are array members, near enough.
  private static List<String> decayed(List<String> type) {
    int first = type.indexOf("[]");
    if (first >= 0) {
      type.set(first, "*");
    }
    return type;
  }

  /// {@return which item is the declared name; negative for none}
  static int nameItem(Pending items) {
    int pointer = functionPointer(items);
    if (pointer >= 0) {
      return pointer;
    }
    int last = -1;
    int words = 0;
    for (int i = 0; i < items.size(); i++) {
      if (items.is(i, '[') || items.is(i, ':') || items.is(i, '=')) {
        break;
      }
      if (items.is(i, '(')) {
        boolean typeOperator = i > 0 && items.text(i - 1).contains("typeof");
        last = items.is(i + 1, '*') || typeOperator ? -1 : last;
        i = items.behind(i) - 1;
        words++;
      } else if (items.word(i)
          && !Words.qualifier(items.text(i))
          && !Words.storage(items.text(i))) {
        last = i;
        words++;
      } else if (items.group(i)) {
        words++;
      } else if (items.is(i, '*')) {
        last = -1;
      }
    }
    boolean tag = last > 0 && words == 2 && items.text(last - 1).matches("struct|union|enum");
    boolean named = last >= 0 && words > 1 && !tag && !Words.basicType(items.text(last));
    return named ? last : -1;
  }

  /// {@return the name in `type (*name)(…)` and `type (*name[3])(…)`; negative elsewhere}
  static int functionPointer(Pending items) {
    for (int i = 0; i + 2 < items.size(); i++) {
      if (items.is(i, '(') && (items.is(i + 1, '*') || items.is(i + 1, '^'))) {
        int at = i + 2;
        while (items.is(at, '*') || items.word(at) && skippable(items.text(at))) {
          at++;
        }
        return items.word(at) ? at : -1;
      }
    }
    return -1;
  }

  private static boolean skippable(String word) {
    return Words.qualifier(word) || Words.attribute(word);
  }

  /// {@return the items without attributes and their arguments}
  static Pending withoutAttributes(Pending items) {
    var plain = new Pending(items.tokens());
    for (int i = 0; i < items.size(); i++) {
      if (Specifiers.attribute(items, i)) {
        i = items.is(i + 1, '(') ? items.behind(i + 1) - 1 : i;
      } else {
        plain.addGroup(items.token(i), items.closing(i));
      }
    }
    return plain;
  }
}
