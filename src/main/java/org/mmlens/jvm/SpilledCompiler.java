package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;

/// Compiles a function that is too large for one method of the JVM.
///
/// Its blocks are dealt out to several methods, *parts*, and its registers live in an array. A part
/// runs from a given block on until control leaves it, and returns the place of the next block, or
/// -1 when the function returns. The function's own method calls the parts in turn; it has no line
/// numbers, so a backtrace shows the part alone.
final class SpilledCompiler {

  private static final int DONE = -1;
  private static final int ARRAY = 1;
  private static final int BASE = 2;
  private static final int PLACE = 4;
  private static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(
          Descriptors.INT,
          Descriptors.MACHINE,
          Descriptors.LONGS,
          Descriptors.LONG,
          Descriptors.INT);

  private final Function function;
  private final Scope scope;
  private final BlockCompiler.Shape shape;
  private final List<Part> parts = new ArrayList<>();

  /// Blocks from one place in the order to another, and the class their method is in.
  record Part(int first, List<Block> blocks, ClassDesc owner) {}

  SpilledCompiler(ClassDesc owner, Function whole, Scope scope, long size) {
    this.function = BlockSplitter.split(whole, size);
    this.scope = scope;
    this.shape = BlockCompiler.Shape.of(function);
    deal(owner, size);
  }

  private void deal(ClassDesc owner, long size) {
    List<Block> order = shape.graph().order();
    int first = 0;
    long weight = 0;
    for (int i = 0; i < order.size(); i++) {
      long more = Weight.of(order.get(i));
      if (i > first && weight + more > size) {
        part(owner, first, i);
        first = i;
        weight = 0;
      }
      weight += more;
    }
    part(owner, first, order.size());
  }

  private void part(ClassDesc owner, int first, int end) {
    ClassDesc name =
        owner.nested(function.name() + "_" + function.params().size() + "_" + parts.size());
    parts.add(new Part(first, shape.graph().order().subList(first, end), name));
  }

  List<Part> parts() {
    return parts;
  }

  MethodTypeDesc type() {
    return TYPE;
  }

  /// Emits the function's own method.
  void driver(CodeBuilder code) {
    int array = 1 + 2 * function.params().size();
    int base = array + 1;
    int place = array + 3;
    ArrayRegisters registers =
        new ArrayRegisters(code, function, shape.assigned().doubtful(), array);
    code.loadConstant(registers.length()).newarray(TypeKind.LONG).astore(array);
    code.lconst_0().lstore(base);
    MethodCompiler.open(code, function, scope, shape.frame(), base);
    for (int i = 0; i < function.params().size(); i++) {
      code.lload(1 + 2 * i);
      registers.setValue(function.registers().get(i));
    }
    registers.open();
    code.iconst_0().istore(place);
    Label done = code.newLabel();
    dispatch(code, array, done);
    code.labelBinding(done);
    registers.returned();
    MethodCompiler.close(code, function, scope, shape.frame(), base);
  }

  /// Runs the part that has the place, until one returns [#DONE].
  private void dispatch(CodeBuilder code, int array, Label done) {
    int place = array + 3;
    Label again = code.newBoundLabel();
    for (Part part : parts) {
      Label next = code.newLabel();
      code.iload(place).loadConstant(part.first() + part.blocks().size()).if_icmpge(next);
      code.aload(0).aload(array).lload(array + 1).iload(place);
      code.invokestatic(part.owner(), function.name(), TYPE).dup().istore(place);
      code.ifge(again);
      code.goto_(done);
      code.labelBinding(next);
    }
    code.goto_(done);
  }

  /// Emits a part's method.
  void part(CodeBuilder code, Part part) {
    ArrayRegisters registers =
        new ArrayRegisters(code, function, shape.assigned().doubtful(), ARRAY);
    Label[] labels = new Label[function.blocks().size()];
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < part.blocks().size(); i++) {
      Label label = code.newLabel();
      labels[part.blocks().get(i).index()] = label;
      cases.add(SwitchCase.of(part.first() + i, label));
    }
    code.iload(PLACE).lookupswitch(labels[part.blocks().getFirst().index()], cases);
    Ways ways = new Ways(code, labels, registers);
    BlockCompiler blocks = new BlockCompiler(code, function, scope, shape, registers, BASE, ways);
    for (Block block : part.blocks()) {
      code.labelBinding(labels[block.index()]);
      blocks.emit(block);
    }
  }

  /// Stays in the part where it can.
  private final class Ways implements BlockCompiler.Exits {
    private final CodeBuilder code;
    private final Label[] labels;
    private final ArrayRegisters registers;

    Ways(CodeBuilder code, Label[] labels, ArrayRegisters registers) {
      this.code = code;
      this.labels = labels;
      this.registers = registers;
    }

    @Override
    public void to(int block) {
      if (labels[block] != null) {
        code.goto_(labels[block]);
      } else {
        code.loadConstant(shape.graph().place(block)).ireturn();
      }
    }

    @Override
    public void leave() {
      registers.setReturned();
      code.loadConstant(DONE).ireturn();
    }
  }
}
