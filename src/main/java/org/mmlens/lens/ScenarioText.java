package org.mmlens.lens;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mmlens.machine.FaultPlan;

/// The one-line text of a scenario, e.g.
///
/// ```
/// end=0x7ffffffff000 length=2 shift=0x1000 pages=0p,1p above=1+1p with=anon-vma,tlb fail=3
/// ```
///
/// `below=` and `above=` give gap and length of a neighbour in pages, with `p` if it has pages, and
/// may be repeated; `flags=` gives further `vm_flags` of the stack; `fail=` names the allocations
/// that fail, `fail-slab=` and `fail-page=` those of one allocator, counted for themselves, and
/// `signal=` the waits that a signal ends, all from 1; what is absent is none.
public final class ScenarioText {

  private ScenarioText() {}

  /// {@return the text, without line end}
  ///
  /// @param s the scenario
  public static String print(Scenario s) {
    var out = new StringBuilder();
    out.append("end=0x").append(Long.toHexString(s.end()));
    out.append(" length=").append(s.length());
    out.append(" shift=0x").append(Long.toHexString(s.shift()));
    if (!s.pages().isEmpty()) {
      out.append(" pages=")
          .append(
              s.pages().stream()
                  .map(f -> f.page() + String.valueOf(f.kind().letter()))
                  .collect(Collectors.joining(",")));
    }
    for (Scenario.Neighbour n : s.neighbours()) {
      out.append(n.side() == Scenario.Side.BELOW ? " below=" : " above=");
      out.append(n.gap()).append('+').append(n.length()).append(n.populated() ? "p" : "");
    }
    if (!s.traits().isEmpty()) {
      out.append(" with=")
          .append(
              s.traits().stream()
                  .sorted()
                  .map(Scenario.Trait::word)
                  .collect(Collectors.joining(",")));
    }
    if (s.flags() != 0) {
      out.append(" flags=0x").append(Long.toHexString(s.flags()));
    }
    list(out, "fail", s.faults().allocations());
    list(out, "fail-slab", s.faults().slab());
    list(out, "fail-page", s.faults().pages());
    list(out, "signal", s.faults().interrupts());
    return out.toString();
  }

  private static void list(StringBuilder out, String field, SortedSet<Integer> numbers) {
    if (!numbers.isEmpty()) {
      out.append(' ').append(field).append('=');
      out.append(numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  /// {@return the scenario, or what is wrong with the text}
  ///
  /// @param text as [#print] gives it; fields in any order
  public static Parsed parse(String text) {
    try {
      return new Parsed(Optional.of(read(text)), "");
    } catch (Malformed e) {
      return new Parsed(Optional.empty(), e.found);
    }
  }

  /// What reading a text gave.
  ///
  /// @param scenario the scenario, if the text is one
  /// @param problem what was found and expected, empty if nothing is wrong
  public record Parsed(Optional<Scenario> scenario, String problem) {}

  private static Scenario read(String text) throws Malformed {
    Optional<Long> end = Optional.empty();
    Optional<Integer> length = Optional.empty();
    Optional<Long> shift = Optional.empty();
    List<Scenario.Fill> pages = new ArrayList<>();
    List<Scenario.Neighbour> neighbours = new ArrayList<>();
    EnumSet<Scenario.Trait> traits = EnumSet.noneOf(Scenario.Trait.class);
    long flags = 0;
    FaultPlan faults = FaultPlan.NONE;
    for (String field : text.strip().split("\\s+")) {
      int eq = field.indexOf('=');
      String value = field.substring(eq + 1);
      switch (eq < 0 ? "" : field.substring(0, eq)) {
        case "end" -> end = Optional.of(address(value));
        case "length" -> length = Optional.of(number(value, 1 << 20));
        case "shift" -> shift = Optional.of(address(value));
        case "pages" -> {
          for (String p : value.split(",")) {
            pages.add(fill(p));
          }
        }
        case "below" -> neighbours.add(neighbour(Scenario.Side.BELOW, value));
        case "above" -> neighbours.add(neighbour(Scenario.Side.ABOVE, value));
        case "with" -> {
          for (String word : value.split(",")) {
            traits.add(trait(word));
          }
        }
        case "flags" -> flags = address(value);
        case "fail" -> faults = faults.and(FaultPlan.allocations(numbers(value)));
        case "fail-slab" -> faults = faults.and(FaultPlan.slab(numbers(value)));
        case "fail-page" -> faults = faults.and(FaultPlan.pages(numbers(value)));
        case "signal" -> faults = faults.and(FaultPlan.interrupts(numbers(value)));
        default ->
            throw new Malformed(
                "found '"
                    + field
                    + "', expected end=, length=, shift=, pages=, below=, above=,"
                    + " with=, flags=, fail=, fail-slab=, fail-page= or signal=");
      }
    }
    long top = end.orElseThrow(() -> new Malformed("expected end=ADDRESS, found none"));
    int pageCount = length.orElseThrow(() -> new Malformed("expected length=PAGES, found none"));
    long bytes = shift.orElseThrow(() -> new Malformed("expected shift=BYTES, found none"));
    for (Scenario.Fill f : pages) {
      if (f.page() >= pageCount) {
        throw new Malformed("found page " + f.page() + ", expected less than length=" + pageCount);
      }
    }
    return new Scenario(top, pageCount, bytes, pages, neighbours, traits, flags, faults);
  }

  private static Integer[] numbers(String text) throws Malformed {
    SortedSet<Integer> found = new TreeSet<>();
    for (String k : text.split(",")) {
      found.add(number(k, 1 << 20));
    }
    return found.toArray(new Integer[0]);
  }

  private static Scenario.Fill fill(String text) throws Malformed {
    for (Scenario.Kind kind : Scenario.Kind.values()) {
      if (text.endsWith(String.valueOf(kind.letter()))) {
        return new Scenario.Fill(number(text.substring(0, text.length() - 1), 1 << 20), kind);
      }
    }
    throw new Malformed("found page '" + text + "', expected a number and p, r or s");
  }

  private static Scenario.Neighbour neighbour(Scenario.Side side, String text) throws Malformed {
    boolean populated = text.endsWith("p");
    String[] parts = (populated ? text.substring(0, text.length() - 1) : text).split("\\+", -1);
    if (parts.length != 2) {
      throw new Malformed("found neighbour '" + text + "', expected GAP+LENGTH or GAP+LENGTHp");
    }
    return new Scenario.Neighbour(
        side, number(parts[0], 1 << 20), number(parts[1], 1 << 20), populated);
  }

  private static Scenario.Trait trait(String word) throws Malformed {
    for (Scenario.Trait t : Scenario.Trait.values()) {
      if (t.word().equals(word)) {
        return t;
      }
    }
    throw new Malformed(
        "found trait '"
            + word
            + "', there are: "
            + EnumSet.allOf(Scenario.Trait.class).stream()
                .map(Scenario.Trait::word)
                .collect(Collectors.joining(", ")));
  }

  private static long address(String text) throws Malformed {
    try {
      return text.startsWith("0x")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Malformed("found '" + text + "', expected a number such as 0x1000");
    }
  }

  private static int number(String text, int most) throws Malformed {
    try {
      int n = Integer.parseInt(text);
      if (n >= 0 && n <= most) {
        return n;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message
    }
    throw new Malformed("found '" + text + "', expected a number from 0 to " + most);
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    private final String found;

    Malformed(String found) {
      super(found);
      this.found = found;
    }
  }
}
