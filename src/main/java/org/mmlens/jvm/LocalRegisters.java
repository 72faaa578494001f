package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.util.BitSet;
import org.mmlens.ir.Function;
import org.mmlens.ir.Register;

/// Registers as locals of the JVM method: each a `long`, and for those that may be used before they
/// are assigned an `int` that says whether they were.
final class LocalRegisters extends Registers {

  private final int[] flag;
  private final int end;

  LocalRegisters(CodeBuilder code, Function function, BitSet doubtful) {
    super(code, function, doubtful);
    this.flag = new int[function.registers().size()];
    int next = 1 + 2 * flag.length;
    for (int i = doubtful.nextSetBit(0); i >= 0; i = doubtful.nextSetBit(i + 1)) {
      flag[i] = next++;
    }
    this.end = next;
  }

  /// {@return the first local that is free for other use}
  int end() {
    return end;
  }

  @Override
  void value(Register r) {
    code.lload(local(r));
  }

  @Override
  void setValue(Register r) {
    code.lstore(local(r));
  }

  @Override
  void flag(Register r) {
    code.iload(flag[r.index()]);
  }

  @Override
  void setFlag(Register r, int to) {
    code.loadConstant(to).istore(flag[r.index()]);
  }

  private static int local(Register r) {
    return 1 + 2 * r.index();
  }
}
