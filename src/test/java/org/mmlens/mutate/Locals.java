package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// The parameters and local variables of a function, as far as they are sure.
final class Locals {

  /// Macros that declare a variable, which is their first argument.
  private static final Map<String, String> DECLARING =
      Map.of(
          "VMA_ITERATOR", "struct vma_iterator",
          "VMG_STATE", "struct vma_merge_struct",
          "MA_STATE", "struct ma_state",
          "LIST_HEAD", "struct list_head");

  private static final Set<String> NO_TYPE =
      Set.of("static", "inline", "extern", "__always_inline", "noinline", "__must_check", "__init");

  private final List<Token> tokens;
  private final int name;
  private final Map<String, String> types;
  private final List<String> parameters = new ArrayList<>();
  private final Map<String, Integer> declared = new HashMap<>();
  private final Set<String> arrays = new TreeSet<>();
  private final Set<Integer> declaring = new TreeSet<>();
  private boolean plain = true;

  Locals(List<Token> tokens, Statement body) {
    this.tokens = tokens;
    this.types = Variables.of(tokens, body);
    int open = body.first() - 1;
    for (int depth = 0; open > 0; open--) {
      depth += tokens.get(open).is(")") ? 1 : tokens.get(open).is("(") ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    this.name = Math.max(open - 1, 0);
    parameters(open + 1, body.first() - 1);
    locals(body);
  }

  private void parameters(int from, int to) {
    for (int i = from; i < to; i++) {
      plain &= !tokens.get(i).text().matches("[(\\[]|\\.\\.\\.");
      if (tokens.get(i + 1).is(",") || i + 1 == to) {
        if (types.containsKey(tokens.get(i).text())) {
          parameters.add(tokens.get(i).text());
          declared.merge(tokens.get(i).text(), 1, Integer::sum);
        }
      }
    }
  }

  private void locals(Statement s) {
    switch (s.kind()) {
      case DECLARATION -> declaration(s);
      case EXPRESSION -> macro(s);
      case LOOP -> plain &= !(tokens.get(s.first()).is("for") && declares(s.first() + 2));
      case BLOCK, IF, RETURN, JUMP, EMPTY -> {
        // declares nothing of its own
      }
    }
    s.inner().forEach(this::locals);
  }

  private boolean declares(int at) {
    return tokens.get(at).sort() == Sort.IDENTIFIER
        && (tokens.get(at + 1).sort() == Sort.IDENTIFIER || tokens.get(at + 1).is("*"));
  }

  private void declaration(Statement s) {
    plain &= !tokens.get(s.first()).is("static");
    for (int i = s.first() + 1; i < s.last(); i++) {
      boolean declarator =
          tokens.get(i - 1).sort() == Sort.IDENTIFIER
              || tokens.get(i - 1).is("*")
              || tokens.get(i - 1).is(",");
      if (types.containsKey(tokens.get(i).text())
          && declarator
          && tokens.get(i + 1).text().matches("[;,=\\[]")) {
        declared.merge(tokens.get(i).text(), 1, Integer::sum);
        if (tokens.get(i + 1).is("[")) {
          arrays.add(tokens.get(i).text());
        }
      }
    }
  }

  private void macro(Statement s) {
    if (declares(s)) {
      declaring.add(s.first());
      String variable = tokens.get(s.first() + 2).text();
      declared.merge(variable, 1, Integer::sum);
      String type = DECLARING.get(tokens.get(s.first()).text());
      if (type == null) {
        plain = false;
      } else {
        types.put(variable, type);
      }
    }
  }

  /// Whether a statement is a macro in capitals that seems to declare its first argument.
  boolean declaring(Statement s) {
    return declaring.contains(s.first());
  }

  private boolean declares(Statement s) {
    return s.kind() == Statement.Kind.EXPRESSION
        && s.last() - s.first() >= 3
        && tokens.get(s.first()).text().matches("[A-Z][A-Z_0-9]+")
        && tokens.get(s.first() + 1).is("(")
        && tokens.get(s.first() + 2).sort() == Sort.IDENTIFIER
        && tokens.get(s.first() + 3).text().matches("[,)]")
        && !types.containsKey(tokens.get(s.first() + 2).text());
  }

  /// {@return whether all declarations were understood}
  boolean plain() {
    return plain;
  }

  /// {@return the parameters, in order}
  List<String> parameters() {
    return List.copyOf(parameters);
  }

  /// {@return the names of all variables}
  Set<String> names() {
    Set<String> all = new TreeSet<>(types.keySet());
    all.addAll(declared.keySet());
    return all;
  }

  /// {@return the type of a variable that is declared once and is no array}
  Optional<String> type(String variable) {
    return declared.getOrDefault(variable, 0) == 1 && !arrays.contains(variable)
        ? Optional.ofNullable(types.get(variable))
        : Optional.empty();
  }

  /// {@return the type the function returns}
  String result() {
    return String.join(
        " ",
        tokens.subList(0, name).stream()
            .map(Token::text)
            .filter(t -> !NO_TYPE.contains(t))
            .toList());
  }

  /// {@return whether the function is static}
  boolean internal() {
    return tokens.subList(0, name).stream().anyMatch(t -> t.is("static"));
  }
}
