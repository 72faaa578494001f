package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mmlens.machine.MemoryMap;

/// Gives functions their addresses, in the order they are found.
final class Symbols {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> symbols = new ArrayList<>();

  Symbols() {}

  /// Begins with the addresses that another program gave.
  Symbols(Symbols like) {
    numbers.putAll(like.numbers);
    symbols.addAll(like.symbols);
  }

  /// {@return the function's address, a new one if it has none yet}
  long address(String symbol) {
    int number = numbers.computeIfAbsent(symbol, _ -> numbers.size());
    if (number == symbols.size()) {
      symbols.add(symbol);
    }
    return MemoryMap.TEXT + (long) number * MemoryMap.TEXT_STEP;
  }

  /// {@return all that have an address, in the order of their addresses}
  List<String> all() {
    return List.copyOf(symbols);
  }

  /// {@return whether no address stands for two functions}
  boolean agrees(Symbols other) {
    int both = Math.min(symbols.size(), other.symbols.size());
    return symbols.subList(0, both).equals(other.symbols.subList(0, both));
  }

  OptionalLong find(String symbol) {
    return numbers.containsKey(symbol) ? OptionalLong.of(address(symbol)) : OptionalLong.empty();
  }

  /// {@return the number of the function that may begin at an address, or -1}
  static int number(long address) {
    long distance = address - MemoryMap.TEXT;
    long number = distance / MemoryMap.TEXT_STEP;
    return distance < 0 || distance % MemoryMap.TEXT_STEP != 0 || number > Integer.MAX_VALUE
        ? -1
        : (int) number;
  }

  /// {@return the function that begins at an address}
  Optional<String> at(long address) {
    int number = number(address);
    return number < 0 || number >= symbols.size()
        ? Optional.empty()
        : Optional.of(symbols.get(number));
  }

  /// {@return the C name of a symbol}
  static String name(String symbol) {
    int at = symbol.indexOf('@');
    return at < 0 ? symbol : symbol.substring(0, at);
  }
}
