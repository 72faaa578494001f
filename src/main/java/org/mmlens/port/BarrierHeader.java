package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of the barriers of `asm/barrier.h`. One CPU needs none of them, but another one that
/// looks on would: that one is gone, or stands elsewhere, shows in the effects.
public final class BarrierHeader {

  private static final String SOURCE = "include/asm-generic/barrier.h";

  private static final String OMITS = "other CPUs: what they could see in another order";

  private BarrierHeader() {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "mb",
      prototype = "void mb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void mb(Machine m) {
    m.effects().record("mb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "smp_mb",
      prototype = "void smp_mb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void smpMb(Machine m) {
    m.effects().record("smp_mb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "rmb",
      prototype = "void rmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void rmb(Machine m) {
    m.effects().record("rmb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "smp_rmb",
      prototype = "void smp_rmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void smpRmb(Machine m) {
    m.effects().record("smp_rmb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "wmb",
      prototype = "void wmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void wmb(Machine m) {
    m.effects().record("wmb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "smp_wmb",
      prototype = "void smp_wmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = OMITS)
  public static void smpWmb(Machine m) {
    m.effects().record("smp_wmb");
  }
}
