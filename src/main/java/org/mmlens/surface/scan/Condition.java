package org.mmlens.surface.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The condition of the `#if` groups a line stands under (C11 §6.10.1).
///
/// Atoms are what the preprocessor would look up: `CONFIG_MMU` for `#ifdef CONFIG_MMU`,
/// `defined(CONFIG_MMU)` and `IS_ENABLED(CONFIG_MMU)` alike; any other test (`BITS_PER_LONG == 64`)
/// is one atom spelt as it stands. Nothing is known of how atoms depend on each other.
public sealed interface Condition {

  /// How many atoms [#satisfiable] tries out; beyond, it answers that there may be a way.
  int MAX_ATOMS = 12;

  /// Something a configuration decides.
  ///
  /// @param name the macro, or the whole test
  record Atom(String name) implements Condition {}

  /// The opposite.
  ///
  /// @param operand what must not hold
  record Not(Condition operand) implements Condition {}

  /// All of these; with none of them: always.
  ///
  /// @param operands the parts
  record All(List<Condition> operands) implements Condition {
    /// Copies the list.
    public All {
      operands = List.copyOf(operands);
    }
  }

  /// At least one of these.
  ///
  /// @param operands the parts
  record Any(List<Condition> operands) implements Condition {
    /// Copies the list.
    public Any {
      operands = List.copyOf(operands);
    }
  }

  /// {@return the condition of what is always compiled}
  static Condition always() {
    return new All(List.of());
  }

  /// {@return the condition that both hold}
  ///
  /// @param other the other one
  default Condition and(Condition other) {
    if (this.equals(always())) {
      return other;
    }
    return other.equals(always()) ? this : new All(List.of(this, other));
  }

  /// {@return the condition that this does not hold}
  default Condition negated() {
    return this instanceof Not(Condition operand) ? operand : new Not(this);
  }

  /// {@return the atoms, in alphabetical order}
  default SortedSet<String> atoms() {
    return switch (this) {
      case Atom(String name) -> new TreeSet<>(List.of(name));
      case Not(Condition operand) -> operand.atoms();
      case All(List<Condition> parts) -> atomsOf(parts);
      case Any(List<Condition> parts) -> atomsOf(parts);
    };
  }

  private static SortedSet<String> atomsOf(List<Condition> parts) {
    return parts.stream()
        .flatMap(part -> part.atoms().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// {@return whether it holds where these atoms are so; empty where that is not enough to know}
  ///
  /// @param setting what is known of atoms
  default Optional<Boolean> under(Map<String, Boolean> setting) {
    return switch (this) {
      case Atom(String name) -> Optional.ofNullable(setting.get(name));
      case Not(Condition operand) -> operand.under(setting).map(value -> !value);
      case All(List<Condition> parts) -> combined(parts, setting, false);
      case Any(List<Condition> parts) -> combined(parts, setting, true);
    };
  }

  private static Optional<Boolean> combined(
      List<Condition> parts, Map<String, Boolean> setting, boolean deciding) {
    boolean unknown = false;
    for (Condition part : parts) {
      Optional<Boolean> value = part.under(setting);
      if (value.isPresent() && value.get() == deciding) {
        return value;
      }
      unknown |= value.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(!deciding);
  }

  /// {@return whether some setting of the atoms makes it hold}
  default boolean satisfiable() {
    List<String> atoms = List.copyOf(atoms());
    if (atoms.size() > MAX_ATOMS) {
      return true;
    }
    for (int bits = 0; bits < 1 << atoms.size(); bits++) {
      int setting = bits;
      Map<String, Boolean> all =
          IntStream.range(0, atoms.size())
              .boxed()
              .collect(Collectors.toMap(atoms::get, i -> (setting >> i & 1) == 1));
      if (under(all).orElse(false)) {
        return true;
      }
    }
    return false;
  }

  /// {@return the condition as people write it; empty for [#always]}
  default String text() {
    return switch (this) {
      case Atom(String name) -> name;
      case Not(Atom(String name)) when name.matches("\\w+") -> "!" + name;
      case Not(Condition operand) -> "!(" + operand.text() + ")";
      case All(List<Condition> parts) -> joined(parts, " && ");
      case Any(List<Condition> parts) -> joined(parts, " || ");
    };
  }

  private static String joined(List<Condition> parts, String operator) {
    return parts.stream()
        .map(part -> part instanceof Any ? "(" + part.text() + ")" : part.text())
        .collect(Collectors.joining(operator));
  }
}
