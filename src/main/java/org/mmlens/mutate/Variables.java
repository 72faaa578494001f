package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// The parameters and local variables of a function with the spelling of their types.
final class Variables {

  private final List<Token> tokens;
  private final Map<String, String> types = new TreeMap<>();

  private Variables(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// {@return the type of each, by name, in alphabetical order}
  static Map<String, String> of(List<Token> tokens, Statement body) {
    var variables = new Variables(tokens);
    variables.parameters(body.first());
    variables.locals(body);
    return variables.types;
  }

  private void parameters(int body) {
    int open = body - 1;
    int depth = 0;
    for (; open >= 0; open--) {
      depth += tokens.get(open).is(")") ? 1 : tokens.get(open).is("(") ? -1 : 0;
      if (depth == 0 && tokens.get(open).is("(")) {
        break;
      }
    }
    int first = open + 1;
    for (int i = first; i < body; i++) {
      if (tokens.get(i).is(",") || i == body - 1) {
        if (i - 1 > first && tokens.get(i - 1).sort() == Sort.IDENTIFIER) {
          types.put(tokens.get(i - 1).text(), spelling(first, i - 1));
        }
        first = i + 1;
      }
    }
  }

  private void locals(Statement s) {
    if (s.kind() == Statement.Kind.DECLARATION) {
      declaration(s);
    }
    s.inner().forEach(this::locals);
  }

  /// `T a = x, *b;` declares `a` of type `T` and `b` of type `T *`.
  private void declaration(Statement s) {
    List<int[]> parts = parts(s.first(), s.last());
    int specifiers = s.first();
    int end = parts.getFirst()[1];
    for (int i = s.first(); i < parts.getFirst()[1]; i++) {
      if (tokens.get(i).is("=") || tokens.get(i).is("[")) {
        end = i;
        break;
      }
    }
    int name = end - 1;
    int star = name;
    while (star > specifiers && tokens.get(star - 1).is("*")) {
      star--;
    }
    if (name <= specifiers || tokens.get(name).sort() != Sort.IDENTIFIER) {
      return;
    }
    String base = spelling(specifiers, star);
    types.put(tokens.get(name).text(), spelling(specifiers, name));
    for (int[] part : parts.subList(1, parts.size())) {
      int at = part[0];
      var stars = new StringBuilder();
      while (at < part[1] && tokens.get(at).is("*")) {
        stars.append(" *");
        at++;
      }
      if (at < part[1] && tokens.get(at).sort() == Sort.IDENTIFIER) {
        types.put(tokens.get(at).text(), base + stars);
      }
    }
  }

  private List<int[]> parts(int first, int last) {
    List<int[]> found = new ArrayList<>();
    int depth = 0;
    int from = first;
    for (int i = first; i <= last; i++) {
      String text = tokens.get(i).text();
      switch (text) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {}
      }
      if (depth == 0 && (text.equals(",") || i == last)) {
        found.add(new int[] {from, i});
        from = i + 1;
      }
    }
    return found;
  }

  private String spelling(int from, int to) {
    return String.join(" ", tokens.subList(from, to).stream().map(Token::text).toList());
  }
}
