package org.mmlens.lens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.ir.StructLayout;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Reads and writes members of a kernel struct by name, wherever the tree puts them.
final class Members {

  private final StructLayout layout;
  private final Map<String, StructLayout.Field> byName = new HashMap<>();
  private final Map<Long, String> atOffset = new HashMap<>();

  Members(StructLayout layout) {
    this.layout = layout;
    layout.fields().forEach(f -> byName.putIfAbsent(f.name(), f));
    layout.fields().forEach(f -> atOffset.putIfAbsent(f.offset(), "->" + f.name()));
  }

  /// {@return the member that begins at an offset, as C spells it after its object; else the
  /// distance}
  String nameAt(long offset) {
    String name = atOffset.get(offset);
    return name == null ? "+" + offset : name;
  }

  StructLayout layout() {
    return layout;
  }

  boolean has(String member) {
    return byName.containsKey(member);
  }

  long read(Machine m, long object, String member) {
    return read(m, object, field(member));
  }

  void write(Machine m, long object, String member, long value) {
    StructLayout.Field f = field(member);
    Ram.poke(m, object + f.offset(), value, (int) f.bytes());
  }

  private StructLayout.Field field(String member) {
    StructLayout.Field field = byName.get(member);
    if (field == null) {
      throw new LensException(layout.tag() + " has no member " + member);
    }
    return field;
  }

  private static long read(Machine m, long object, StructLayout.Field f) {
    int bytes = (int) f.bytes();
    long raw = Ram.peek(m, object + f.offset(), bytes);
    if (f.bits().width() == 8L * bytes) {
      return f.kind() == StructLayout.Kind.SIGNED
          ? raw << (64 - 8 * bytes) >> (64 - 8 * bytes)
          : raw;
    }
    return raw >>> f.bits().shift() & ((1L << f.bits().width()) - 1);
  }

  /// One number inside a struct.
  ///
  /// @param name the path to it, e.g. `pgtables_bytes.counter`
  /// @param base bytes from the start of the outer struct to the struct that holds it
  /// @param field the member
  record Leaf(String name, long base, StructLayout.Field field) {
    /// {@return bytes from the start of the outer struct}
    long at() {
      return base + field.offset();
    }

    long read(Machine m, long object) {
      return Members.read(m, object + base, field);
    }
  }

  /// {@return every integer member, those of nested structs included, but what [#words] tells of}
  ///
  /// @param layouts finds the layout of a nested struct
  List<Leaf> leaves(java.util.function.Function<String, Optional<StructLayout>> layouts) {
    List<Leaf> found = new ArrayList<>();
    collect(layout, "", 0, layouts, found);
    var words = words(layouts).keySet();
    found.removeIf(leaf -> leaf.field().bytes() < Long.BYTES && words.contains(leaf.at() & -8));
    return found;
  }

  /// {@return the words that hold a pointer or a part of an array, by their distance from the start
  /// of the struct: what [#leaves] leaves out}
  ///
  /// @param layouts finds the layout of a nested struct
  java.util.SortedMap<Long, String> words(
      java.util.function.Function<String, Optional<StructLayout>> layouts) {
    var found = new java.util.TreeMap<Long, String>();
    words(layout, "", 0, layouts, found);
    List<Leaf> integers = new ArrayList<>();
    collect(layout, "", 0, layouts, integers);
    integers.stream()
        .filter(leaf -> leaf.field().bytes() == Long.BYTES)
        .forEach(leaf -> found.remove(leaf.at()));
    return found;
  }

  private static void words(
      StructLayout in,
      String path,
      long base,
      java.util.function.Function<String, Optional<StructLayout>> layouts,
      Map<Long, String> found) {
    for (StructLayout.Field f : in.fields()) {
      long at = base + f.offset();
      switch (f.kind()) {
        case POINTER -> found.putIfAbsent(at, path + f.name());
        case ARRAY -> {
          for (long word = at & -8; word < at + f.bytes(); word += 8) {
            found.putIfAbsent(word, path + f.name() + (word <= at ? "" : "+" + (word - at)));
          }
        }
        case AGGREGATE ->
            nested(f, in, layouts)
                .ifPresent(nested -> words(nested, path + f.name() + ".", at, layouts, found));
        case SIGNED, UNSIGNED -> {
          // told by their values
        }
      }
    }
  }

  private static Optional<StructLayout> nested(
      StructLayout.Field f,
      StructLayout in,
      java.util.function.Function<String, Optional<StructLayout>> layouts) {
    return layouts
        .apply(f.type())
        .filter(nested -> nested.bytes() < in.bytes() || nested.bytes() == f.bytes());
  }

  private static void collect(
      StructLayout in,
      String path,
      long base,
      java.util.function.Function<String, Optional<StructLayout>> layouts,
      List<Leaf> found) {
    for (StructLayout.Field f : in.fields()) {
      switch (f.kind()) {
        case SIGNED, UNSIGNED -> found.add(new Leaf(path + f.name(), base, f));
        case AGGREGATE ->
            nested(f, in, layouts)
                .ifPresent(
                    nested ->
                        collect(nested, path + f.name() + ".", base + f.offset(), layouts, found));
        case POINTER, ARRAY -> {
          // addresses are compared by what they point to, elsewhere
        }
      }
    }
  }
}
