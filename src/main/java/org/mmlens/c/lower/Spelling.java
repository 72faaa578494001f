package org.mmlens.c.lower;

import java.util.stream.Collectors;
import org.mmlens.c.type.CType;

/// Types as C declares them.
final class Spelling {

  private Spelling() {}

  /// {@return a declaration of `name`, on one line}
  static String declaration(CType type, String name) {
    return spell(type, name);
  }

  private static String spell(CType type, String inner) {
    String qualifiers =
        (type.isConst() && type instanceof CType.Qualified ? "const " : "")
            + (type.isVolatile() ? "volatile " : "");
    return switch (type.plain()) {
      case CType.Pointer(var target) -> {
        String star = "*" + qualifiers + inner;
        boolean grouped =
            target.plain() instanceof CType.Function || target.plain() instanceof CType.Array;
        yield spell(target, grouped ? "(" + star + ")" : star);
      }
      case CType.Array(var element, var length) ->
          spell(element, inner + "[" + (length.isPresent() ? length.getAsLong() : "") + "]");
      case CType.Function f -> spell(f.result(), inner + "(" + parameters(f) + ")");
      case CType base -> qualifiers + base + (inner.isEmpty() ? "" : " " + inner);
    };
  }

  private static String parameters(CType.Function f) {
    if (!f.prototyped()) {
      return "";
    }
    String list = f.params().stream().map(p -> spell(p, "")).collect(Collectors.joining(", "));
    return f.variadic() ? list + ", ..." : list.isEmpty() ? "void" : list;
  }
}
