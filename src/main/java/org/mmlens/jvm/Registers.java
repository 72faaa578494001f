package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.util.BitSet;
import java.util.List;
import org.mmlens.ir.Function;
import org.mmlens.ir.Register;

/// Registers as locals of the JVM method: each a `long`, and for those that may be used before they
/// are assigned an `int` that says whether they were.
final class Registers {

  /// What a register holds that nothing was assigned to: no pattern a program would expect.
  private static final long GARBAGE = 0xaaaa_aaaa_aaaa_aaaaL;

  private final CodeBuilder code;
  private final List<Register> all;
  private final BitSet doubtful;
  private final int[] flag;
  private final int end;
  private BitSet assigned;

  Registers(CodeBuilder code, Function function, Assigned analysis) {
    this.code = code;
    this.all = function.registers();
    this.doubtful = analysis.doubtful();
    this.flag = new int[all.size()];
    int next = 1 + 2 * all.size();
    for (int i = doubtful.nextSetBit(0); i >= 0; i = doubtful.nextSetBit(i + 1)) {
      flag[i] = next++;
    }
    this.end = next;
    this.assigned = new BitSet();
  }

  /// {@return the first local that is free for other use}
  int end() {
    return end;
  }

  /// Gives the doubtful ones their first content.
  void open(Function function) {
    int params = function.params().size();
    for (int i = doubtful.nextSetBit(0); i >= 0; i = doubtful.nextSetBit(i + 1)) {
      if (i < params) {
        code.iconst_1().istore(flag[i]);
      } else {
        forget(all.get(i));
      }
    }
  }

  /// Says which are assigned at the code that follows.
  void at(BitSet now) {
    assigned = now;
  }

  void load(Register r) {
    if (!assigned.get(r.index())) {
      var known = code.newLabel();
      code.iload(flag[r.index()]).ifne(known);
      code.aload(0).loadConstant(r.name());
      code.invokestatic(Descriptors.CPU, "uninitialised", Descriptors.UNINITIALISED);
      code.labelBinding(known);
    }
    code.lload(local(r));
  }

  /// Takes the value from the stack.
  void store(Register r) {
    code.lstore(local(r));
    if (doubtful.get(r.index())) {
      code.iconst_1().istore(flag[r.index()]);
    }
  }

  void forget(Register r) {
    if (doubtful.get(r.index())) {
      code.loadConstant(r.type().normalize(GARBAGE)).lstore(local(r));
      code.iconst_0().istore(flag[r.index()]);
    }
  }

  private static int local(Register r) {
    return 1 + 2 * r.index();
  }
}
