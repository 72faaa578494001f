package org.mmlens.review;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Outcome.Ending;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Side;
import org.mmlens.lens.Scenario.Trait;

/// What moving a stack must do, said from what can be seen of it and not from the C.
///
/// For a shift that keeps the contract:
///
/// * If another VMA reaches into `[start - shift, start)`: `-EFAULT`, and nothing has changed.
/// * Else, if no allocation fails: 0. The stack VMA, the same object with the same `vm_pgoff`, is
///   `[start - shift, end - shift)`, for its fields and for the maple tree; all else stays where it
///   was. Every page of the stack is mapped `shift` lower with the same rights, and nowhere else.
/// * If an allocation fails: as before, or else `-ENOMEM`, the VMA is as it was or covers the old
///   and the new range, and every page of the stack is mapped once, at its old place or its new.
/// * Always: the TLB says what the tables say; every page table is reachable, and the counter
///   counts them; no counter of pages or VMAs changes; only the `mmap_lock` is held; no memory
///   error.
final class RelocationLaw {

  private static final long PAGE = Scenario.PAGE;

  private final Scenario s;
  private final Outcome seen;
  private final List<String> violations = new ArrayList<>();

  private final LastError lastError;

  private RelocationLaw(Scenario s, Outcome seen, LastError lastError) {
    this.s = s;
    this.seen = seen;
    this.lastError = lastError;
  }

  /// What becomes of an error once all pages are moved.
  enum LastError {
    /// It is returned.
    RETURNED,
    /// It is forgotten, as before 6.3: the VMA keeps covering both ranges, and 0 is returned.
    FORGOTTEN
  }

  /// A mapped page: its frame and the rights that must stay.
  private record Mapping(String frame, String rights) {}

  /// {@return what of the law one run breaks}
  ///
  /// @param s within the contract
  /// @param seen what the run showed
  /// @param lastError what the kernel makes of an error at the end
  static List<String> violations(Scenario s, Outcome seen, LastError lastError) {
    RelocationLaw law = new RelocationLaw(s, seen, lastError);
    law.judge();
    return law.violations;
  }

  private void judge() {
    if (!(seen.ending() instanceof Ending.Returned(_, String result))) {
      violations.add("does not return: " + seen.ending());
      return;
    }
    if (blocked()) {
      equal("result", "-EFAULT", result);
      vmas(s.start(), s.end());
      pages(0);
    } else if (result.equals("0")) {
      boolean forgotten =
          lastError == LastError.FORGOTTEN
              && !s.faults().isEmpty()
              && stack().filter(v -> v.end() == s.end()).isPresent();
      vmas(s.start() - s.shift(), forgotten ? s.end() : s.end() - s.shift());
      pages(s.shift());
      oldTables();
    } else {
      equal("result", s.faults().isEmpty() ? "0" : "-ENOMEM", result);
      long start = stack().map(Outcome.Vma::start).orElse(0L);
      vmas(start == s.start() ? start : s.start() - s.shift(), s.end());
      pagesSomewhere();
    }
    always();
  }

  private boolean blocked() {
    return s.neighbours().stream()
        .anyMatch(n -> end(n) > s.start() - s.shift() && start(n) < s.start());
  }

  private long start(Neighbour n) {
    return n.side() == Side.ABOVE
        ? s.end() + n.gap() * PAGE
        : s.start() - (n.gap() + n.length()) * PAGE;
  }

  private long end(Neighbour n) {
    return start(n) + n.length() * PAGE;
  }

  private String name(Neighbour n) {
    int number = s.neighbours().indexOf(n);
    return (n.side() == Side.ABOVE ? "above" : "below") + (number > 1 ? "#" + number : "");
  }

  private Optional<Outcome.Vma> stack() {
    return seen.vmas().stream().filter(v -> v.name().equals("stack")).findFirst();
  }

  private void vmas(long start, long end) {
    TreeMap<Long, String> expected = new TreeMap<>();
    expected.put(start, range(start, end, "stack"));
    for (Neighbour n : s.neighbours()) {
      expected.put(start(n), range(start(n), end(n), name(n)));
    }
    equal(
        "VMAs",
        List.copyOf(expected.values()),
        seen.vmas().stream().map(v -> range(v.start(), v.end(), v.name())).toList());
    equal(
        "maple tree",
        List.copyOf(expected.values()),
        seen.tree().stream().map(r -> range(r.start(), r.end(), r.name())).toList());
    equal("vm_pgoff", Optional.of(s.start() / PAGE), stack().map(Outcome.Vma::pgoff));
    equal(
        "anon_vma",
        Optional.of(s.traits().contains(Trait.ANON_VMA)),
        stack().map(Outcome.Vma::anonVma));
  }

  private static String range(long start, long end, String name) {
    return "[%x,%x) %s".formatted(start, end, name);
  }

  private void pages(long shift) {
    Map<Long, Mapping> expected = new TreeMap<>();
    for (Fill f : s.pages()) {
      expected.put(s.start() + f.page() * PAGE - shift, mapping(f));
    }
    neighbourPages(expected);
    equal("pages", expected, mapped());
  }

  private static Mapping mapping(Fill f) {
    String name = "stack+" + f.page();
    return switch (f.kind()) {
      case PRESENT -> new Mapping(name, "rw-ad");
      case READ_ONLY -> new Mapping(name, "r--a");
      case SWAPPED -> new Mapping("swapped " + name, "---");
    };
  }

  private void neighbourPages(Map<Long, Mapping> expected) {
    for (Neighbour n : s.neighbours()) {
      if (n.populated()) {
        expected.put(start(n), new Mapping(name(n) + "+0", "rw-ad"));
        expected.put(end(n) - PAGE, new Mapping(name(n) + "+" + (n.length() - 1), "rw-ad"));
      }
    }
  }

  /// Without the soft-dirty bit: whether moving a page sets it depends on how many are moved at a
  /// time.
  private Map<Long, Mapping> mapped() {
    Map<Long, Mapping> found = new TreeMap<>();
    for (Outcome.Page p : seen.pages()) {
      if (p.stale().isEmpty()) {
        found.put(p.address(), new Mapping(p.frame(), p.flags().replace("s", "")));
      }
    }
    return found;
  }

  private void pagesSomewhere() {
    Map<Long, Mapping> found = mapped();
    Map<Long, Mapping> expected = new TreeMap<>();
    for (Fill f : s.pages()) {
      long old = s.start() + f.page() * PAGE;
      Mapping m = mapping(f);
      expected.put(m.equals(found.get(old)) ? old : old - s.shift(), m);
    }
    neighbourPages(expected);
    equal("pages", expected, found);
  }

  /// Of the tables of the old range those are gone that no other range shares.
  private void oldTables() {
    long next =
        s.neighbours().stream()
            .filter(n -> n.side() == Side.ABOVE)
            .mapToLong(this::start)
            .min()
            .orElse(Long.MAX_VALUE);
    for (Outcome.Table t : seen.tables()) {
      if (t.start() >= s.end() - s.shift()
          && t.end() <= next
          && t.start() < s.end()
          && t.end() > s.start()) {
        violations.add("table of the old range is still there: " + t);
      }
    }
  }

  private void always() {
    for (Outcome.Page p : seen.pages()) {
      p.stale().ifPresent(cached -> violations.add("stale TLB entry: " + p));
    }
    long tables = 0;
    for (Outcome.Table t : seen.tables()) {
      equal("table " + t, "live", t.state());
      tables += t.level().equals("PGD") ? 0 : 1;
    }
    counter("mm->pgtables_bytes.counter", tables * PAGE);
    counter("mm->map_count", 1 + s.neighbours().size());
    counter("mm->total_vm", s.length() + s.neighbours().stream().mapToInt(Neighbour::length).sum());
    counter("mm->stack_vm", 0);
    counter("rss[1]", mapped().values().stream().filter(m -> m.rights().startsWith("r")).count());
    equal("locks", List.of("mm->mmap_lock held (write)"), seen.locks());
    equal("memory errors", List.of(), memoryErrors());
    equal("warnings", Set.of(), warnings());
  }

  /// Not that nodes of the maple tree were replaced, or that new tables have locks; and not that
  /// the `mas_destroy()` of 6.1 loads a word that nobody has written, which it does not use. Where
  /// the run fails, an empty table of the layout lies where no VMA is, and the exit path does not
  /// look there.
  private List<String> memoryErrors() {
    boolean tableAlone = s.traits().contains(Scenario.Trait.TARGET_TABLE);
    return seen.memory().stream()
        .filter(e -> !tableAlone || !e.text().startsWith("left after "))
        .filter(e -> !e.text().matches("\\d+ new (maple_node|page->ptl)"))
        .filter(e -> e.at().filter(f -> f.function().equals("mas_destroy")).isEmpty())
        .map(Outcome.Event::text)
        .toList();
  }

  /// Not that an empty table stands where a whole one is to go: the tree warns and moves entries.
  private Set<String> warnings() {
    boolean targetInUse = s.traits().contains(Trait.TARGET_TABLE) || s.shift() < s.length() * PAGE;
    return seen.warnings().stream()
        .map(Outcome.Event::text)
        .filter(w -> !(targetInUse && w.contains("!pmd_none(*new_pmd)")))
        .collect(toCollection(TreeSet::new));
  }

  private void counter(String name, long value) {
    equal(
        name,
        Optional.of(value),
        seen.counters().stream()
            .filter(c -> c.name().equals(name))
            .map(Outcome.Counter::value)
            .findFirst());
  }

  private void equal(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      violations.add("%s: expected %s, found %s".formatted(what, expected, found));
    }
  }
}
