package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mmlens.ir.Global;
import org.mmlens.machine.MemoryMap;

/// Gives globals their addresses, in the order they are found.
///
/// Large ones, and those that find no room below the stack, go to the area behind the frame array;
/// where that begins depends on the machine, so it is fixed here for the largest one.
final class GlobalLayout {

  private static final int REDZONE = 32;
  private static final int BATCH_ALIGN = 512;
  private static final long LARGE = 32 << 10;

  /// A placed global.
  ///
  /// @param global the object
  /// @param address of its first byte
  record Placed(Global global, long address) {}

  private final Map<String, Placed> placed = new LinkedHashMap<>();
  private final Map<String, Long> missing = new LinkedHashMap<>();
  private final TreeMap<Long, Placed> byAddress = new TreeMap<>();
  private long constants = BATCH_ALIGN;
  private long variables = MemoryMap.GLOBALS;
  private long overflow = MemoryMap.OVERFLOW;

  private final Map<String, Placed> reserved;

  GlobalLayout() {
    reserved = Map.of();
  }

  /// Gives what another program has too the same addresses.
  GlobalLayout(GlobalLayout like) {
    reserved = Map.copyOf(like.placed);
    missing.putAll(like.missing);
    constants = like.constants;
    variables = like.variables;
    overflow = like.overflow;
  }

  /// Keeps what follows away from what was placed so far, whose memory may be in use.
  void newBatch() {
    constants = align(constants, BATCH_ALIGN);
    variables = align(variables, BATCH_ALIGN);
    overflow = align(overflow, BATCH_ALIGN);
  }

  private static long align(long offset, long to) {
    return (offset + to - 1) & -to;
  }

  /// {@return its address}
  long place(Global global) {
    Placed known = placed.get(global.symbol());
    if (known != null) {
      return known.address();
    }
    Placed there = reserved.get(global.symbol());
    long address =
        there != null && alike(there.global(), global)
            ? there.address()
            : MemoryMap.PAGE_OFFSET + reserve(global);
    Placed now = new Placed(global, address);
    placed.put(global.symbol(), now);
    byAddress.put(address, now);
    return address;
  }

  private static boolean alike(Global a, Global b) {
    return a.bytes() == b.bytes() && a.align() == b.align() && a.constant() == b.constant();
  }

  /// {@return whether no address stands for two globals, and those that both have begin with the
  /// same bytes}
  boolean agrees(GlobalLayout other) {
    return missing.entrySet().stream()
            .allMatch(
                m ->
                    m.getValue().equals(other.missing.getOrDefault(m.getKey(), m.getValue()))
                        && other
                            .missingAt(m.getValue())
                            .filter(n -> !n.equals(m.getKey()))
                            .isEmpty())
        && placed.values().stream().allMatch(other::agrees)
        && other.placed.values().stream().allMatch(this::agrees);
  }

  private boolean agrees(Placed theirs) {
    Placed ours = placed.get(theirs.global().symbol());
    if (ours == null) {
      long end = theirs.address() + Math.max(1, theirs.global().bytes());
      Map.Entry<Long, Placed> below = byAddress.lowerEntry(end);
      return below == null
          || below.getKey() + Math.max(1, below.getValue().global().bytes()) <= theirs.address();
    }
    return ours.address() == theirs.address() && ours.global().beginsLike(theirs.global());
  }

  private long reserve(Global global) {
    long align = Math.max(8, global.align());
    long bytes = Math.max(1, global.bytes()) + REDZONE;
    if (bytes < LARGE && global.constant()) {
      long at = align(constants, align);
      if (at + bytes <= MemoryMap.GLOBALS) {
        constants = at + bytes;
        return at;
      }
    } else if (bytes < LARGE) {
      long at = align(variables, align);
      if (at + bytes <= MemoryMap.STACK) {
        variables = at + bytes;
        return at;
      }
    }
    long at = align(overflow, align);
    overflow = at + bytes;
    return at;
  }

  /// {@return the offset behind the last global}
  long end() {
    return overflow;
  }

  /// {@return an address for a variable that nobody defines; an access to it ends the run}
  long missing(String symbol) {
    return missing.computeIfAbsent(
        symbol, _ -> MemoryMap.MISSING + (long) missing.size() * MemoryMap.MISSING_STEP);
  }

  Optional<Placed> find(String symbol) {
    return Optional.ofNullable(placed.get(symbol));
  }

  List<Placed> from(int first) {
    return new ArrayList<>(placed.values()).subList(first, placed.size());
  }

  int size() {
    return placed.size();
  }

  /// {@return the address of a global, defined or not, if it has one}
  Optional<Long> address(String symbol) {
    return find(symbol).map(Placed::address).or(() -> Optional.ofNullable(missing.get(symbol)));
  }

  /// {@return the name of a variable that nobody defines, if its address is this}
  Optional<String> missingAt(long address) {
    long number = (address - MemoryMap.MISSING) / MemoryMap.MISSING_STEP;
    return address < MemoryMap.MISSING
        ? Optional.empty()
        : missing.keySet().stream().skip(number).findFirst();
  }

  /// {@return the symbol of the variable that an address lies in}
  Optional<String> symbolAt(long address) {
    Map.Entry<Long, Placed> below = byAddress.floorEntry(address);
    return Optional.ofNullable(below)
        .filter(b -> address - b.getKey() < b.getValue().global().bytes())
        .map(b -> b.getValue().global().symbol());
  }

  Optional<String> nameAt(long address) {
    Map.Entry<Long, Placed> below = byAddress.floorEntry(address);
    if (below == null) {
      return Optional.empty();
    }
    Global global = below.getValue().global();
    long inside = address - below.getKey();
    return Optional.of(
        inside < global.bytes()
            ? "%d bytes inside %s".formatted(inside, global.symbol())
            : "%d bytes behind %s".formatted(inside - global.bytes(), global.symbol()));
  }
}
