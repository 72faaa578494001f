package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.util.BitSet;
import org.mmlens.ir.Function;
import org.mmlens.ir.Register;

/// Registers as elements of a `long[]`: first the values, then the flags, then the returned value.
final class ArrayRegisters extends Registers {

  private final int array;
  private final int count;

  /// `array` is the local that holds the array.
  ArrayRegisters(CodeBuilder code, Function function, BitSet doubtful, int array) {
    super(code, function, doubtful);
    this.array = array;
    this.count = function.registers().size();
  }

  /// {@return the length of the array}
  int length() {
    return 2 * count + 1;
  }

  private CodeBuilder element(int index) {
    return code.aload(array).loadConstant(index);
  }

  @Override
  void value(Register r) {
    element(r.index()).laload();
  }

  @Override
  void setValue(Register r) {
    put(r.index());
  }

  /// Takes the element from the stack.
  private void put(int index) {
    element(index).dup2_x2().pop2().lastore();
  }

  @Override
  void flag(Register r) {
    element(count + r.index()).laload().l2i();
  }

  @Override
  void setFlag(Register r, int to) {
    element(count + r.index()).loadConstant((long) to).lastore();
  }

  /// Takes the returned value from the stack.
  void setReturned() {
    put(2 * count);
  }

  /// Puts the returned value on the stack.
  void returned() {
    element(2 * count).laload();
  }
}
