package org.mmlens.c.type;

import java.util.List;

/// The rules by which types meet (C11 §6.2.7, §6.3.1).
public final class Conversions {

  private Conversions() {}

  /// {@return the type after integer promotion (C11 §6.3.1.1p2); pointers stay}
  ///
  /// @param type an integer or pointer type
  public static CType promote(CType type) {
    return switch (type.plain()) {
      case CType.Int(var kind) when kind.rank() < IntKind.INT.rank() -> CType.INT;
      case Enumeration e -> promote(new CType.Int(e.underlying()));
      case CType other -> other;
    };
  }

  /// {@return the type of a bit-field's value}
  ///
  /// @param declared the type it was declared with
  /// @param width its width
  public static CType bitField(CType declared, int width) {
    CType plain = declared.plain();
    boolean signed = plain.scalar().signed();
    if (plain.equals(CType.BOOL) || width == plain.scalar().bits()) {
      return plain;
    }
    if (width < 32 || (width == 32 && signed)) {
      return CType.INT;
    }
    return width == 32 ? CType.UINT : new CType.Narrow(width, signed);
  }

  /// {@return the common type of the usual arithmetic conversions (C11 §6.3.1.8)}
  ///
  /// @param left an integer type
  /// @param right an integer type
  public static CType usual(CType left, CType right) {
    CType l = promote(left);
    CType r = promote(right);
    if (l.equals(r)) {
      return l;
    }
    if (precision(l) != precision(r)) {
      return precision(l) > precision(r) ? l : r;
    }
    if (l instanceof CType.Int(var a) && r instanceof CType.Int(var b)) {
      IntKind higher = a.rank() >= b.rank() ? a : b;
      boolean signed = a.scalar().signed() && b.scalar().signed();
      return new CType.Int(signed ? higher : higher.unsigned());
    }
    return l.scalar().signed() ? r : l;
  }

  private static int precision(CType type) {
    return type instanceof CType.Narrow(var bits, _) ? bits : type.scalar().bits();
  }

  /// {@return whether two types are compatible, qualifiers of the types themselves aside}
  ///
  /// @param left a type
  /// @param right a type
  public static boolean compatible(CType left, CType right) {
    CType l = left.plain();
    CType r = right.plain();
    if (l instanceof Enumeration e && r instanceof CType.Int(var kind)) {
      return e.underlying() == kind;
    }
    if (r instanceof Enumeration && l instanceof CType.Int) {
      return compatible(r, l);
    }
    return switch (l) {
      case CType.Pointer(var a) ->
          r instanceof CType.Pointer(var b) && sameQualifiers(a, b) && compatible(a, b);
      case CType.Array(var a, var n) ->
          r instanceof CType.Array(var b, var m)
              && compatible(a, b)
              && (n.isEmpty() || m.isEmpty() || n.equals(m));
      case CType.Function f -> r instanceof CType.Function g && compatibleFunctions(f, g);
      default -> l.equals(r);
    };
  }

  private static boolean sameQualifiers(CType a, CType b) {
    return a.isConst() == b.isConst() && a.isVolatile() == b.isVolatile();
  }

  private static boolean compatibleFunctions(CType.Function f, CType.Function g) {
    if (!compatible(f.result(), g.result())) {
      return false;
    }
    if (!f.prototyped() || !g.prototyped()) {
      return true;
    }
    return f.variadic() == g.variadic() && compatibleLists(f.params(), g.params());
  }

  private static boolean compatibleLists(List<CType> a, List<CType> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!compatible(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
