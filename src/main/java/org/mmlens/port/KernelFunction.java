package org.mmlens.port;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the Java model of a kernel function.
///
/// The method is public and static, takes the machine and one `long` for each parameter of the
/// prototype (the variable arguments of a variadic function as one more: the address of an array of
/// 8-byte values), and returns `long` or nothing.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KernelFunction {

  /// {@return the C names it answers to; a kernel generation has some of them}
  String[] name();

  /// {@return the C prototype, with the first name}
  String prototype();

  /// {@return the file of the kernel that defines the function, in Linux 6.12 unless it says
  /// otherwise}
  String source();

  /// {@return how much of it the model does}
  Fidelity fidelity();

  /// {@return what the model does, in one sentence}
  String effect();

  /// {@return what the model leaves out; empty for nothing}
  String omits() default "";
}
