package org.mmlens.c.lower;

import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;

/// What GCC refuses in kernel builds though the machine could run it: mixing pointers and integers,
/// or pointers of different types, without a cast.
final class Checks {
  private final Lowering at;

  Checks(Lowering at) {
    this.at = at;
  }

  /// Reports an assignment, argument or return value of the wrong type (C11 §6.5.16.1).
  void assignable(CType to, Value.Number from, IASTNode node) {
    CType target = to.plain();
    CType source = from.type().plain();
    if (target.isPointer() && source.isPointer()) {
      pointers((CType.Pointer) target, (CType.Pointer) source, from, node);
    } else if (target.isPointer() && source.isInteger() && !Arithmetic.isNull(from)) {
      at.error(
          "int-conversion",
          node,
          "pointer '%s' expected, found integer '%s'".formatted(target, source));
    } else if (target.isInteger() && source.isPointer() && !target.equals(CType.BOOL)) {
      at.error(
          "int-conversion",
          node,
          "integer '%s' expected, found pointer '%s'".formatted(target, source));
    }
  }

  private void pointers(CType.Pointer to, CType.Pointer from, Value.Number value, IASTNode node) {
    if (!Arithmetic.isNull(value) && !meet(to.target().plain(), from.target().plain())) {
      at.error(
          "incompatible-pointer-types",
          node,
          "pointer '%s' expected, found '%s'".formatted(to, from));
    }
  }

  private static boolean meet(CType to, CType from) {
    if (to.isVoid() || from.isVoid() || Conversions.compatible(to, from)) {
      return true;
    }
    // The kernel is built with -Wno-pointer-sign.
    boolean sameWidth =
        to.isInteger() && from.isInteger() && to.scalar().bytes() == from.scalar().bytes();
    boolean sameRank =
        sameWidth
            && to instanceof CType.Int(var a)
            && from instanceof CType.Int(var b)
            && a.rank() == b.rank();
    return sameRank || (to.isPointer() && from.isPointer() && innerMeet(to, from));
  }

  /// Qualifiers below the first level are a warning only.
  private static boolean innerMeet(CType to, CType from) {
    CType a = ((CType.Pointer) to).target().plain();
    CType b = ((CType.Pointer) from).target().plain();
    return Conversions.compatible(a, b) && a.isVoid() == b.isVoid();
  }

  /// Reports a comparison of a pointer with something of another type (C11 §6.5.8–9).
  void comparable(Value.Number l, Value.Number r, IASTNode node) {
    boolean mixed = l.type().isPointer() != r.type().isPointer();
    if (mixed && !Arithmetic.isNull(l) && !Arithmetic.isNull(r)) {
      at.error(
          "int-conversion", node, "comparison of '%s' with '%s'".formatted(l.type(), r.type()));
    }
  }
}
