package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.BitSet;
import java.util.List;
import org.mmlens.ir.Function;
import org.mmlens.ir.Register;

/// Where the registers of a function are while it runs. Those that may be used before they are
/// assigned have a flag that says whether they were.
abstract class Registers {

  /// What a register holds that nothing was assigned to: no pattern a program would expect.
  private static final long GARBAGE = 0xaaaa_aaaa_aaaa_aaaaL;

  final CodeBuilder code;
  private final List<Register> all;
  private final int params;
  private final BitSet doubtful;
  private BitSet assigned = new BitSet();

  Registers(CodeBuilder code, Function function, BitSet doubtful) {
    this.code = code;
    this.all = function.registers();
    this.params = function.params().size();
    this.doubtful = doubtful;
  }

  /// Puts the value on the stack.
  abstract void value(Register r);

  /// Takes the value from the stack.
  abstract void setValue(Register r);

  /// Puts 1 on the stack if the register was assigned, else 0.
  abstract void flag(Register r);

  abstract void setFlag(Register r, int to);

  /// Gives the doubtful ones their first content.
  final void open() {
    for (int i = doubtful.nextSetBit(0); i >= 0; i = doubtful.nextSetBit(i + 1)) {
      if (i < params) {
        setFlag(all.get(i), 1);
      } else {
        forget(all.get(i));
      }
    }
  }

  /// Says which are assigned at the code that follows.
  final void at(BitSet now) {
    assigned = now;
  }

  /// Puts the value on the stack; notes it if nothing was assigned.
  final void load(Register r) {
    if (!assigned.get(r.index())) {
      Label known = code.newLabel();
      flag(r);
      code.ifne(known);
      code.aload(0).loadConstant(r.name());
      code.invokestatic(Descriptors.CPU, "uninitialised", Descriptors.UNINITIALISED);
      code.labelBinding(known);
    }
    value(r);
  }

  /// Takes the value from the stack.
  final void store(Register r) {
    setValue(r);
    if (doubtful.get(r.index())) {
      setFlag(r, 1);
    }
  }

  final void forget(Register r) {
    if (doubtful.get(r.index())) {
      code.loadConstant(r.type().normalize(GARBAGE));
      setValue(r);
      setFlag(r, 0);
    }
  }
}
