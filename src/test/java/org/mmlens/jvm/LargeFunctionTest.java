package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mmlens.jvm.Ir.add;
import static org.mmlens.jvm.Ir.c;
import static org.mmlens.jvm.Ir.less;
import static org.mmlens.jvm.Ir.load;
import static org.mmlens.jvm.Ir.reg;
import static org.mmlens.jvm.Ir.ret;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;
import org.mmlens.machine.Frame;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Stop;

class LargeFunctionTest {

  private static final int STEPS = 20_000;

  private final Ir ir = new Ir();

  /// Adds 1 so many times, in one block, as often as `n` says; `x` is first assigned if `n` > 1.
  private Function large() {
    Ir.Fn f = ir.fn("large");
    Register n = f.param("n");
    Register sum = f.reg("sum", Scalar.I64);
    Register i = f.reg("i", Scalar.I64);
    Register x = f.reg("x", Scalar.I64);
    Slot slot = f.slot("slot", 8);
    f.block(
        new Terminator.Jump(1, 1),
        new Instruction.Enter(slot, 1),
        new Instruction.Assign(sum, c(0), 1),
        new Instruction.Assign(i, c(0), 1));
    f.block(new Terminator.Branch(less(reg(i), reg(n)), 2, 3, "i < n", 2));
    List<Instruction> steps = new ArrayList<>();
    for (int k = 0; k < STEPS; k++) {
      steps.add(new Instruction.Assign(sum, add(reg(sum), c(1)), 100 + k));
    }
    steps.add(new Instruction.Assign(i, add(reg(i), c(1)), 3));
    steps.add(new Instruction.Store(Scalar.I64, new Expr.SlotAddress(slot), reg(sum), 3));
    f.block(
        new Terminator.Branch(less(c(1), reg(i)), 4, 1, "i > 1", 3),
        steps.toArray(new Instruction[0]));
    f.block(new Terminator.Branch(less(reg(n), c(-1)), 5, 6, "n < -1", 30_000));
    f.block(new Terminator.Jump(1, 4), new Instruction.Assign(x, c(5), 4));
    f.block(ret(load(Scalar.I64, c(0)), 30_001));
    return f.block(ret(add(reg(x), load(Scalar.I64, new Expr.SlotAddress(slot))), 30_002)).end();
  }

  @Test
  void largeFunctionIsDealtOutToSeveralMethods() {
    assertTrue(Weight.of(large()) > 65_535);
    Executable e = ir.link("large");
    Machine m = e.newMachine(MachineConfig.standard());

    assertEquals(5 + 3 * STEPS, e.call(m, "large", 3));
    assertEquals(0, m.events().size());
    assertEquals(6, e.probes().size());
  }

  @Test
  void itsVariablesAreWatchedToo() {
    large();
    Executable e = ir.link("large");
    Machine m = e.newMachine(MachineConfig.standard());

    e.call(m, "large", 1);

    assertEquals(
        List.of("use of uninitialised variable 'x'"),
        m.events().all().stream().map(o -> o.what()).toList());
  }

  @Test
  void itHasOneFrameInABacktrace() {
    large();
    Executable e = ir.link("large");
    Machine m = e.newMachine(MachineConfig.standard());

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "large", -2));

    assertEquals(List.of(new Frame("large", "mm/test.c", 30_001)), stop.backtrace());
  }

  @Test
  void expressionNestedTooDeeplyIsAHole() {
    Expr deep = c(1);
    for (int i = 0; i < 100_000; i++) {
      deep = add(deep, c(1));
    }
    Ir.Fn f = ir.fn("f");
    f.block(ret(deep, 1)).end();
    Executable e = ir.link("f");
    Machine m = e.newMachine(MachineConfig.standard());

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "f"));

    assertEquals(new Stop.Cause.Hole("expression nested too deeply in f"), stop.why());
  }

  @Test
  void manyFunctionsOfOneFileFindRoom() {
    for (int i = 0; i < 5_000; i++) {
      int k = i;
      ir.binary("f" + i, Scalar.I64, (a, b) -> add(add(a, b), c(1_000_000_007L * k)));
    }
    Executable e = ir.link();

    assertEquals(
        3 + 1_000_000_007L * 4_999, e.call(e.newMachine(MachineConfig.standard()), "f4999", 1, 2));
  }
}
