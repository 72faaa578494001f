package org.mmlens.c.lower;

import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;

/// Casts (C11 §6.5.4) to anything but `void`.
final class Casts {
  private final Lowering at;

  Casts(Lowering at) {
    this.at = at;
  }

  /// {@return a value as another type, which is not `void`}
  Value cast(CType to, Value v, IASTNode node) {
    if (v instanceof Value.Number n && (to.isInteger() || to.isPointer())) {
      return at.arithmetic().convert(n, to);
    }
    if (v instanceof Value.Wide w && (to.isInteger() || to.isPointer())) {
      return Int128.narrow(w, to, at.arithmetic());
    }
    if (Int128.is(to) && (v instanceof Value.Wide || v instanceof Value.Number)) {
      return new Value.Wide(to.plain(), new Int128(at.graph(), at.line(node)).words(v));
    }
    if (v instanceof Value.Place p
        && p.type().plain() instanceof Record
        && to.plain().equals(p.type().plain())) {
      return p;
    }
    if (to.plain() instanceof Record r && r.isUnion() && v instanceof Value.Number n) {
      return toUnion(r, n, node);
    }
    throw new Unlowerable("cast from '" + v.type() + "' to '" + to + "'");
  }

  /// GNU C: a cast to a union makes one with the member of that type set.
  private Value toUnion(Record r, Value.Number n, IASTNode node) {
    int line = at.line(node);
    Optional<Scalar> only = Layouts.onlyScalar(r);
    if (only.isPresent()) {
      Register reg = at.graph().temporary(only.get());
      at.graph().emit(new Instruction.Assign(reg, Fold.convert(only.get(), n.expr()), line));
      return new Value.Place(r, new Value.Where.InRegister(reg));
    }
    for (Record.Member m : r.layout().map(Record.Layout::members).orElse(List.of())) {
      if (m.bits().isEmpty() && m.type().plain().equals(n.type().plain())) {
        Value.Place whole = at.calls().temporary(r, line);
        at.assignments()
            .write(
                at.expressions().member(whole, m, 0, r), n.expr(), Assignments.Use.DISCARDED, line);
        return whole;
      }
    }
    throw new Unlowerable("cast to union");
  }
}
