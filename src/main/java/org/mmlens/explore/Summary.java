package org.mmlens.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Outcome.Ending;

/// Says in one sentence what is seen on each side.
final class Summary {

  private static final int ITEMS = 3;

  private Summary() {}

  /// {@return the sentence, without full stop}
  ///
  /// @param observable what differs first
  /// @param orderOnly whether only the order of effects differs
  /// @param before the run before the patch
  /// @param after the run after the patch
  static String of(Observable observable, boolean orderOnly, Outcome before, Outcome after) {
    if (orderOnly) {
      return order(before, after);
    }
    return switch (observable) {
      case RESULT -> "before: " + ending(before.ending()) + ", after: " + ending(after.ending());
      case VMAS -> vmas(before, after);
      case TRANSLATION -> pages(before, after);
      case TABLES -> sides(before.tables(), after.tables(), Summary::table);
      case ACCOUNTING ->
          before.counters().equals(after.counters())
              ? sides(before.stored(), after.stored(), w -> w.place() + " = " + w.value())
              : sides(before.counters(), after.counters(), c -> c.name() + " = " + c.value());
      case LOCKS -> sides(before.locks(), after.locks(), l -> l);
      case MEMORY -> sides(before.memory(), after.memory(), Outcome.Event::text);
      case EFFECTS ->
          before.warnings().equals(after.warnings())
              ? sides(before.effects(), after.effects(), Outcome.Event::text)
              : sides(before.warnings(), after.warnings(), Outcome.Event::text);
    };
  }

  private static String order(Outcome before, Outcome after) {
    if (Parted.at(before, after).isPresent()) {
      return "same result, other order of independent effects";
    }
    List<String> warnings = after.warnings().stream().map(Outcome.Event::text).distinct().toList();
    return "same result, but "
        + (warnings.size() == 1 ? warnings.getFirst() : "one of the warnings")
        + " comes earlier or later among the effects";
  }

  private static String ending(Ending e) {
    return switch (e) {
      case Ending.Returned(_, var text) -> "returns " + text;
      case Ending.Stopped(var kind, var message, _) -> kind + ": " + message;
      case Ending.Undecided(var reason, _) -> "undecided: " + reason;
    };
  }

  private static String vmas(Outcome before, Outcome after) {
    return before.vmas().equals(after.vmas())
        ? "maple tree: " + sides(before.tree(), after.tree(), Summary::range)
        : sides(before.vmas(), after.vmas(), Summary::vma);
  }

  private static String pages(Outcome before, Outcome after) {
    return sides(before.pages(), after.pages(), Summary::page);
  }

  private static String vma(Outcome.Vma v) {
    return "%s [%x, %x) %s pgoff %x%s"
        .formatted(
            v.name(), v.start(), v.end(), v.flags(), v.pgoff(), v.anonVma() ? " anon_vma" : "");
  }

  private static String range(Outcome.TreeRange r) {
    return "[%x, %x) %s".formatted(r.start(), r.end(), r.name());
  }

  private static String page(Outcome.Page p) {
    String walk = p.frame().isEmpty() ? "not mapped" : p.frame() + " " + p.flags();
    return "%x %s%s"
        .formatted(p.address(), walk, p.stale().map(s -> ", TLB still: " + s).orElse(""));
  }

  private static String table(Outcome.Table t) {
    return t.start() == t.end()
        ? t.level() + " table " + t.state()
        : "%s table [%x, %x) %s".formatted(t.level(), t.start(), t.end(), t.state());
  }

  /// What only one side has, a few of each.
  private static <T> String sides(List<T> before, List<T> after, Function<T, String> text) {
    return "before: " + only(before, after, text) + ", after: " + only(after, before, text);
  }

  private static <T> String only(List<T> these, List<T> those, Function<T, String> text) {
    List<T> rest = new ArrayList<>(these);
    for (T t : those) {
      rest.remove(t);
    }
    if (rest.isEmpty()) {
      return Objects.equals(these, those) ? "the same" : "nothing more";
    }
    String shown = rest.stream().limit(ITEMS).map(text).collect(Collectors.joining("; "));
    return rest.size() <= ITEMS ? shown : shown + "; and " + (rest.size() - ITEMS) + " more";
  }
}
