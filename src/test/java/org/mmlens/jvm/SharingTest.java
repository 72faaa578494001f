package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mmlens.jvm.Ir.add;
import static org.mmlens.jvm.Ir.c;
import static org.mmlens.jvm.Ir.call;
import static org.mmlens.jvm.Ir.load;
import static org.mmlens.jvm.Ir.reg;
import static org.mmlens.jvm.Ir.ret;

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
import org.mmlens.ir.Terminator;
import org.mmlens.machine.Frame;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Stop;

class SharingTest {

  /// `leaf()` returns a constant, `middle()` calls it, `top()` calls that; `fault(p)` loads from
  /// `p`.
  private static Ir program(long constant, int line) {
    Ir ir = new Ir();
    ir.fn("leaf", line).block(ret(c(constant), line)).end();
    Ir.Fn middle = ir.fn("middle", line + 10);
    Register r = middle.reg("r", Scalar.I64);
    middle.block(ret(add(reg(r), c(1)), line + 12), call(r, "leaf", line + 11)).end();
    Ir.Fn top = ir.fn("top", line + 20);
    Register s = top.reg("s", Scalar.I64);
    top.block(ret(reg(s), line + 22), call(s, "middle", line + 21)).end();
    Ir.Fn fault = ir.fn("fault", line + 30);
    Register p = fault.param("p");
    fault.block(new Terminator.Branch(reg(p), 1, 1, "p", line + 30));
    fault.block(ret(load(Scalar.I64, reg(p)), line + 31)).end();
    return ir;
  }

  private static final List<String> ENTRIES = List.of("top", "fault");

  private static Executable link(Ir ir) {
    return Linker.link(ir, Models.none(), ENTRIES, Options.standard());
  }

  private static Executable linkLike(Ir ir, Executable like) {
    return Linker.link(ir, Models.none(), ENTRIES, Options.standard(), like);
  }

  private static Machine machine(Executable e) {
    return e.newMachine(MachineConfig.standard());
  }

  @Test
  void whatIsEqualIsShared() {
    Executable before = link(program(5, 100));
    Executable after = linkLike(program(5, 100), before);

    assertEquals(Set.of("leaf", "middle", "top", "fault"), after.linkage().shared());
    assertEquals(6, after.call(machine(after), "top"));
    assertEquals(before.probes(), after.probes());
  }

  @Test
  void changeShowsInAllCallers() {
    Executable before = link(program(5, 100));
    Executable after = linkLike(program(7, 100), before);

    assertEquals(Set.of("fault"), after.linkage().shared());
    assertEquals(8, after.call(machine(after), "top"));
    assertEquals(6, before.call(machine(before), "top"));
  }

  @Test
  void linesAreThoseOfTheOwnTree() {
    Executable first = link(program(5, 100));
    Executable second = linkLike(program(5, 103), first);
    Executable third = linkLike(program(5, 90), second);

    assertEquals(4, third.linkage().shared().size());
    for (Executable e : List.of(first, second, third)) {
      int line = e == first ? 131 : e == second ? 134 : 121;
      Machine m = machine(e);
      Stop stop = assertThrows(Stop.class, () -> e.call(m, "fault", 8));
      assertEquals(List.of(new Frame("fault", "mm/test.c", line)), stop.backtrace());
      assertEquals(line - 1, e.probes().getFirst().at().line());
    }
  }

  @Test
  void coverageOfASharedFunctionIsCountedOnItsMachine() {
    Executable before = link(program(5, 100));
    Executable after = linkLike(program(7, 100), before);
    Machine m = machine(after);

    assertThrows(Stop.class, () -> after.call(m, "fault", 8));

    assertEquals(1, m.coverage[after.probes().getFirst().index()]);
  }

  private static Ir table(String target, byte value) {
    Ir ir = program(5, 100);
    ir.binary("one", Scalar.I64, (_, _) -> c(1));
    ir.binary("two", Scalar.I64, (_, _) -> c(2));
    ir.global(
        new Global(
            "ops",
            Position.ofFile("mm/test.c"),
            16,
            8,
            new byte[] {value},
            List.of(new Global.Relocation(8, target, 0)),
            false));
    Ir.Fn f = ir.fn("through");
    Register r = f.reg("r", Scalar.I64);
    Expr pointer = load(Scalar.U64, new Expr.GlobalAddress("ops", 8));
    f.block(
            ret(add(reg(r), load(Scalar.I64, new Expr.GlobalAddress("ops", 0))), 2),
            new Instruction.Call(
                Optional.of(r), new Callee.Indirect(pointer, true), List.of(c(5), c(5)), 1))
        .end();
    return ir;
  }

  @Test
  void globalsAndPointersAreThoseOfTheOwnTree() {
    List<String> entries = List.of("through");
    Executable before =
        Linker.link(table("one", (byte) 10), Models.none(), entries, Options.standard());
    Executable after =
        Linker.link(table("two", (byte) 20), Models.none(), entries, Options.standard(), before);

    assertEquals(Set.of("through"), after.linkage().shared());
    assertEquals(11, before.call(machine(before), "through"));
    assertEquals(22, after.call(machine(after), "through"));
    assertEquals(before.address("ops"), after.address("ops"));
  }

  @Test
  void modelThatTheAfterSideDoesNotUseIsNotShared() {
    Executable before =
        Linker.link(program(5, 100), LinkerTest.model("leaf"), ENTRIES, Options.standard());
    Options source = Options.standard().withFromSource(Set.of("leaf"));
    Executable after =
        Linker.link(program(5, 100), LinkerTest.model("leaf"), ENTRIES, source, before);

    assertEquals(Set.of("fault"), after.linkage().shared());
    assertEquals(100, before.call(machine(before), "top"));
    assertEquals(6, after.call(machine(after), "top"));
  }
}
