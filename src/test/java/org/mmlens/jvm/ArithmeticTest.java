package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mmlens.jvm.Ir.c;
import static org.mmlens.jvm.Ir.convert;
import static org.mmlens.jvm.Ir.load;
import static org.mmlens.jvm.Ir.reg;
import static org.mmlens.jvm.Ir.ret;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Stop;

class ArithmeticTest {

  private static final long[] VALUES = {
    0,
    1,
    2,
    3,
    7,
    8,
    31,
    32,
    63,
    64,
    100,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    4096,
    Integer.MAX_VALUE,
    1L << 31,
    0xffff_ffffL,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2,
    -7,
    -128,
    -32768,
    Integer.MIN_VALUE,
    0x8000_0000_0000_0001L,
    0x1234_5678_9abc_def0L
  };

  private final Ir ir = new Ir();

  /// The mathematical value that 64 carried bits stand for.
  private static BigInteger value(Scalar type, long carried) {
    BigInteger v = BigInteger.valueOf(carried);
    return type == Scalar.U64 && carried < 0 ? v.add(BigInteger.ONE.shiftLeft(64)) : v;
  }

  /// What C makes of a mathematical value (C11 §6.3.1.3): it is taken modulo 2^width.
  private static long carried(Scalar type, BigInteger v) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(type.bits());
    BigInteger r = v.mod(modulus);
    if (type.signed() && r.testBit(type.bits() - 1)) {
      r = r.subtract(modulus);
    }
    return r.longValue();
  }

  private static BigInteger expected(BinaryOp op, Scalar type, BigInteger a, BigInteger b) {
    int count = b.mod(BigInteger.valueOf(type.bits())).intValue();
    return switch (op) {
      case ADD -> a.add(b);
      case SUB -> a.subtract(b);
      case MUL -> a.multiply(b);
      case DIV -> a.divide(b);
      case REM -> a.remainder(b);
      case AND -> a.and(b);
      case OR -> a.or(b);
      case XOR -> a.xor(b);
      case SHL -> a.shiftLeft(count);
      case SHR -> a.shiftRight(count);
    };
  }

  private static boolean traps(BinaryOp op, Scalar type, BigInteger a, BigInteger b) {
    boolean divides = op == BinaryOp.DIV || op == BinaryOp.REM;
    boolean overflows =
        type.signed()
            && type.bytes() >= 4
            && b.signum() < 0
            && a.negate().bitLength() == type.bits()
            && b.equals(BigInteger.ONE.negate());
    return divides && (b.signum() == 0 || overflows);
  }

  @ParameterizedTest
  @EnumSource
  void operationsAreThoseOfTheIntegers(Scalar type) {
    for (BinaryOp op : BinaryOp.values()) {
      ir.binary(op.name(), type, (a, b) -> new Expr.Binary(op, type, a, b));
      for (long k : new long[] {1, 8, 10, 4096}) {
        if (carried(type, BigInteger.valueOf(k)) == k) {
          ir.binary(
              op.name() + k, type, (a, _) -> new Expr.Binary(op, type, a, new Expr.Const(k, type)));
        }
      }
    }
    Executable e = ir.link();
    Machine m = e.newMachine(MachineConfig.standard());

    for (BinaryOp op : BinaryOp.values()) {
      for (long x : VALUES) {
        for (long y : VALUES) {
          check(e, m, op, type, x, y);
        }
      }
    }
  }

  private static void check(Executable e, Machine m, BinaryOp op, Scalar type, long x, long y) {
    BigInteger a = value(type, type.normalize(x));
    BigInteger b = value(type, type.normalize(y));
    String what = "%s %s %s, %s".formatted(a, op, b, type);
    m.refill();
    if (traps(op, type, a, b)) {
      Stop stop = assertThrows(Stop.class, () -> e.call(m, op.name(), x, y), what);
      assertEquals("divide error", stop.why().toString());
      return;
    }
    assertEquals(carried(type, expected(op, type, a, b)), e.call(m, op.name(), x, y), what);
    if (List.of(1L, 8L, 10L, 4096L).contains(y) && type.normalize(y) == y) {
      assertEquals(carried(type, expected(op, type, a, b)), e.call(m, op.name() + y, x, 0), what);
    }
  }

  @ParameterizedTest
  @EnumSource
  void comparisonsAreThoseOfTheIntegers(Scalar type) {
    for (CompareOp op : CompareOp.values()) {
      ir.binary(op.name(), type, (a, b) -> new Expr.Compare(op, type, a, b));
      ir.binary(
          "not" + op,
          type,
          (a, b) ->
              new Expr.Compare(
                  CompareOp.EQ,
                  Scalar.I32,
                  new Expr.Compare(op, type, a, b),
                  new Expr.Const(0, Scalar.I32)));
    }
    Executable e = ir.link();
    Machine m = e.newMachine(MachineConfig.standard());

    for (CompareOp op : CompareOp.values()) {
      for (long x : VALUES) {
        for (long y : VALUES) {
          int order = value(type, type.normalize(x)).compareTo(value(type, type.normalize(y)));
          long expected = holds(op, order) ? 1 : 0;
          assertEquals(expected, e.call(m, op.name(), x, y));
          assertEquals(1 - expected, e.call(m, "not" + op, x, y));
        }
      }
    }
  }

  private static boolean holds(CompareOp op, int order) {
    return switch (op) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  @ParameterizedTest
  @EnumSource
  void conversionsAreThoseOfC(Scalar to) {
    for (Scalar from : Scalar.values()) {
      ir.binary("from" + from, from, (a, _) -> convert(to, a));
    }
    ir.binary("negate", to, (a, _) -> new Expr.Unary(UnaryOp.NEGATE, to, a));
    ir.binary("complement", to, (a, _) -> new Expr.Unary(UnaryOp.COMPLEMENT, to, a));
    Executable e = ir.link();
    Machine m = e.newMachine(MachineConfig.standard());

    for (long x : VALUES) {
      for (Scalar from : Scalar.values()) {
        BigInteger v = value(from, from.normalize(x));
        assertEquals(carried(to, v), e.call(m, "from" + from, x, 0), from + " " + v);
      }
      BigInteger v = value(to, to.normalize(x));
      assertEquals(carried(to, v.negate()), e.call(m, "negate", x, 0));
      assertEquals(carried(to, v.not()), e.call(m, "complement", x, 0));
    }
  }

  @Test
  void rightSideIsEvaluatedOnlyIfItCounts() {
    Expr bad = load(Scalar.I64, c(0));
    ir.binary("and", Scalar.I64, (a, _) -> new Expr.AndAlso(a, bad));
    ir.binary("or", Scalar.I64, (a, _) -> new Expr.OrElse(a, bad));
    ir.binary("select", Scalar.I64, (a, b) -> new Expr.Select(Scalar.I64, a, b, bad));
    Executable e = ir.link();
    Machine m = e.newMachine(MachineConfig.standard());

    assertEquals(0, e.call(m, "and", 0, 0));
    assertEquals(1, e.call(m, "or", 5, 0));
    assertEquals(9, e.call(m, "select", 1, 9));
    assertThrows(Stop.class, () -> e.call(m, "and", 1, 0));
    assertThrows(Stop.class, () -> e.call(m, "or", 0, 0));
    assertThrows(Stop.class, () -> e.call(m, "select", 0, 9));
  }

  @Test
  void logicalOperatorsYieldOneOrZero() {
    ir.binary("and", Scalar.I64, Expr.AndAlso::new);
    ir.binary("or", Scalar.I64, Expr.OrElse::new);
    ir.binary(
        "nested",
        Scalar.I64,
        (a, b) -> new Expr.AndAlso(new Expr.OrElse(a, b), new Expr.OrElse(b, c(0))));
    Executable e = ir.link();
    Machine m = e.newMachine(MachineConfig.standard());

    for (long a : new long[] {0, 1, 256, 1L << 32, -1}) {
      for (long b : new long[] {0, 1, 256, 1L << 32, -1}) {
        assertEquals(a != 0 && b != 0 ? 1 : 0, e.call(m, "and", a, b));
        assertEquals(a != 0 || b != 0 ? 1 : 0, e.call(m, "or", a, b));
        assertEquals(b != 0 ? 1 : 0, e.call(m, "nested", a, b));
      }
    }
  }

  private Executable choose(Scalar type, List<Terminator.Arm> arms) {
    Ir.Fn f = ir.fn("choose");
    Register p = f.param("p");
    f.block(new Terminator.Switch(convert(type, reg(p)), arms, arms.size() + 1, "p", 1));
    for (int i = 0; i <= arms.size(); i++) {
      f.block(ret(c(i), 2 + i));
    }
    f.end();
    return ir.link();
  }

  @ParameterizedTest
  @EnumSource(names = {"I32", "U32", "I64", "U64"})
  void switchFindsValuesAndRanges(Scalar type) {
    long top = type.normalize(-1);
    List<Terminator.Arm> arms =
        List.of(
            new Terminator.Arm(3, 3, 1),
            new Terminator.Arm(10, 19, 2),
            new Terminator.Arm(1000, 99_999, 3),
            new Terminator.Arm(top, top, 4));
    Executable e = choose(type, arms);
    Machine m = e.newMachine(MachineConfig.standard());

    assertEquals(0, e.call(m, "choose", 3));
    assertEquals(1, e.call(m, "choose", 10));
    assertEquals(1, e.call(m, "choose", 19));
    assertEquals(2, e.call(m, "choose", 1000));
    assertEquals(2, e.call(m, "choose", 99_999));
    assertEquals(3, e.call(m, "choose", -1));
    assertEquals(4, e.call(m, "choose", 20));
    assertEquals(4, e.call(m, "choose", 0));
    assertEquals("case 10 ... 19", e.probes().get(1).outcome());
  }

  @ParameterizedTest
  @EnumSource(names = {"I32", "U32"})
  void switchOfFewValuesIsATable(Scalar type) {
    long top = type.normalize(-1);
    List<Terminator.Arm> arms =
        List.of(
            new Terminator.Arm(5, 7, 1),
            new Terminator.Arm(top, top, 2),
            new Terminator.Arm(1, 1, 3));
    Executable e = choose(type, arms);
    Machine m = e.newMachine(MachineConfig.standard());

    assertEquals(0, e.call(m, "choose", 7));
    assertEquals(1, e.call(m, "choose", -1));
    assertEquals(2, e.call(m, "choose", 1));
    assertEquals(3, e.call(m, "choose", 8));
  }
}
