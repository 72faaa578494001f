package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.mmlens.machine.MachineConfig;

class OnwardTest {

  private static final List<String> ENTRIES = List.of("changed", "exit");
  private static final Options STANDARD = Options.standard();

  /// What differs between programs.
  ///
  /// @param changed what `changed()` returns, which nothing calls
  /// @param named what `named()` returns, which `exit()` calls
  /// @param deep what `deep()` returns, which `pointed()` calls, which `exit()` calls by address
  /// @param limit the value of a variable that `pointed()` reads
  private record Edit(long changed, long named, long deep, int limit) {}

  private static final Edit NONE = new Edit(1, 2, 3, 4);

  private static Ir program(Edit edit) {
    Ir ir = new Ir();
    ir.fn("changed").block(ret(c(edit.changed()), 1)).end();
    ir.fn("named").block(ret(c(edit.named()), 1)).end();
    ir.fn("deep").block(ret(c(edit.deep()), 1)).end();
    ir.global(object("limit", (byte) edit.limit(), List.of()));
    ir.global(object("ops", (byte) 0, List.of(new Global.Relocation(8, "pointed", 0))));
    Ir.Fn pointed = ir.fn("pointed");
    Register d = pointed.reg("d", Scalar.I64);
    pointed
        .block(
            ret(add(reg(d), load(Scalar.I64, new Expr.GlobalAddress("limit", 0))), 2),
            call(d, "deep", 1))
        .end();
    Ir.Fn exit = ir.fn("exit");
    Register n = exit.reg("n", Scalar.I64);
    Register p = exit.reg("p", Scalar.I64);
    Expr pointer = load(Scalar.U64, new Expr.GlobalAddress("ops", 8));
    exit.block(
            ret(add(reg(n), reg(p)), 3),
            call(n, "named", 1),
            new Instruction.Call(Optional.of(p), new Callee.Indirect(pointer, false), List.of(), 2))
        .end();
    return ir;
  }

  private static Global object(String name, byte value, List<Global.Relocation> relocations) {
    return new Global(
        name, Position.ofFile("mm/test.c"), 16, 8, new byte[] {value}, relocations, false);
  }

  private static boolean alike(Edit edit, Options options, boolean called) {
    Executable before = Linker.link(program(NONE), Models.none(), ENTRIES, options);
    Executable after = Linker.link(program(edit), Models.none(), ENTRIES, options, before);
    if (called) {
      before.call(before.newMachine(MachineConfig.standard()), "exit");
      after.call(after.newMachine(MachineConfig.standard()), "exit");
    }
    boolean alike = before.goesOnLike(after, List.of("exit"));
    assertEquals(alike, after.goesOnLike(before, List.of("exit")));
    return alike;
  }

  private static boolean alike(Edit edit) {
    boolean called = alike(edit, STANDARD, true);
    assertEquals(called, alike(edit, STANDARD, false));
    return called;
  }

  @Test
  void whatNothingComesToMayDiffer() {
    assertTrue(alike(NONE));
    assertTrue(alike(new Edit(9, 2, 3, 4)));
  }

  @Test
  void whatIsCalledByNameMayNot() {
    assertFalse(alike(new Edit(1, 9, 3, 4)));
  }

  @Test
  void whatOnlyAPointerLeadsToMayNotWhetherItWasCalledOrNot() {
    assertFalse(alike(new Edit(1, 2, 9, 4)));
  }

  @Test
  void aValueThatMayBeReadMayNot() {
    assertFalse(alike(new Edit(1, 2, 3, 9)));
  }

  @Test
  void whatOneSideAloneHasCompiledIsNotKnownToBeAlike() {
    Executable before = Linker.link(program(NONE), Models.none(), ENTRIES, STANDARD);
    Executable after = Linker.link(program(NONE), Models.none(), ENTRIES, STANDARD, before);
    before.call(before.newMachine(MachineConfig.standard()), "exit");

    assertFalse(before.goesOnLike(after, List.of("exit")));
  }

  @Test
  void aFunctionThatASeriesChangesHasToRun() {
    assertTrue(alike(NONE, STANDARD.withFromSource(Set.of("changed")), false));
    for (String function : List.of("named", "deep")) {
      assertFalse(alike(NONE, STANDARD.withFromSource(Set.of(function)), false), function);
      assertFalse(alike(NONE, STANDARD.withFromSource(Set.of(function)), true), function);
    }
  }
}
