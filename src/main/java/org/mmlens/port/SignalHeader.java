package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/sched/signal.h`.
public final class SignalHeader {

  private SignalHeader() {}

  /// Says whether a signal has come.
  ///
  /// @param m the machine
  /// @param task ignored
  /// @return 1 from where the fault plan sends one on, 0 before
  @KernelFunction(
      name = {"fatal_signal_pending", "signal_pending"},
      prototype = "int fatal_signal_pending(struct task_struct *p)",
      source = "include/linux/sched/signal.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "says whether the fault plan has sent a signal, which it can where this is asked",
      omits = "signals that are not fatal; other tasks")
  public static long pending(Machine m, long task) {
    return m.faults().interrupt() || m.faults().interrupted() ? 1 : 0;
  }
}
