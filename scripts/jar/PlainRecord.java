import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The methods `equals`, `hashCode` and `toString` of a record, as
/// `java.lang.runtime.ObjectMethods` defines them.
final class PlainRecord {

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc SAME =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassDesc owner;
  private final List<Component> components = new ArrayList<>();

  private record Component(String name, String field, ClassDesc type) {
    TypeKind kind() {
      return TypeKind.from(type);
    }
  }

  /// Takes what the compiler hands to the bootstrap method: the record, the names of its
  /// components, and a getter for each.
  PlainRecord(ClassDesc owner, List<ConstantDesc> arguments) {
    this.owner = owner;
    String joined = (String) arguments.get(1);
    String[] names = joined.isEmpty() ? new String[0] : joined.split(";");
    for (int i = 0; i < names.length; i++) {
      var getter = (DirectMethodHandleDesc) arguments.get(i + 2);
      components.add(
          new Component(names[i], getter.methodName(), getter.invocationType().returnType()));
    }
  }

  Consumer<CodeBuilder> body(String method) {
    return switch (method) {
      case "equals" -> this::equalTo;
      case "hashCode" -> this::hash;
      case "toString" -> this::text;
      default -> throw new IllegalArgumentException("no method of a record: " + method);
    };
  }

  private void equalTo(CodeBuilder code) {
    Label no = code.newLabel();
    Label other = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(owner).ifeq(no);
    code.aload(1).checkcast(owner).astore(2);
    for (Component c : components) {
      load(code, 0, c);
      load(code, 2, c);
      switch (c.kind()) {
        case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(no);
        case LONG -> code.lcmp().ifne(no);
        case FLOAT -> compared(code, ClassDesc.of("java.lang.Float"), c).ifne(no);
        case DOUBLE -> compared(code, ClassDesc.of("java.lang.Double"), c).ifne(no);
        case REFERENCE -> code.invokestatic(OBJECTS, "equals", SAME).ifeq(no);
        case VOID -> throw new IllegalArgumentException("a component without type: " + c);
      }
    }
    code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
  }

  private static CodeBuilder compared(CodeBuilder code, ClassDesc box, Component c) {
    return code.invokestatic(
        box, "compare", MethodTypeDesc.of(ConstantDescs.CD_int, c.type(), c.type()));
  }

  private void load(CodeBuilder code, int local, Component c) {
    code.aload(local).getfield(owner, c.field(), c.type());
  }

  private void hash(CodeBuilder code) {
    code.iconst_0();
    for (Component c : components) {
      code.loadConstant(31).imul();
      load(code, 0, c);
      ClassDesc hasher = c.type().isPrimitive() ? box(c.kind()) : OBJECTS;
      ClassDesc taken = c.type().isPrimitive() ? c.type() : ConstantDescs.CD_Object;
      code.invokestatic(hasher, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, taken)).iadd();
    }
    code.ireturn();
  }

  private static ClassDesc box(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException("no box: " + kind);
    };
  }

  private void text(CodeBuilder code) {
    String name = owner.displayName().replaceFirst(".*\\$[0-9]*", "");
    code.new_(BUILDER).dup();
    code.invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    String before = name + "[";
    for (Component c : components) {
      append(code.loadConstant(before + c.name() + "="), ConstantDescs.CD_String);
      load(code, 0, c);
      append(code, appended(c));
      before = ", ";
    }
    append(code.loadConstant(components.isEmpty() ? before + "]" : "]"), ConstantDescs.CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
    code.areturn();
  }

  private static ClassDesc appended(Component c) {
    return switch (c.kind()) {
      case BYTE, SHORT -> ConstantDescs.CD_int;
      case REFERENCE -> ConstantDescs.CD_Object;
      case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE, VOID -> c.type();
    };
  }

  private static void append(CodeBuilder code, ClassDesc type) {
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
  }
}
