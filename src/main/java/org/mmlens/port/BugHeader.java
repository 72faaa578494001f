package org.mmlens.port;

import org.mmlens.machine.Event;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `asm/bug.h` and of what else ends or accuses a kernel.
public final class BugHeader {

  private static final String PORT = "asm/bug.h of arch mmlens";

  private BugHeader() {}

  /// Ends the run.
  ///
  /// @param m the machine
  /// @param what the text
  @KernelFunction(
      name = "mmlens_bug",
      prototype = "void mmlens_bug(const char *what)",
      source = PORT,
      fidelity = Fidelity.EXACT,
      effect = "ends the run: BUG() and BUG_ON() come here")
  public static void bug(Machine m, long what) {
    throw m.bug(Ram.string(m, what));
  }

  /// Notes a warning.
  ///
  /// @param m the machine
  /// @param what the text
  @KernelFunction(
      name = "mmlens_warn",
      prototype = "void mmlens_warn(const char *what)",
      source = PORT,
      fidelity = Fidelity.EXACT,
      effect =
          "records a warning and goes on: WARN_ON() and its kin come here, every time they fire")
  public static void warn(Machine m, long what) {
    m.events().record(Event.Kind.WARN, Ram.string(m, what));
  }

  /// Ends the run.
  ///
  /// @param m the machine
  /// @param format the text
  /// @param args its arguments
  @KernelFunction(
      name = "panic",
      prototype = "void panic(const char *fmt, ...)",
      source = "kernel/panic.c",
      fidelity = Fidelity.EXACT,
      effect = "ends the run")
  public static void panic(Machine m, long format, long args) {
    throw m.bug("panic: " + Printk.format(m, format, args));
  }

  /// Notes a warning.
  ///
  /// @param m the machine
  /// @param file ignored
  /// @param line ignored
  /// @param taint ignored
  /// @param format the text or 0
  /// @param args its arguments
  @KernelFunction(
      name = "warn_slowpath_fmt",
      prototype =
          "void warn_slowpath_fmt(const char *file, const int line, unsigned taint, const char"
              + " *fmt, ...)",
      source = "kernel/panic.c",
      fidelity = Fidelity.EXACT,
      effect = "records a warning and goes on")
  public static void warnSlowpath(
      Machine m, long file, long line, long taint, long format, long args) {
    m.events()
        .record(Event.Kind.WARN, format == 0 ? "WARN" : "WARN " + Printk.format(m, format, args));
  }

  /// Notes that a reference count went wrong, and pins it.
  ///
  /// @param m the machine
  /// @param refcount a `refcount_t`
  /// @param type an `enum refcount_saturation_type`
  @KernelFunction(
      name = "refcount_warn_saturate",
      prototype = "void refcount_warn_saturate(refcount_t *r, enum refcount_saturation_type t)",
      source = "lib/refcount.c",
      fidelity = Fidelity.EXACT,
      effect = "sets the count to its saturated value and records a warning")
  public static void refcountWarn(Machine m, long refcount, long type) {
    Ram.store32(m, refcount, Integer.MIN_VALUE / 2);
    m.events().record(Event.Kind.WARN, "refcount_t went wrong, type " + type);
  }

  /// Marks the kernel as no longer to be trusted.
  ///
  /// @param m the machine
  /// @param flag ignored
  /// @param lockdep ignored
  @KernelFunction(
      name = "add_taint",
      prototype = "void add_taint(unsigned flag, enum lockdep_ok lockdep_ok)",
      source = "kernel/panic.c",
      fidelity = Fidelity.STUB,
      effect = "nothing")
  public static void addTaint(Machine m, long flag, long lockdep) {}
}
