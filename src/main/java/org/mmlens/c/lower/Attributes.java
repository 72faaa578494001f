package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTAlignmentSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTAttribute;
import org.eclipse.cdt.core.dom.ast.IASTAttributeOwner;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTToken;
import org.eclipse.cdt.core.dom.ast.IASTTokenList;

/// The GNU attributes that change what code means; the rest is advice to a compiler.
///
/// @param all name (without underscores around) and argument of each
/// @param alignment the largest of `aligned` and `_Alignas`; 0 if there is none
record Attributes(List<Attribute> all, int alignment) {

  static final Attributes NONE = new Attributes(List.of(), 0);

  private static final int BIGGEST = 16;

  /// One attribute.
  ///
  /// @param name its name
  /// @param argument its argument's tokens with a blank between them; empty if there is none
  record Attribute(String name, String argument) {}

  @SuppressWarnings("deprecation") // CDT offers no other way to `_Alignas` in C.
  static Attributes of(Lowering at, IASTAttributeOwner owner) {
    var all = new ArrayList<Attribute>();
    int alignment = 0;
    for (IASTAttribute a : owner.getAttributes()) {
      String name = bare(new String(a.getName()));
      String argument = a.getArgumentClause() == null ? "" : text(a.getArgumentClause());
      all.add(new Attribute(name, argument));
      if (name.equals("aligned")) {
        long value = argument.isEmpty() ? BIGGEST : new TokenConstants(at, argument).value();
        alignment = Math.max(alignment, (int) value);
      }
    }
    if (owner instanceof IASTDeclSpecifier spec) {
      for (IASTAlignmentSpecifier a : spec.getAlignmentSpecifiers()) {
        alignment = Math.max(alignment, explicit(at, a));
      }
    }
    return all.isEmpty() && alignment == 0 ? NONE : new Attributes(List.copyOf(all), alignment);
  }

  private static int explicit(Lowering at, IASTAlignmentSpecifier a) {
    if (a.getExpression() != null) {
      return (int) at.constant(a.getExpression()).orElse(0);
    }
    return org.mmlens.c.type.Layouts.align(at.types().of(a.getTypeId()));
  }

  /// {@return whether an attribute is given, whatever its argument}
  static boolean hasName(IASTAttributeOwner owner, String name) {
    for (IASTAttribute a : owner.getAttributes()) {
      if (bare(new String(a.getName())).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String bare(String name) {
    return name.startsWith("__") && name.endsWith("__") && name.length() > 4
        ? name.substring(2, name.length() - 2)
        : name;
  }

  private static String text(IASTToken token) {
    if (token instanceof IASTTokenList list) {
      var out = new StringBuilder();
      for (IASTToken t : list.getTokens()) {
        out.append(text(t)).append(' ');
      }
      return out.toString().strip();
    }
    return new String(token.getTokenCharImage());
  }

  boolean has(String name) {
    return all.stream().anyMatch(a -> a.name().equals(name));
  }

  Optional<String> argument(String name) {
    return all.stream().filter(a -> a.name().equals(name)).map(Attribute::argument).findFirst();
  }

  Attributes and(Attributes other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    var both = new ArrayList<>(all);
    both.addAll(other.all());
    return new Attributes(List.copyOf(both), Math.max(alignment, other.alignment()));
  }
}
