package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.mmlens.ir.Global;
import org.mmlens.ir.Program;
import org.mmlens.machine.Machine;

/// The objects with static storage duration that a program uses: where each lies, and its first
/// bytes. An object gets its place when it is first named, and its bytes later, since they may name
/// others.
final class GlobalObjects {

  /// Larger ones are not placed.
  private static final long MOST_BYTES = 16 << 20;

  private final Program source;
  private final GlobalLayout layout;
  private final Symbols symbols;
  private final BiConsumer<String, String> missing;
  private final ArrayDeque<Global> open = new ArrayDeque<>();
  private final List<Filled> filled = new ArrayList<>();

  /// An object ready to be put into a machine.
  private record Filled(long address, byte[] bytes, int length, Machine.Placement placement) {}

  /// Holds none yet.
  ///
  /// @param source has them
  /// @param layout says where they lie
  /// @param symbols says what the addresses of functions are
  /// @param missing hears of one that nobody defines, and of who names it
  GlobalObjects(
      Program source, GlobalLayout layout, Symbols symbols, BiConsumer<String, String> missing) {
    this.source = source;
    this.layout = layout;
    this.symbols = symbols;
    this.missing = missing;
  }

  /// {@return the address of an object}
  ///
  /// @param symbol the object
  /// @param user who names it
  long place(String symbol, String user) {
    Optional<GlobalLayout.Placed> known = layout.find(symbol);
    if (known.isPresent()) {
      return known.get().address();
    }
    Optional<Global> global = source.global(symbol).filter(g -> g.bytes() <= MOST_BYTES);
    if (global.isEmpty()) {
      missing.accept("variable " + symbol, user);
      return layout.missing(symbol);
    }
    open.add(global.get());
    return layout.place(global.get());
  }

  /// {@return whether some have a place and no bytes}
  boolean unfilled() {
    return !open.isEmpty();
  }

  /// Gives the next one its bytes.
  void fill() {
    Global global = open.remove();
    byte[] image = global.image();
    int needed = image.length;
    for (Global.Relocation r : global.relocations()) {
      needed = Math.max(needed, (int) r.offset() + 8);
    }
    byte[] bytes = Arrays.copyOf(image, (int) Math.min(Math.max(needed, 0), global.bytes()));
    for (Global.Relocation r : global.relocations()) {
      long value = address(r.symbol(), global.symbol()) + r.addend();
      for (int i = 0; i < 8 && r.offset() + i < bytes.length; i++) {
        bytes[(int) r.offset() + i] = (byte) (value >>> 8 * i);
      }
    }
    filled.add(
        new Filled(
            layout.place(global),
            bytes,
            (int) Math.max(1, global.bytes()),
            global.constant() ? Machine.Placement.CONSTANT : Machine.Placement.WRITABLE));
  }

  /// A function that an object points to is compiled when it is called.
  private long address(String symbol, String user) {
    return source.global(symbol).isPresent() ? place(symbol, user) : symbols.address(symbol);
  }

  /// {@return how many have their bytes}
  int filled() {
    return filled.size();
  }

  /// Puts those into a machine that it has not got yet.
  void load(Machine machine) {
    for (Filled f : filled.subList(machine.placed(), filled.size())) {
      machine.place(f.address(), f.bytes(), f.length(), f.placement());
    }
  }
}
