import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes out as methods of a class what `invokedynamic` would make at run time for its records
/// (`java.lang.runtime.ObjectMethods`) and its switches over types (`SwitchBootstraps.typeSwitch`).
/// They do the same as what they take the place of.
final class PlainCode {

  private static final String RUNTIME = "Ljava/lang/runtime/";

  private final ClassModel model;
  private final ClassDesc owner;
  private final List<Added> added = new ArrayList<>();

  /// A method to be added to the class.
  private record Added(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  PlainCode(ClassModel model) {
    this.model = model;
    this.owner = model.thisClass().asSymbol();
  }

  /// {@return whether there is anything to write out}
  boolean needed() {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(CodeModel::elementStream)
        .anyMatch(element -> element instanceof InvokeDynamicInstruction i && writable(i));
  }

  /// {@return the rewriting; to be applied once, to the class it was made for}
  ClassTransform transform() {
    CodeTransform calls = this::element;
    return ClassTransform.transformingMethods(
            method -> method.code().filter(this::has).isPresent(),
            MethodTransform.transformingCode(calls))
        .andThen(ClassTransform.endHandler(this::end));
  }

  private boolean has(CodeModel code) {
    return code.elementStream()
        .anyMatch(element -> element instanceof InvokeDynamicInstruction i && writable(i));
  }

  private void element(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeDynamicInstruction call && writable(call)) {
      String name = call.name().stringValue() + "$plain" + added.size();
      added.add(new Added(name, call.typeSymbol(), body(call)));
      code.invokestatic(owner, name, call.typeSymbol(), isInterface());
    } else {
      code.with(element);
    }
  }

  private boolean isInterface() {
    return (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
  }

  private void end(ClassBuilder type) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    for (Added method : added) {
      type.withMethodBody(method.name(), method.type(), flags, method.code());
    }
  }

  private static boolean writable(InvokeDynamicInstruction call) {
    return isRecord(call) || isTypeSwitch(call);
  }

  private static boolean isRecord(InvokeDynamicInstruction call) {
    return call.bootstrapMethod().owner().descriptorString().equals(RUNTIME + "ObjectMethods;");
  }

  private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().descriptorString().equals(RUNTIME + "SwitchBootstraps;")
        && bootstrap.methodName().equals("typeSwitch")
        && !call.typeSymbol().parameterType(0).isPrimitive()
        && call.bootstrapArgs().stream()
            .allMatch(label -> label instanceof ClassDesc type && !type.isPrimitive());
  }

  private Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
    if (isTypeSwitch(call)) {
      return code -> typeSwitch(code, call.bootstrapArgs());
    }
    return new PlainRecord(owner, call.bootstrapArgs()).body(call.name().stringValue());
  }

  /// Answers which label, from `restart` on, is the first whose type the target has.
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, is -> is.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      ClassDesc type = (ClassDesc) labels.get(i);
      int label = i;
      code.iload(1)
          .loadConstant(label)
          .ifThen(
              Opcode.IF_ICMPLE,
              open ->
                  open.aload(0).instanceOf(type).ifThen(has -> has.loadConstant(label).ireturn()));
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
