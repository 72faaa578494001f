package org.mmlens.machine;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalLong;

/// The program a machine is loaded with.
public interface Image {

  /// Puts constants and globals into a new machine with [Machine#place].
  ///
  /// @param machine before its first snapshot
  void load(Machine machine);

  /// {@return the function that begins at an address}
  ///
  /// @param machine the caller
  /// @param address any value of a function pointer
  Optional<Callable> function(Machine machine, long address);

  /// {@return the name of the object that lies at an address, with the distance from its start}
  ///
  /// @param address inside the areas for constants and globals
  Optional<String> symbolAt(long address);

  /// {@return the name of the variable that nobody defines and that has this address}
  ///
  /// @param address from [MemoryMap#MISSING] on
  default Optional<String> missingAt(long address) {
    return Optional.empty();
  }

  /// {@return the distance of a member from the start of its type, if the program has that type}
  ///
  /// @param type `struct x`, `union x` or a typedef name
  /// @param member a member, those of unnamed members included
  default OptionalLong offsetOf(String type, String member) {
    return OptionalLong.empty();
  }

  /// {@return the size of a type in bytes, if the program has it}
  ///
  /// @param type `struct x`, `union x` or a typedef name
  default OptionalLong sizeOf(String type) {
    return OptionalLong.empty();
  }

  /// {@return the value of an enumerator or of a macro that expands to a constant, if there is one}
  ///
  /// @param name its name
  default OptionalLong constant(String name) {
    return OptionalLong.empty();
  }

  /// {@return how many lines further down in its file a function stands than its line numbers say}
  ///
  /// @param className the class of the compiled function
  /// @param method its method
  default int lineShift(String className, String method) {
    return 0;
  }

  /// A function that can be called by address.
  ///
  /// @param name its C name
  /// @param params how many parameters it has
  /// @param exact a handle of type `(Machine, long × params)long`
  /// @param spread a handle of type `(Machine, long[])long`
  record Callable(String name, int params, MethodHandle exact, MethodHandle spread) {}

  /// {@return a program without globals and functions}
  static Image empty() {
    return new Image() {
      @Override
      public void load(Machine machine) {}

      @Override
      public Optional<Callable> function(Machine machine, long address) {
        return Optional.empty();
      }

      @Override
      public Optional<String> symbolAt(long address) {
        return Optional.empty();
      }
    };
  }
}
