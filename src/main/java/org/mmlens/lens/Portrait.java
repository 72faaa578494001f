package org.mmlens.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.lens.Facts.LockFact;
import org.mmlens.lens.Facts.NoteFact;
import org.mmlens.lens.Facts.PageFact;
import org.mmlens.lens.Facts.StaleFact;
import org.mmlens.lens.Facts.TableFact;
import org.mmlens.lens.Facts.TreeFact;
import org.mmlens.lens.Facts.VmaFact;
import org.mmlens.machine.Event;
import org.mmlens.machine.Frame;
import org.mmlens.machine.Machine;

/// Turns facts into what people read: the same facts, none left out.
final class Portrait {

  private static final String[] LEVELS = {"", "PTE", "PMD", "PUD", "P4D", "PGD"};

  private final Machine machine;
  private final Readout.Mark mark;
  private final List<Outcome.Vma> vmas = new ArrayList<>();
  private final List<Outcome.TreeRange> tree = new ArrayList<>();
  private final List<Outcome.Page> pages = new ArrayList<>();
  private final List<Outcome.Table> tables = new ArrayList<>();
  private final List<Outcome.Counter> counters = new ArrayList<>();
  private final List<Outcome.Word> stored = new ArrayList<>();
  private final List<String> locks = new ArrayList<>();
  private final List<Outcome.Event> memory = new ArrayList<>();
  private final List<Outcome.Event> warnings = new ArrayList<>();
  private final List<Outcome.Event> effects = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();

  private Portrait(Machine machine, Readout.Mark mark) {
    this.machine = machine;
    this.mark = mark;
  }

  static Outcome of(
      Map<Observable, List<Object>> facts, Outcome.Ending end, Machine machine, Readout.Mark mark) {
    Portrait p = new Portrait(machine, mark);
    for (Observable o : Observable.values()) {
      for (Object fact : facts.getOrDefault(o, List.of())) {
        p.add(o, fact);
      }
    }
    p.counters.sort(java.util.Comparator.comparing(Outcome.Counter::name));
    return new Outcome(
        end,
        p.vmas,
        p.tree,
        p.pages,
        p.tables,
        p.counters,
        p.stored,
        p.locks,
        p.memory,
        p.warnings,
        p.effects);
  }

  static Outcome.Frame frame(Frame f) {
    return new Outcome.Frame(f.function(), Position.ofLine(f.file(), f.line()));
  }

  private void add(Observable observable, Object fact) {
    switch (fact) {
      case Facts f -> add(observable, f);
      case EffectFact e -> effect(e);
      case Numbers n -> numbers(n);
      case Stored s -> s.words().forEach(w -> stored.add(new Outcome.Word(w.place(), w.value())));
      default -> throw new IllegalStateException("no such fact: " + fact.getClass());
    }
  }

  private void add(Observable observable, Facts fact) {
    switch (fact) {
      case Facts.End _ -> {
        // the ending itself says more
      }
      case VmaFact v -> vma(v);
      case TreeFact(long first, long last, String name) ->
          tree.add(new Outcome.TreeRange(first, last + 1, name));
      case PageFact(long address, int level, String frame, long flags) ->
          pages.add(
              new Outcome.Page(
                  address,
                  frame + (level > 1 ? " (" + name(level) + " entry)" : ""),
                  PteFlags.text(flags),
                  Optional.empty()));
      case StaleFact(long address, String cached, String walked) ->
          pages.add(
              new Outcome.Page(
                  address, walked.equals("not mapped") ? "" : walked, "", Optional.of(cached)));
      case TableFact(int level, long start, String state) ->
          tables.add(
              level == 0
                  ? new Outcome.Table("page", 0, 0, state)
                  : new Outcome.Table(name(level), start, start + reach(level), state));
      case LockFact(String name, String mode) ->
          locks.add(name + " held (" + mode.toLowerCase(java.util.Locale.ROOT) + ")");
      case NoteFact(String kind, String text) -> note(observable, kind, text);
    }
  }

  /// The table that CR3 names is the PGD, of four levels as of five: with four the P4D is folded
  /// (`include/asm-generic/pgtable-nop4d.h`).
  private String name(int level) {
    return level == machine.config().levels() ? "PGD" : LEVELS[level];
  }

  private void vma(VmaFact v) {
    objects.add(v.name());
    vmas.add(
        new Outcome.Vma(
            v.name(),
            v.start(),
            v.end(),
            VmaFlags.text(v.flags()),
            v.pgoff(),
            !v.anonVma().equals("NULL")));
  }

  private static long reach(int level) {
    return 1L << (12 + 9 * level);
  }

  private void note(Observable observable, String kind, String text) {
    Optional<Outcome.Frame> at = position(kind, text);
    switch (observable) {
      case LOCKS -> locks.add(text);
      case EFFECTS -> warnings.add(warning());
      case VMAS -> tree.add(new Outcome.TreeRange(0, 0, text));
      case RESULT, TRANSLATION, TABLES, ACCOUNTING, MEMORY ->
          memory.add(new Outcome.Event(text, at));
    }
  }

  /// {@return the next warning in full: what is compared of it is less than what a reader wants}
  private Outcome.Event warning() {
    Event warning =
        machine.events().all().stream()
            .skip(mark.events())
            .filter(e -> e.kind() == Event.Kind.WARN)
            .skip(warnings.size())
            .findFirst()
            .orElseThrow();
    return new Outcome.Event(
        "WARN: " + warning.what(), warning.frames().stream().findFirst().map(Portrait::frame));
  }

  private Optional<Outcome.Frame> position(String kind, String text) {
    for (Event e : machine.events().all()) {
      if (e.kind().name().equals(kind) && e.what().equals(text) && !e.frames().isEmpty()) {
        return Optional.of(frame(e.frames().getFirst()));
      }
    }
    return Optional.empty();
  }

  private void effect(EffectFact e) {
    List<Outcome.Frame> frames =
        machine.effects().frames(mark.effects() + effects.size()).stream()
            .map(Portrait::frame)
            .toList();
    effects.add(new Outcome.Event(e.text(), frames.stream().findFirst(), frames));
  }

  private int vmaNumbers;

  private void numbers(Numbers n) {
    boolean ofVma = !n.names().isEmpty() && !n.names().getFirst().matches("mm->.*|rss.*");
    String owner = ofVma ? "vma " + vmaNumbers++ + "->" : "";
    for (int i = 0; i < n.values().length; i++) {
      counters.add(new Outcome.Counter(owner + n.names().get(i), n.values()[i]));
    }
  }
}
