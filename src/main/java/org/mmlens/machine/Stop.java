package org.mmlens.machine;

import java.util.List;

/// Ends a run before its entry function returns.
public final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Cause cause;
  private transient Image image = Image.empty();

  /// Ends the run here.
  ///
  /// @param cause why
  public Stop(Cause cause) {
    super(cause.toString());
    this.cause = cause;
  }

  /// {@return why}
  public Cause why() {
    return cause;
  }

  /// Says which program was running.
  Stop in(Image program) {
    image = program;
    return this;
  }

  /// {@return the C functions that were running, innermost first}
  public List<Frame> backtrace() {
    return Backtrace.of(getStackTrace(), image);
  }

  /// Why a run ended early.
  public sealed interface Cause {

    /// {@return whether the run says nothing about the code: something of ours was missing}
    default boolean inconclusive() {
      return switch (this) {
        case Budget _, NotModelled _, Hole _ -> true;
        case Bug _, Oops _, MemoryError _, Deadlock _, StackOverflow _, Unreachable _ -> false;
      };
    }

    /// `BUG()`, `BUG_ON()`, `panic()`.
    ///
    /// @param what the text given to it
    record Bug(String what) implements Cause {
      @Override
      public String toString() {
        return "kernel BUG: " + what;
      }
    }

    /// A CPU exception that is not about memory: a division by zero, a call of no function.
    ///
    /// @param kind which, e.g. `divide error`
    /// @param address the address concerned, else 0
    /// @param detail more, for people
    record Oops(String kind, long address, String detail) implements Cause {
      @Override
      public String toString() {
        return kind + (detail.isEmpty() ? "" : ": " + detail);
      }
    }

    /// An access to memory that is not there for it.
    ///
    /// @param fault what is wrong
    /// @param address the first byte of the access
    /// @param object what lies there, for people
    record MemoryError(MemoryFault fault, long address, String object) implements Cause {
      @Override
      public String toString() {
        return fault + (object.isEmpty() ? "" : ": " + object);
      }
    }

    /// A lock that can never be had.
    ///
    /// @param lock its name and why
    record Deadlock(String lock) implements Cause {
      @Override
      public String toString() {
        return "deadlock: " + lock;
      }
    }

    /// The run was longer or larger than allowed.
    ///
    /// @param what the resource: `steps`, `log`, `memory`
    record Budget(String what) implements Cause {
      @Override
      public String toString() {
        return "budget: " + what;
      }
    }

    /// A function that has neither a body nor a model.
    ///
    /// @param name its C name
    record NotModelled(String name) implements Cause {
      @Override
      public String toString() {
        return "not modelled: " + name;
      }
    }

    /// Code that could not be translated.
    ///
    /// @param construct what it is
    record Hole(String construct) implements Cause {
      @Override
      public String toString() {
        return "not compiled: " + construct;
      }
    }

    /// More nested calls than the kernel's stack holds.
    record StackOverflow() implements Cause {
      @Override
      public String toString() {
        return "stack overflow";
      }
    }

    /// The end of a function that must not return, or `__builtin_unreachable()`.
    record Unreachable() implements Cause {
      @Override
      public String toString() {
        return "unreachable code was reached";
      }
    }
  }
}
