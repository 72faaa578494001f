package org.mmlens.c.lower;

import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTEqualsInitializer;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializer;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdInitializerExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;

/// Initialisers of locals, and compound literals (C11 §6.7.9, §6.5.2.5).
final class Initialisers {
  private final Lowering at;

  Initialisers(Lowering at) {
    this.at = at;
  }

  /// {@return what stands right of `=`}
  static IASTInitializerClause clause(IASTInitializer initializer) {
    return switch (initializer) {
      case IASTEqualsInitializer e -> e.getInitializerClause();
      case IASTInitializerList list -> list;
      default -> throw new Unlowerable("initialiser");
    };
  }

  /// {@return the type with the length that an initialiser gives an array without one}
  CType completed(CType type, IASTInitializerClause clause) {
    if (type.plain() instanceof CType.Array(var element, var length) && length.isEmpty()) {
      OptionalLong found =
          OptionalLong.of(new InitialiserWalk(at, Sink.NONE).length(element, clause));
      CType whole = new CType.Array(element, found);
      return type instanceof CType.Qualified(_, var c, var v, var align)
          ? (align > 0 ? whole.with(c, v).aligned(align) : whole.with(c, v))
          : whole;
    }
    return type;
  }

  /// Initialises a local.
  void local(Value.Place place, IASTInitializerClause clause, int line) {
    CType type = place.type();
    Value.Place target = new Value.Place(type.plain(), place.where());
    boolean braced = clause instanceof IASTInitializerList;
    if (!braced && !(type.plain() instanceof CType.Array)) {
      IASTExpression e = (IASTExpression) clause;
      Value v = at.expressions().rvalue(at.expressions().lower(e));
      at.assignments().store(target, v, Assignments.Use.DISCARDED, e, line);
      return;
    }
    switch (target.where()) {
      case Value.Where.InRegister(var r) -> inRegister(r, target.type(), clause, line);
      case Value.Where.InMemory(var address) -> inMemory(address, target.type(), clause, line);
      case Value.Where.InBits _ -> throw new IllegalStateException();
    }
  }

  private void inMemory(Expr address, CType type, IASTInitializerClause clause, int line) {
    long bytes = at.arithmetic().size(type);
    if (bytes > 0) {
      at.graph().emit(new Instruction.Zero(address, bytes, line));
    }
    new InitialiserWalk(at, new MemorySink(address, line)).object(type, 0, clause);
  }

  private void inRegister(Register r, CType type, IASTInitializerClause clause, int line) {
    var sink = new RegisterSink(r.type());
    new InitialiserWalk(at, sink).object(type, 0, clause);
    at.graph().emit(new Instruction.Assign(r, sink.value, line));
  }

  Value compoundLiteral(IASTTypeIdInitializerExpression e) {
    CType type = literalType(e);
    Optional<Scalar> only = Layouts.onlyScalar(type);
    if (only.isEmpty() || at.names().isFile()) {
      return compoundLiteralInMemory(e);
    }
    Register r = at.graph().temporary(only.get());
    inRegister(r, type.plain(), clause(e.getInitializer()), at.line(e));
    return new Value.Place(type, new Value.Where.InRegister(r));
  }

  Value compoundLiteralInMemory(IASTTypeIdInitializerExpression e) {
    CType type = literalType(e);
    if (at.frame().storage() == Lowering.Storage.STATIC) {
      String symbol = at.unit().statics().literal(e, type, at);
      return new Value.Place(type, new Value.Where.InMemory(new Expr.GlobalAddress(symbol, 0)));
    }
    int line = at.line(e);
    Value.Place place = at.calls().temporary(type.plain(), line);
    local(place, clause(e.getInitializer()), line);
    return new Value.Place(type, place.where());
  }

  private CType literalType(IASTTypeIdInitializerExpression e) {
    return completed(at.types().of(e.getTypeId()), clause(e.getInitializer()));
  }

  /// Where the parts of an initialiser go.
  interface Sink {
    /// Does nothing: to count elements.
    Sink NONE =
        new Sink() {
          @Override
          public void scalar(Slot slot, IASTExpression e) {}

          @Override
          public void text(long offset, long bytes, byte[] text) {}

          @Override
          public void aggregate(long offset, CType type, IASTExpression e) {}
        };

    /// Takes a number.
    void scalar(Slot slot, IASTExpression e);

    /// Takes a string literal for an array of `char`, cut or filled to `bytes`.
    void text(long offset, long bytes, byte[] text);

    /// Takes a whole struct or union.
    void aggregate(long offset, CType type, IASTExpression e);
  }

  /// A scalar part of an object.
  ///
  /// @param offset bytes from the start of the object; of the struct around it for a bit-field
  /// @param type the type it was declared with
  /// @param bits the place of a bit-field
  /// @param around the size of the struct around a bit-field
  record Slot(long offset, CType type, Optional<Record.Bits> bits, long around) {}

  private final class MemorySink implements Sink {
    private final Expr base;
    private final int line;

    MemorySink(Expr base, int line) {
      this.base = base;
      this.line = line;
    }

    @Override
    public void scalar(Slot slot, IASTExpression e) {
      Value v = at.expressions().rvalue(at.expressions().lower(e));
      at.assignments().store(place(slot), v, Assignments.Use.DISCARDED, e, line);
    }

    private Value.Place place(Slot slot) {
      Expr address = Fold.add(base, slot.offset());
      if (slot.bits().isEmpty()) {
        return new Value.Place(slot.type().plain(), new Value.Where.InMemory(address));
      }
      Record.Bits bits = slot.bits().get();
      Layouts.Unit unit = BitFields.unit(bits, slot.around());
      return new Value.Place(
          Conversions.bitField(slot.type(), bits.width()),
          new Value.Where.InBits(address, unit, bits.width(), slot.type()));
    }

    @Override
    public void text(long offset, long bytes, byte[] text) {
      long copied = Math.min(bytes, text.length + 1L);
      if (copied > 0) {
        Expr source = new Expr.GlobalAddress(at.unit().literal(text), 0);
        at.graph().emit(new Instruction.Copy(Fold.add(base, offset), source, copied, line));
      }
    }

    @Override
    public void aggregate(long offset, CType type, IASTExpression e) {
      Value v = at.expressions().rvalue(at.expressions().lower(e));
      Value.Place to =
          new Value.Place(type.plain(), new Value.Where.InMemory(Fold.add(base, offset)));
      at.assignments().store(to, v, Assignments.Use.DISCARDED, e, line);
    }
  }

  /// For an object that is one scalar: the last part given wins, as in memory.
  private final class RegisterSink implements Sink {
    private final Scalar scalar;
    private Expr value;

    RegisterSink(Scalar scalar) {
      this.scalar = scalar;
      this.value = Fold.constant(0, scalar);
    }

    @Override
    public void scalar(Slot slot, IASTExpression e) {
      Value.Number n = at.expressions().number(e);
      new Checks(at).assignable(slot.type(), n, e);
      value = Fold.convert(scalar, at.arithmetic().convert(n, slot.type()).expr());
    }

    @Override
    public void text(long offset, long bytes, byte[] text) {
      throw new IllegalStateException();
    }

    @Override
    public void aggregate(long offset, CType type, IASTExpression e) {
      Value v = at.expressions().rvalue(at.expressions().lower(e));
      if (!(v instanceof Value.Place p)) {
        throw at.refuse("types", e, "'%s' expected, found '%s'".formatted(type, v.type()));
      }
      value = Fold.convert(scalar, at.expressions().scalarOf(p, scalar));
    }
  }
}
