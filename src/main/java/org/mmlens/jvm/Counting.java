package org.mmlens.jvm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.mmlens.machine.Cpu;
import org.mmlens.machine.Machine;

/// Makes handles of models that count their calls, as compiled code does.
final class Counting {

  private Counting() {}

  /// {@return a handle of type `(Machine, long…)long`}
  static MethodHandle of(Model model, int number) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodHandle plain = lookup.unreflect(model.method());
    MethodHandle exact =
        model.returnsValue()
            ? plain
            : MethodHandles.filterReturnValue(plain, MethodHandles.constant(long.class, 0L));
    MethodHandle count =
        MethodHandles.insertArguments(
            lookup.findStatic(
                Cpu.class, "called", MethodType.methodType(void.class, Machine.class, int.class)),
            1,
            number);
    return MethodHandles.foldArguments(exact, count);
  }
}
