package org.mmlens.c.lower;

import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.Access;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Scalar;

/// Reading and writing bit-fields: as part of the smallest scalar that covers them, or byte by byte
/// where packing leaves none.
final class BitFields {
  private final Graph graph;

  BitFields(Graph graph) {
    this.graph = graph;
  }

  /// {@return how a bit-field is accessed; a scalar smaller than it means byte by byte}
  static Layouts.Unit unit(Record.Bits bits, long structBytes) {
    return Layouts.unit(bits, structBytes)
        .orElseGet(() -> new Layouts.Unit(bits.first() / 8, Scalar.U8, (int) (bits.first() % 8)));
  }

  private static boolean isWhole(Value.Where.InBits b) {
    return b.unit().shift() + b.width() <= b.unit().scalar().bits();
  }

  private static int bytes(Value.Where.InBits b) {
    return (b.unit().shift() + b.width() + 7) / 8;
  }

  /// {@return the value, in 64 bits}
  static Expr read(Value.Where.InBits b) {
    if (!isWhole(b)) {
      return extended(b, 64 - b.width(), together(b));
    }
    Expr loaded = load(b.unit().scalar(), Fold.add(b.struct(), b.unit().offset()));
    int above = 64 - b.unit().shift() - b.width();
    if (isSigned(b)) {
      return extended(b, above, loaded);
    }
    Expr down = shift(BinaryOp.SHR, loaded, b.unit().shift());
    return and(down, mask(b.width()));
  }

  private static boolean isSigned(Value.Where.InBits b) {
    return b.declared().plain().scalar().signed();
  }

  private static Expr load(Scalar type, Expr address) {
    return Fold.convert(Scalar.U64, new Expr.Load(type, address, Access.BIT_FIELD));
  }

  /// Moves the field to the upper end and down again, which extends it.
  private static Expr extended(Value.Where.InBits b, int above, Expr wide) {
    Scalar type = isSigned(b) ? Scalar.I64 : Scalar.U64;
    Expr up =
        Fold.binary(BinaryOp.SHL, type, Fold.convert(type, wide), Fold.constant(above, Scalar.I32));
    return Fold.binary(BinaryOp.SHR, type, up, Fold.constant(64 - b.width(), Scalar.I32));
  }

  private static Expr together(Value.Where.InBits b) {
    Expr all = load(Scalar.U8, Fold.add(b.struct(), b.unit().offset()));
    Expr sum = shift(BinaryOp.SHR, all, b.unit().shift());
    for (int i = 1; i < bytes(b); i++) {
      Expr next = load(Scalar.U8, Fold.add(b.struct(), b.unit().offset() + i));
      Expr moved = shift(BinaryOp.SHL, next, 8 * i - b.unit().shift());
      sum = Fold.binary(BinaryOp.OR, Scalar.U64, sum, moved);
    }
    return sum;
  }

  private static Expr shift(BinaryOp op, Expr e, int count) {
    return count == 0 ? e : Fold.binary(op, Scalar.U64, e, Fold.constant(count, Scalar.I32));
  }

  private static Expr and(Expr e, long mask) {
    return mask == -1
        ? e
        : Fold.binary(BinaryOp.AND, Scalar.U64, e, Fold.constant(mask, Scalar.U64));
  }

  private static long mask(int width) {
    return width == 64 ? -1L : (1L << width) - 1;
  }

  /// Writes a value already converted to the declared type.
  ///
  /// @return what the field holds then
  Value.Number write(Value.Where.InBits b, CType type, Expr converted, int line) {
    Expr value = graph.once(converted, line);
    Expr address = graph.once(Fold.add(b.struct(), b.unit().offset()), line);
    Expr cut = and(Fold.convert(Scalar.U64, value), mask(b.width()));
    if (isWhole(b)) {
      writeWhole(b, address, cut, line);
    } else {
      writeBytes(b, address, graph.once(cut, line), line);
    }
    Scalar wide = isSigned(b) ? Scalar.I64 : Scalar.U64;
    Expr result = b.width() >= 64 ? value : Fold.wrap(b.width(), wide, value);
    return new Value.Number(type, Fold.convert(type.scalar(), result));
  }

  private void writeWhole(Value.Where.InBits b, Expr address, Expr cut, int line) {
    Scalar unit = b.unit().scalar();
    Expr whole = shift(BinaryOp.SHL, cut, b.unit().shift());
    if (b.width() < unit.bits()) {
      Expr rest = and(load(unit, address), ~(mask(b.width()) << b.unit().shift()));
      whole = Fold.binary(BinaryOp.OR, Scalar.U64, rest, whole);
    }
    graph.emit(new Instruction.Store(unit, address, Fold.convert(unit, whole), line));
  }

  private void writeBytes(Value.Where.InBits b, Expr address, Expr cut, int line) {
    int first = b.unit().shift();
    int end = first + b.width();
    for (int i = 0; i < bytes(b); i++) {
      Expr at = Fold.add(address, i);
      Expr part =
          i == 0 ? shift(BinaryOp.SHL, cut, first) : shift(BinaryOp.SHR, cut, 8 * i - first);
      int low = i == 0 ? first : 0;
      int high = Math.min(8, end - 8 * i);
      long here = mask(high) & ~mask(low);
      if (here != 0xff) {
        Expr rest = and(load(Scalar.U8, at), ~here & 0xff);
        part = Fold.binary(BinaryOp.OR, Scalar.U64, rest, and(part, here));
      }
      graph.emit(new Instruction.Store(Scalar.U8, at, Fold.convert(Scalar.U8, part), line));
    }
  }
}
