package org.mmlens.c.lower;

import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Scalar;

/// Arithmetic in 128 bits, on pairs of words. Division is a hole, as it is a call of a library
/// function that kernels lack.
final class Int128 {
  private static final Expr ZERO = Fold.constant(0, Scalar.U64);

  private final Graph graph;
  private final int line;

  Int128(Graph graph, int line) {
    this.graph = graph;
    this.line = line;
  }

  /// Two words of a number.
  record Words(Expr low, Expr high) {}

  static boolean is(CType type) {
    return type.plain() instanceof CType.Wide;
  }

  private static boolean isSigned(CType type) {
    return type.plain() instanceof CType.Wide(var signed) ? signed : type.scalar().signed();
  }

  /// {@return a value in 128 bits}
  Words words(Value v) {
    return switch (v) {
      case Value.Wide(_, var words) -> words;
      case Value.Number n -> extended(n);
      case Value.Place _, Value.Code _, Value.Nothing _ ->
          throw new Unlowerable("'" + v.type() + "' as '__int128'");
    };
  }

  /// {@return the words of a number, the upper one by its sign}
  Words extended(Value.Number n) {
    Expr low = graph.once(Fold.convert(Scalar.U64, n.expr()), line);
    return new Words(low, n.type().scalar().signed() ? sign(low) : ZERO);
  }

  private static Expr sign(Expr word) {
    return Fold.convert(Scalar.U64, arithmetic(word, Fold.constant(63, Scalar.I32)));
  }

  private static Expr arithmetic(Expr word, Expr count) {
    return Fold.binary(BinaryOp.SHR, Scalar.I64, Fold.convert(Scalar.I64, word), count);
  }

  private Expr once(Expr e) {
    return graph.once(e, line);
  }

  private Words once(Words w) {
    return new Words(once(w.low()), once(w.high()));
  }

  /// {@return the number as another integer or pointer type has it}
  static Value.Number narrow(Value.Wide v, CType to, Arithmetic arithmetic) {
    Expr from = v.words().low();
    if (to.plain().equals(CType.BOOL)) {
      return new Value.Number(CType.BOOL, Fold.convert(Scalar.U8, truth(v)));
    }
    return arithmetic.convert(new Value.Number(CType.ULONG, from), to);
  }

  /// {@return 1 if it is not 0, else 0, as `int`}
  static Expr truth(Value.Wide v) {
    Expr any = op(BinaryOp.OR, v.words().low(), v.words().high());
    return Fold.truth(any);
  }

  /// {@return what lies at an address}
  Value.Wide load(CType type, Expr address, Expr.Access access) {
    Expr at = once(address);
    Expr low = graph.into(new Expr.Load(Scalar.U64, at, access), line);
    Expr high = graph.into(new Expr.Load(Scalar.U64, Fold.add(at, 8), access), line);
    return new Value.Wide(type.plain(), new Words(low, high));
  }

  void store(Expr address, Value v) {
    Words words = once(words(v));
    Expr at = once(address);
    graph.emit(new Instruction.Store(Scalar.U64, at, words.low(), line));
    graph.emit(new Instruction.Store(Scalar.U64, Fold.add(at, 8), words.high(), line));
  }

  Value.Wide unary(UnaryOp op, Value.Wide v) {
    Words w = v.words();
    Words result =
        op == UnaryOp.NEGATE
            ? difference(new Words(ZERO, ZERO), w)
            : new Words(Fold.unary(op, Scalar.U64, w.low()), Fold.unary(op, Scalar.U64, w.high()));
    return new Value.Wide(v.type(), result);
  }

  /// {@return an operation of which one operand at least is of 128 bits; a shift is of the type of
  /// its left one}
  Value binary(BinaryOp op, Value l, Value r, IASTNode node, Lowering at) {
    if (op == BinaryOp.SHL || op == BinaryOp.SHR) {
      return shift(op, l, r, node, at);
    }
    CType type = common(l.type(), r.type());
    Words a = once(words(l));
    Words b = once(words(r));
    Words result =
        switch (op) {
          case ADD -> sum(a, b);
          case SUB -> difference(a, b);
          case MUL -> product(a, b);
          case AND, OR, XOR -> new Words(op(op, a.low(), b.low()), op(op, a.high(), b.high()));
          case DIV, REM -> throw new Unlowerable("division of '__int128'");
          case SHL, SHR -> throw new IllegalStateException();
        };
    return new Value.Wide(type, once(result));
  }

  private static CType common(CType l, CType r) {
    boolean left = !is(l) || isSigned(l);
    boolean right = !is(r) || isSigned(r);
    return new CType.Wide(left && right);
  }

  private Value shift(BinaryOp op, Value l, Value r, IASTNode node, Lowering at) {
    Expr count =
        once(
            r instanceof Value.Wide(_, var w)
                ? w.low()
                : Fold.convert(Scalar.U64, at.arithmetic().promote(numberOf(r, node, at)).expr()));
    if (!(l instanceof Value.Wide left)) {
      Value.Number n = new Value.Number(CType.ULONG, count);
      return at.arithmetic().binary(op, numberOf(l, node, at), n, node);
    }
    Words w = once(left.words());
    boolean signed = isSigned(left.type());
    return new Value.Wide(
        left.type(), once(op == BinaryOp.SHL ? up(w, count) : down(w, count, signed)));
  }

  private static Value.Number numberOf(Value v, IASTNode node, Lowering at) {
    return at.expressions().number(v, node);
  }

  /// Counts of single words are taken modulo 64.
  private Words up(Words w, Expr count) {
    Expr far = far(count);
    Expr moved = once(op(BinaryOp.SHL, w.low(), count));
    Expr carried = op(BinaryOp.SHR, op(BinaryOp.SHR, w.low(), one()), rest(count));
    Expr high = op(BinaryOp.OR, op(BinaryOp.SHL, w.high(), count), carried);
    return new Words(
        Fold.select(Scalar.U64, far, ZERO, moved), Fold.select(Scalar.U64, far, moved, high));
  }

  private Words down(Words w, Expr count, boolean signed) {
    Expr far = far(count);
    Expr moved =
        once(
            signed
                ? Fold.convert(Scalar.U64, arithmetic(w.high(), count))
                : op(BinaryOp.SHR, w.high(), count));
    Expr carried = op(BinaryOp.SHL, op(BinaryOp.SHL, w.high(), one()), rest(count));
    Expr low = op(BinaryOp.OR, op(BinaryOp.SHR, w.low(), count), carried);
    Expr above = signed ? sign(w.high()) : ZERO;
    return new Words(
        Fold.select(Scalar.U64, far, moved, low), Fold.select(Scalar.U64, far, above, moved));
  }

  private Expr far(Expr count) {
    return once(Fold.truth(op(BinaryOp.AND, count, Fold.constant(64, Scalar.U64))));
  }

  private static Expr rest(Expr count) {
    return op(
        BinaryOp.AND,
        op(BinaryOp.SUB, Fold.constant(63, Scalar.U64), count),
        Fold.constant(63, Scalar.U64));
  }

  private static Expr one() {
    return Fold.constant(1, Scalar.U64);
  }

  Value.Number compare(CompareOp relation, Value l, Value r) {
    Words a = once(words(l));
    Words b = once(words(r));
    if (relation == CompareOp.EQ || relation == CompareOp.NE) {
      Expr differ =
          op(BinaryOp.OR, op(BinaryOp.XOR, a.low(), b.low()), op(BinaryOp.XOR, a.high(), b.high()));
      return new Value.Number(CType.INT, Fold.compare(relation, Scalar.U64, differ, ZERO));
    }
    Scalar order = isSigned(common(l.type(), r.type())) ? Scalar.I64 : Scalar.U64;
    Expr x = Fold.convert(order, a.high());
    Expr y = Fold.convert(order, b.high());
    Expr same = Fold.compare(CompareOp.EQ, order, x, y);
    Expr low = Fold.compare(relation, Scalar.U64, a.low(), b.low());
    Expr high = Fold.compare(relation, order, x, y);
    return new Value.Number(CType.INT, once(Fold.select(Scalar.I32, same, low, high)));
  }

  Words sum(Words a, Words b) {
    Expr low = once(op(BinaryOp.ADD, a.low(), b.low()));
    Expr carry = Fold.convert(Scalar.U64, Fold.compare(CompareOp.LT, Scalar.U64, low, a.low()));
    Expr high = op(BinaryOp.ADD, a.high(), b.high());
    return new Words(low, once(op(BinaryOp.ADD, high, carry)));
  }

  Words difference(Words a, Words b) {
    Expr low = once(op(BinaryOp.SUB, a.low(), b.low()));
    Expr borrow =
        Fold.convert(Scalar.U64, Fold.compare(CompareOp.LT, Scalar.U64, a.low(), b.low()));
    Expr high = op(BinaryOp.SUB, a.high(), b.high());
    return new Words(low, once(op(BinaryOp.SUB, high, borrow)));
  }

  /// The product from four products of halves, then corrected for the upper words.
  Words product(Words x, Words y) {
    Expr x0 = half(x.low());
    Expr x1 = upper(x.low());
    Expr y0 = half(y.low());
    Expr y1 = upper(y.low());
    Expr low = once(times(x.low(), y.low()));
    Expr t = once(plus(times(x1, y0), upper(times(x0, y0))));
    Expr u = once(plus(times(x0, y1), half(t)));
    Expr high = plus(plus(times(x1, y1), upper(t)), upper(u));
    Expr corrected = plus(high, plus(times(x.high(), y.low()), times(x.low(), y.high())));
    return new Words(low, once(corrected));
  }

  private static Expr half(Expr e) {
    return op(BinaryOp.AND, e, Fold.constant(0xffff_ffffL, Scalar.U64));
  }

  private static Expr upper(Expr e) {
    return op(BinaryOp.SHR, e, Fold.constant(32, Scalar.U64));
  }

  private static Expr times(Expr l, Expr r) {
    return op(BinaryOp.MUL, l, r);
  }

  private static Expr plus(Expr l, Expr r) {
    return op(BinaryOp.ADD, l, r);
  }

  private static Expr op(BinaryOp op, Expr l, Expr r) {
    return Fold.binary(op, Scalar.U64, l, r);
  }
}
