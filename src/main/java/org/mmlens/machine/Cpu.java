package org.mmlens.machine;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.mmlens.machine.Stop.Cause;

/// What compiled C asks of the processor besides memory.
public final class Cpu {

  /// More different values of one function are not told apart.
  private static final int MOST_VALUES = 256;

  private Cpu() {}

  /// Pays for a function entry or a loop iteration.
  ///
  /// @param m the machine
  public static void step(Machine m) {
    if (--m.steps < 0) {
      throw new Stop(new Cause.Budget("steps"));
    }
  }

  /// Enters a function that can call itself.
  ///
  /// @param m the machine
  public static void enter(Machine m) {
    if (--m.depth < 0) {
      throw new Stop(new Cause.StackOverflow());
    }
  }

  /// Leaves a function that can call itself.
  ///
  /// @param m the machine
  public static void leave(Machine m) {
    m.depth++;
  }

  /// Notes what a watched function returns.
  ///
  /// @param value what it returns
  /// @param m the machine
  /// @param function its symbol
  /// @return the value
  public static long returned(long value, Machine m, String function) {
    Set<Long> values = m.returned.computeIfAbsent(function, _ -> new LinkedHashSet<>());
    if (values.size() < MOST_VALUES) {
      values.add(value);
    }
    return value;
  }

  /// Tells the machine's watcher of a function that begins.
  ///
  /// @param m the machine
  /// @param function its C name
  /// @param args what it was called with
  public static void entered(Machine m, String function, long[] args) {
    m.watcher()
        .ifPresent(
            w -> {
              List<Frame> frames = Backtrace.here(2, m.image());
              boolean own = !frames.isEmpty() && frames.getFirst().function().equals(function);
              w.entered(function, args, frames.stream().skip(own ? 1 : 0).findFirst());
            });
  }

  /// Tells the machine's watcher of a model that is called.
  ///
  /// @param m the machine
  /// @param model its C name
  public static void answered(Machine m, String model) {
    m.watcher()
        .ifPresent(w -> w.answered(model, Backtrace.here(1, m.image()).stream().findFirst()));
  }

  /// Tells the machine's watcher of a function or a model that ends.
  ///
  /// @param value what it returns
  /// @param m the machine
  /// @return the value
  public static long left(long value, Machine m) {
    m.watcher().ifPresent(w -> w.left(OptionalLong.of(value)));
    return value;
  }

  /// Tells the machine's watcher of a function or a model without a value that ends.
  ///
  /// @param m the machine
  public static void leftVoid(Machine m) {
    m.watcher().ifPresent(w -> w.left(OptionalLong.empty()));
  }

  /// Makes a stack frame.
  ///
  /// @param m the machine
  /// @param bytes its size, a multiple of 16
  /// @return its lowest address
  public static long push(Machine m, int bytes) {
    long base = m.stackPointer - bytes;
    if (base < MemoryMap.PAGE_OFFSET + MemoryMap.STACK) {
      throw new Stop(new Cause.StackOverflow());
    }
    m.stackPointer = base;
    m.undo.touch((int) (base - MemoryMap.PAGE_OFFSET), bytes);
    return base;
  }

  /// Drops a stack frame; nothing in it can be accessed any more.
  ///
  /// @param m the machine
  /// @param base what [#push] returned
  /// @param bytes its size
  public static void pop(Machine m, long base, int bytes) {
    int at = (int) (base - MemoryMap.PAGE_OFFSET);
    Fill.bytes(m.shadow, at, at + bytes, Shadow.STACK_DEAD);
    m.stackPointer = base + bytes;
  }

  /// Begins the lifetime of a local: addressable, not initialised.
  ///
  /// @param m the machine
  /// @param address of its first byte
  /// @param bytes its size
  public static void local(Machine m, long address, int bytes) {
    int at = (int) (address - MemoryMap.PAGE_OFFSET);
    Fill.bytes(m.shadow, at, at + bytes, Shadow.STACK_UNINITIALISED);
  }

  /// Notes the use of a local that no assignment has reached.
  ///
  /// @param m the machine
  /// @param name its C name, or empty
  public static void uninitialised(Machine m, String name) {
    m.events()
        .record(
            Event.Kind.UNINITIALISED,
            "use of uninitialised " + (name.isEmpty() ? "value" : "variable '" + name + "'"));
  }

  /// {@return the signed quotient}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long divide(long left, long right) {
    checkDivide(left, right);
    return left / right;
  }

  /// {@return the signed remainder}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long remainder(long left, long right) {
    checkDivide(left, right);
    return left % right;
  }

  /// {@return the unsigned quotient}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long divideUnsigned(long left, long right) {
    checkZero(right);
    return Long.divideUnsigned(left, right);
  }

  /// {@return the unsigned remainder}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long remainderUnsigned(long left, long right) {
    checkZero(right);
    return Long.remainderUnsigned(left, right);
  }

  /// {@return the signed 32-bit quotient}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long divide32(long left, long right) {
    checkDivide32(left, right);
    return left / right;
  }

  /// {@return the signed 32-bit remainder}
  ///
  /// @param left dividend
  /// @param right divisor
  public static long remainder32(long left, long right) {
    checkDivide32(left, right);
    return left % right;
  }

  private static void checkDivide32(long left, long right) {
    if (right == 0 || right == -1 && left == Integer.MIN_VALUE) {
      throw divideError();
    }
  }

  private static void checkDivide(long left, long right) {
    if (right == 0 || right == -1 && left == Long.MIN_VALUE) {
      throw divideError();
    }
  }

  private static void checkZero(long right) {
    if (right == 0) {
      throw divideError();
    }
  }

  private static Stop divideError() {
    return new Stop(new Cause.Oops("divide error", 0, ""));
  }

  /// {@return the handle of the function at an address, of type `(Machine, long × params)long`}
  ///
  /// @param m the machine
  /// @param address the value of a function pointer
  /// @param params how many arguments the call has
  public static MethodHandle target(Machine m, long address, int params) {
    return callable(m, address, params).exact();
  }

  private static Image.Callable callable(Machine m, long address, int params) {
    Image.Callable callable =
        m.image().function(m, address).orElseThrow(() -> notAFunction(address));
    if (callable.params() != params) {
      throw new Stop(
          new Cause.Oops(
              "control protection fault",
              address,
              "%s has %d parameters, called with %d arguments"
                  .formatted(callable.name(), callable.params(), params)));
    }
    return callable;
  }

  private static Stop notAFunction(long address) {
    String what = address == 0 ? "null function pointer" : "no function at 0x%x".formatted(address);
    return new Stop(new Cause.Oops("bad function call", address, what));
  }

  /// Calls a function by address.
  ///
  /// @param m the machine
  /// @param address the value of a function pointer
  /// @param args the arguments
  /// @return what it returned
  static long call(Machine m, long address, long[] args) {
    return invoke(m, callable(m, address, args.length), args);
  }

  static long invoke(Machine m, Image.Callable function, long[] args) {
    try {
      return (long) function.spread().invokeExact(m, args);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Counts a call of a model.
  ///
  /// @param m the machine
  /// @param model its number
  public static void called(Machine m, int model) {
    m.modelCalls[model]++;
  }

  /// Ends the run at a call of an unknown function.
  ///
  /// @param name its C name
  /// @return nothing; for `throw`
  public static Stop notModelled(String name) {
    return new Stop(new Cause.NotModelled(name));
  }

  /// Ends the run at code that was not translated.
  ///
  /// @param construct what it is
  /// @return nothing; for `throw`
  public static Stop hole(String construct) {
    return new Stop(new Cause.Hole(construct));
  }

  /// Ends the run where no run should come.
  ///
  /// @return nothing; for `throw`
  public static Stop unreachable() {
    return new Stop(new Cause.Unreachable());
  }
}
