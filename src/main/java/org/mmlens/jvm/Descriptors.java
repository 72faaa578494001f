package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.mmlens.machine.Cpu;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

/// Names and types that compiled code refers to.
final class Descriptors {

  static final ClassDesc MACHINE = desc(Machine.class);
  static final ClassDesc RAM = desc(Ram.class);
  static final ClassDesc CPU = desc(Cpu.class);
  static final ClassDesc STOP = desc(Stop.class);
  static final ClassDesc HANDLE = desc(MethodHandle.class);
  static final ClassDesc LONG = ConstantDescs.CD_long;
  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc VOID = ConstantDescs.CD_void;
  static final ClassDesc STRING = ConstantDescs.CD_String;
  static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
  static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();

  static final MethodTypeDesc MACHINE_VOID = MethodTypeDesc.of(VOID, MACHINE);
  static final MethodTypeDesc UNINITIALISED = MethodTypeDesc.of(VOID, MACHINE, STRING);
  static final MethodTypeDesc BINARY = MethodTypeDesc.of(LONG, LONG, LONG);

  private Descriptors() {}

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /// {@return the type of the method of a function with so many parameters}
  static MethodTypeDesc function(int params) {
    ClassDesc[] types = new ClassDesc[params + 1];
    Arrays.fill(types, LONG);
    types[0] = MACHINE;
    return MethodTypeDesc.of(LONG, types);
  }

  /// {@return the same as a type}
  static MethodType functionType(int params) {
    return MethodType.methodType(
        long.class,
        Stream.<Class<?>>concat(
                Stream.of(Machine.class),
                Collections.<Class<?>>nCopies(params, long.class).stream())
            .toList());
  }
}
