package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.mmlens.machine.Machine;

/// A kernel function answered by Java.
///
/// @param name the C name
/// @param method a public static method of a public class: takes a [Machine] and then one `long` a
///   parameter, returns `long` or nothing
public record Model(String name, Method method) {

  /// Checks the method's shape.
  public Model {
    Class<?>[] types = method.getParameterTypes();
    boolean fits =
        Modifier.isPublic(method.getModifiers())
            && Modifier.isStatic(method.getModifiers())
            && Modifier.isPublic(method.getDeclaringClass().getModifiers())
            && types.length > 0
            && types[0] == Machine.class
            && (method.getReturnType() == long.class || method.getReturnType() == void.class);
    for (int i = 1; i < types.length; i++) {
      fits &= types[i] == long.class;
    }
    if (!fits) {
      throw new IllegalArgumentException("cannot be called from C: " + method);
    }
  }

  /// {@return how many parameters the C function has}
  public int params() {
    return method.getParameterCount() - 1;
  }

  boolean returnsValue() {
    return method.getReturnType() == long.class;
  }

  ClassDesc owner() {
    return method.getDeclaringClass().describeConstable().orElseThrow();
  }

  MethodTypeDesc type() {
    return Descriptors.function(params())
        .changeReturnType(method.getReturnType().describeConstable().orElseThrow());
  }
}
