package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mmlens.jvm.Ir.add;
import static org.mmlens.jvm.Ir.c;
import static org.mmlens.jvm.Ir.call;
import static org.mmlens.jvm.Ir.less;
import static org.mmlens.jvm.Ir.load;
import static org.mmlens.jvm.Ir.reg;
import static org.mmlens.jvm.Ir.ret;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Position;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Global;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;
import org.mmlens.machine.Frame;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.MemoryFault;
import org.mmlens.machine.Stop;
import org.mmlens.machine.Stop.Cause;

public class LinkerTest {

  private final Ir ir = new Ir();

  private static Machine machine(Executable e) {
    return e.newMachine(MachineConfig.standard());
  }

  /// Sums 0 .. n-1.
  private void sum() {
    Ir.Fn f = ir.fn("sum");
    Register n = f.param("n");
    Register i = f.reg("i", Scalar.I64);
    Register s = f.reg("s", Scalar.I64);
    f.block(
        new Terminator.Jump(1, f.line()),
        new Instruction.Assign(i, c(0), f.line()),
        new Instruction.Assign(s, c(0), f.line()));
    f.block(new Terminator.Branch(less(reg(i), reg(n)), 2, 3, "i < n", f.line()));
    f.block(
        new Terminator.Jump(1, f.line()),
        new Instruction.Assign(s, add(reg(s), reg(i)), f.line()),
        new Instruction.Assign(i, add(reg(i), c(1)), f.line()));
    f.block(ret(reg(s), f.line())).end();
  }

  @Test
  void loopRunsToItsEnd() {
    sum();
    Executable e = ir.link("sum");

    assertEquals(4950, e.call(machine(e), "sum", 100));
  }

  @Test
  void endlessLoopRunsOutOfSteps() {
    sum();
    Executable e = ir.link("sum");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "sum", Long.MAX_VALUE));
    assertEquals(new Cause.Budget("steps"), stop.why());
  }

  @Test
  void branchesLeaveTheirMarks() {
    sum();
    Executable e = ir.link("sum");
    Machine m = machine(e);

    e.call(m, "sum", 0);

    assertEquals(List.of("true", "false"), e.probes().stream().map(Probe::outcome).toList());
    assertEquals(0, m.coverage[e.probes().get(0).index()]);
    assertEquals(1, m.coverage[e.probes().get(1).index()]);
  }

  @Test
  void functionsThatAreEnteredLeaveTheirMark() {
    ir.fn("taken").block(ret(c(0), 1)).end();
    ir.fn("idle").block(ret(c(0), 2)).end();
    Executable e = ir.link("taken", "idle");
    Machine m = machine(e);

    e.call(m, "taken");

    assertEquals(
        List.of("taken"),
        e.entries().stream()
            .filter(p -> p.index() < m.coverage.length && m.coverage[p.index()] == 1)
            .map(Probe::function)
            .toList());
  }

  @Test
  void backtraceIsThatOfTheC() {
    Ir.Fn inner = ir.fn("inner");
    Register p = inner.param("p");
    inner.block(ret(load(Scalar.I64, reg(p)), 77)).end();
    Ir.Fn outer = ir.fn("outer");
    Register r = outer.reg("r", Scalar.I64);
    outer.block(ret(reg(r), 89), call(r, "inner", 88, c(8))).end();
    Executable e = ir.link("outer");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "outer"));

    assertEquals(new Cause.MemoryError(MemoryFault.NULL_DEREFERENCE, 8, "address 0x8"), stop.why());
    assertEquals(
        List.of(new Frame("inner", "mm/test.c", 77), new Frame("outer", "mm/test.c", 88)),
        stop.backtrace());
  }

  @Test
  void unknownFunctionIsNamed() {
    Ir.Fn f = ir.fn("f");
    Register r = f.reg("r", Scalar.I64);
    f.block(ret(reg(r), 2), call(r, "nowhere", 1)).end();
    Executable e = ir.link("f");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "f"));

    assertEquals(new Cause.NotModelled("nowhere"), stop.why());
    assertEquals(List.of("f"), e.linkage().unresolved().get("nowhere"));
  }

  /// A model that returns 99.
  static Models model(String of) {
    try {
      Method method = Doubling.class.getMethod("ninetyNine", Machine.class);
      return name -> name.equals(of) ? Optional.of(new Model(name, method)) : Optional.empty();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Models twice() {
    try {
      Method method = Doubling.class.getMethod("twice", Machine.class, long.class);
      return name -> name.equals("twice") ? Optional.of(new Model(name, method)) : Optional.empty();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A model.
  public static final class Doubling {
    private Doubling() {}

    /// Stands for a kernel function.
    public static long ninetyNine(Machine m) {
      m.effects().record("ninetyNine");
      return 99;
    }

    /// Stands for a kernel function.
    public static long twice(Machine m, long a) {
      m.effects().record("twice", a);
      return 2 * a;
    }
  }

  private void callsTwice() {
    Ir.Fn body = ir.fn("twice");
    Register a = body.param("a");
    body.block(ret(add(reg(a), c(1000)), 3)).end();
    Ir.Fn f = ir.fn("f");
    Register r = f.reg("r", Scalar.I64);
    f.block(ret(reg(r), 2), call(r, "twice", 1, c(21))).end();
  }

  @Test
  void modelWinsOverBody() {
    callsTwice();
    Executable e = Linker.link(ir, twice(), List.of("f"), Options.standard());
    Machine m = machine(e);

    assertEquals(42, e.call(m, "f"));
    assertEquals(1L, e.modelCalls(m).get("twice"));
  }

  @Test
  void changedBodyWinsOverModel() {
    callsTwice();
    Options options = Options.standard().withFromSource(Set.of("twice"));
    Executable e = Linker.link(ir, twice(), List.of("f"), options);

    assertEquals(1021, e.call(machine(e), "f"));
  }

  @Test
  void functionInATableIsCompiledWhenItIsCalled() {
    callsTwice();
    ir.global(
        new Global(
            "ops",
            Position.ofFile("mm/test.c"),
            16,
            8,
            new byte[0],
            List.of(new Global.Relocation(8, "twice", 0)),
            true));
    Ir.Fn f = ir.fn("g");
    Register r = f.reg("r", Scalar.I64);
    Expr pointer = load(Scalar.U64, new Expr.GlobalAddress("ops", 8));
    f.block(
            ret(reg(r), 2),
            new Instruction.Call(
                Optional.of(r), new Callee.Indirect(pointer, true), List.of(c(5)), 1))
        .end();
    Executable e = ir.link("g");
    Machine m = machine(e);
    Machine.Snapshot start = m.snapshot();

    assertEquals(1, e.linkage().compiled().size());
    assertEquals(1005, e.call(m, "g"));
    assertEquals(2, e.linkage().compiled().size());
    m.reset(start);
    assertEquals(1005, e.call(m, "g"));
  }

  @Test
  void callOfNoFunctionIsAnOops() {
    Ir.Fn f = ir.fn("g");
    Register p = f.param("p");
    Register r = f.reg("r", Scalar.I64);
    f.block(
            ret(reg(r), 2),
            new Instruction.Call(
                Optional.of(r), new Callee.Indirect(reg(p), true), List.of(c(5)), 1))
        .end();
    Executable e = ir.link("g");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "g", 0));

    assertEquals(new Cause.Oops("bad function call", 0, "null function pointer"), stop.why());
  }

  @Test
  void useOfAnUnassignedVariableIsNotedOnlyWhereItHappens() {
    Ir.Fn f = ir.fn("f");
    Register p = f.param("p");
    Register x = f.reg("x", Scalar.I64);
    f.block(new Terminator.Branch(reg(p), 1, 2, "p", 20));
    f.block(new Terminator.Jump(2, 21), new Instruction.Assign(x, c(7), 21));
    f.block(ret(reg(x), 22)).end();
    Executable e = ir.link("f");
    Machine m = machine(e);

    assertEquals(7, e.call(m, "f", 1));
    assertEquals(0, m.events().size());
    e.call(m, "f", 0);
    assertEquals("use of uninitialised variable 'x'", m.events().all().getFirst().what());
    assertEquals(List.of(new Frame("f", "mm/test.c", 22)), m.events().all().getFirst().frames());
  }

  @Test
  void localsAreUninitialisedAndGoneAfterwards() {
    Ir.Fn f = ir.fn("f");
    Slot s = f.slot("s", 24);
    Register x = f.reg("x", Scalar.I64);
    f.block(
            ret(new Expr.SlotAddress(s), 23),
            new Instruction.Enter(s, 20),
            new Instruction.Assign(x, load(Scalar.I64, new Expr.SlotAddress(s)), 21))
        .end();
    Ir.Fn g = ir.fn("g");
    Register r = g.reg("r", Scalar.I64);
    g.block(ret(load(Scalar.I64, reg(r)), 31), call(r, "f", 30)).end();
    Executable e = ir.link("g");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "g"));

    assertEquals(1, m.events().size());
    assertEquals(MemoryFault.STACK_OUT_OF_BOUNDS, ((Cause.MemoryError) stop.why()).fault());
  }

  @Test
  void deepRecursionEndsTheRun() {
    Ir.Fn f = ir.fn("f");
    Register r = f.reg("r", Scalar.I64);
    f.block(ret(reg(r), 2), call(r, "f", 1)).end();
    Executable e = ir.link("f");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "f"));

    assertEquals(new Cause.StackOverflow(), stop.why());
    assertEquals(MachineConfig.standard().depth() + 1, stop.backtrace().size());
  }

  @Test
  void storeToAConstantIsAnError() {
    ir.global(new Global("k", Position.ofFile("mm/test.c"), 8, 8, new byte[] {5}, List.of(), true));
    Ir.Fn f = ir.fn("f");
    Expr address = new Expr.GlobalAddress("k", 0);
    f.block(ret(load(Scalar.I64, address), 2), new Instruction.Store(Scalar.I64, address, c(1), 1))
        .end();
    Executable e = ir.link("f");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "f"));

    assertEquals("write to const: 0 bytes inside k", stop.why().toString());
  }

  @Test
  void variableWithoutDefinitionIsNamed() {
    Ir.Fn f = ir.fn("f");
    f.block(ret(load(Scalar.I64, new Expr.GlobalAddress("jiffies", 0)), 2)).end();
    Executable e = ir.link("f");
    Machine m = machine(e);

    Stop stop = assertThrows(Stop.class, () -> e.call(m, "f"));

    assertEquals(new Cause.NotModelled("variable jiffies"), stop.why());
  }
}
