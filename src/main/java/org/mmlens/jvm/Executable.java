package org.mmlens.jvm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.mmlens.ir.StructLayout;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Stop;

/// One side of a review, ready to run: compiled functions, models, and where globals lie.
///
/// Functions that only a pointer leads to are compiled when they are first called. May be used by
/// several threads, each with machines of its own.
public final class Executable {

  private final LinkedProgram program;

  Executable(LinkedProgram program) {
    this.program = program;
  }

  LinkedProgram linked() {
    return program;
  }

  /// {@return a new machine with this program in it}
  ///
  /// @param config its sizes; the size of `struct page` and the number of page-table levels are
  ///   taken from the program, if it has them
  public Machine newMachine(MachineConfig config) {
    int bytes = layout("struct page").map(l -> (int) l.bytes()).orElse(config.structPageBytes());
    int levels =
        constant("CONFIG_PGTABLE_LEVELS").filter(n -> n == 5).map(Long::intValue).orElse(4);
    return new Machine(config.withStructPage(bytes).withLevels(levels), program);
  }

  /// Calls a function.
  ///
  /// @param machine one of [#newMachine]
  /// @param symbol the function's symbol or C name
  /// @param args the arguments, each normalised to its parameter's type
  /// @return what it returned; 0 for `void`
  /// @throws Stop if the run ended before that
  public long call(Machine machine, String symbol, long... args) {
    return call(machine, callable(symbol), args);
  }

  /// {@return the function of that name, compiled}
  ///
  /// @param symbol its symbol or C name
  public Image.Callable callable(String symbol) {
    return program.callable(symbol);
  }

  /// Calls a function.
  ///
  /// @param machine one of [#newMachine]
  /// @param function what [#callable] returned
  /// @param args the arguments, each normalised to its parameter's type
  /// @return what it returned; 0 for `void`
  /// @throws Stop if the run ended before that
  public long call(Machine machine, Image.Callable function, long... args) {
    program.load(machine);
    if (args.length != function.params()) {
      throw new IllegalArgumentException(
          function.name() + " has " + function.params() + " parameters");
    }
    return machine.run(function, args);
  }

  /// {@return the address of a global or a function}
  ///
  /// @param symbol its symbol
  public OptionalLong address(String symbol) {
    return program.address(symbol);
  }

  /// {@return the symbol of the function at an address}
  ///
  /// @param address the value of a function pointer
  public Optional<String> functionAt(long address) {
    return program.symbolOfFunction(address);
  }

  /// {@return the symbol of the variable that an address lies in}
  ///
  /// @param address any
  public Optional<String> variableAt(long address) {
    return program.globalAt(address);
  }

  /// {@return whether the tree defines a variable}
  ///
  /// @param symbol as [#variableAt] gives it
  public boolean hasVariable(String symbol) {
    return program.source().global(symbol).isPresent();
  }

  /// {@return the symbols of the functions that run as the same code in another program; empty if
  /// the same bytes in memory do not mean the same in both}
  ///
  /// More may be linked later, see [#version].
  ///
  /// @param other another program
  public Optional<Set<String>> alike(Executable other) {
    synchronized (program) {
      synchronized (other.program) {
        return Likeness.of(program, other.program);
      }
    }
  }

  /// {@return the symbols of all bodies that some functions come to, themselves included; empty if
  /// they come to a call by address, or of what nobody knows}
  ///
  /// @param functions their symbols
  public Optional<Set<String>> closure(List<String> functions) {
    synchronized (program) {
      return Likeness.closure(program, functions);
    }
  }

  /// {@return whether calls of some functions go on alike in another program from the same state of
  /// memory, whatever they come to, and come to no function that a series changes}
  ///
  /// More may be linked later, see [#version].
  ///
  /// @param other another program
  /// @param functions their symbols or C names
  public boolean goesOnLike(Executable other, List<String> functions) {
    synchronized (program) {
      synchronized (other.program) {
        return Onward.alike(program, other.program, functions);
      }
    }
  }

  /// {@return a number that changes whenever more is linked}
  public int version() {
    return program.version();
  }

  /// {@return whether a function runs from source because a series changes it}
  ///
  /// @param symbol its symbol
  public boolean watched(String symbol) {
    return program.watched(symbol);
  }

  /// {@return the layout of a complete type}
  ///
  /// @param tag `struct x`, `union x` or a typedef name
  public Optional<StructLayout> layout(String tag) {
    return program.source().layout(tag);
  }

  /// {@return the value of an enumerator or an integer constant macro}
  ///
  /// @param name its name
  public Optional<Long> constant(String name) {
    return program.source().constant(name);
  }

  /// {@return how often a function passes each string literal as first argument to one of some
  /// functions; nothing if no function of that name has a body}
  ///
  /// @param name the C name of the function
  /// @param file where it stands, which decides between static functions of one name; if none
  ///   stands there, any of that name counts
  /// @param callees the C names of those the literals are passed to
  public SortedMap<String, Integer> literals(String name, String file, Set<String> callees) {
    return program.literals(name, file, callees);
  }

  /// {@return every way out of every compiled branch, by index}
  public List<Probe> probes() {
    return program.probes();
  }

  /// {@return the way into every compiled function, by index}
  public List<Probe> entries() {
    return program.entries();
  }

  /// {@return how often each model was called on a machine, in the order of [Linkage#models]}
  ///
  /// @param machine one of [#newMachine]
  public SortedMap<String, Long> modelCalls(Machine machine) {
    return program.modelCalls(machine);
  }

  /// {@return what it is made of, so far}
  public Linkage linkage() {
    return program.linkage();
  }
}
