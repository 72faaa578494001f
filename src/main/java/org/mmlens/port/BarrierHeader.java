package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of the barriers of `asm/barrier.h`. One CPU needs none of them, but another one that
/// looks on would: that one is gone, or stands elsewhere, shows in the effects.
public final class BarrierHeader {

  private static final String SOURCE = "include/asm-generic/barrier.h";

  private static final String EFFECT = "is recorded as an effect, smp_ or not";

  private static final String OMITS = "other CPUs: what they could see in another order";

  private BarrierHeader() {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"smp_mb", "mb"},
      prototype = "void smp_mb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = EFFECT,
      omits = OMITS)
  public static void smpMb(Machine m) {
    m.effects().record("smp_mb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"smp_rmb", "rmb"},
      prototype = "void smp_rmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = EFFECT,
      omits = OMITS)
  public static void smpRmb(Machine m) {
    m.effects().record("smp_rmb");
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"smp_wmb", "wmb"},
      prototype = "void smp_wmb(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = EFFECT,
      omits = OMITS)
  public static void smpWmb(Machine m) {
    m.effects().record("smp_wmb");
  }
}
