package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.explore.Limits;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;

/// What runs of a lens can look like, for tests of the reports.
///
/// The story of [#shrinkAfterExpandedRange]: the iterator is not stepped back before the shrink, so
/// the stack stays as long as the expand made it.
///
/// ```
///   scenario            |*********|    |--|
///   before    |*********|              |--|
///   after     |*******************|    |--|
/// ```
final class SampleOutcomes {

  static final long END = 0x7fff_ffff_d000L;

  private SampleOutcomes() {}

  static Scenario scenario() {
    return new Scenario(
        END,
        2,
        0x2000,
        List.of(
            new Scenario.Fill(0, Scenario.Kind.PRESENT),
            new Scenario.Fill(1, Scenario.Kind.READ_ONLY)),
        List.of(new Scenario.Neighbour(Scenario.Side.ABOVE, 1, 1, false)),
        Set.of(Scenario.Trait.ANON_VMA),
        new TreeSet<>());
  }

  static Difference shrinkAfterExpandedRange() {
    return new Difference(
        Observable.VMAS,
        List.of(Observable.TRANSLATION, Observable.EFFECTS),
        List.of(Observable.RESULT),
        "the stack ends at 7fffffffd000 instead of 7fffffffb000",
        true,
        false,
        scenario(),
        moved(),
        notShrunk(),
        Optional.of(
            new Difference.Parting(
                Optional.of(effect("vma_prev [7fffffff9000, 7fffffffb000)", 752)),
                Optional.of(effect("vma_shrink [7fffffff9000, 7fffffffb000)", 753)))),
        412,
        List.of(Position.ofLine("fs/exec.c", 751)));
  }

  /// The VMAs are the same by their own fields, the maple tree still holds the old range, a page
  /// table hangs nowhere any more, and one is freed too early.
  static Difference staleTreeAndTables() {
    var before = moved();
    var after =
        new Outcome(
            before.ending(),
            before.vmas(),
            List.of(
                new Outcome.TreeRange(END - 0x4000, END, "stack"),
                new Outcome.TreeRange(END + 0x1000, END + 0x2000, "above")),
            before.pages(),
            List.of(
                new Outcome.Table("PGD", 0, 0x1_0000_0000_0000L, "live"),
                new Outcome.Table("PMD", 0x7fff_c000_0000L, 0x8000_0000_0000L, "live"),
                new Outcome.Table(
                    "PTE", 0x7fff_ffe0_0000L, 0x8000_0000_0000L, "freed while in use"),
                new Outcome.Table("page", 0, 0, "leaked")),
            before.counters(),
            before.stored(),
            before.locks(),
            before.memory(),
            before.warnings(),
            before.effects());
    return new Difference(
        Observable.VMAS,
        List.of(Observable.TABLES),
        "the maple tree holds the old range, too",
        true,
        false,
        scenario(),
        withUpperTables(before),
        after,
        Optional.empty(),
        1737);
  }

  private static Outcome withUpperTables(Outcome o) {
    return new Outcome(
        o.ending(),
        o.vmas(),
        o.tree(),
        o.pages(),
        List.of(
            new Outcome.Table("PGD", 0, 0x1_0000_0000_0000L, "live"),
            new Outcome.Table("PMD", 0x7fff_c000_0000L, 0x8000_0000_0000L, "live"),
            new Outcome.Table("PTE", 0x7fff_ffe0_0000L, 0x8000_0000_0000L, "live")),
        o.counters(),
        o.stored(),
        o.locks(),
        o.memory(),
        o.warnings(),
        o.effects());
  }

  static Difference wrapsBelowZero() {
    var scenario =
        new Scenario(
            END, 1, 0xffff_ffff_ffff_f000L, List.of(), List.of(), Set.of(), new TreeSet<>());
    var bug = new Outcome.Ending.Stopped("BUG", "kernel BUG at fs/exec.c:707", frames());
    return new Difference(
        Observable.RESULT,
        List.of(),
        "BUG at fs/exec.c:707 before, -EINVAL after",
        false,
        false,
        scenario,
        empty(bug),
        empty(new Outcome.Ending.Returned(-22, "-EINVAL")),
        Optional.empty(),
        31);
  }

  static Evidence evidence() {
    return new Evidence(
        "shift_arg_pages() fs/exec.c:694",
        "relocate_vma_down() mm/mmap.c:401",
        640,
        564,
        31,
        0,
        0,
        "",
        Limits.none(),
        1,
        false,
        true,
        new Evidence.Coverage(44, 44, List.of()),
        new Evidence.Coverage(
            45,
            46,
            List.of(
                new Evidence.Missing(
                    Position.ofLine("mm/mmap.c", 412), "vma_expand", "anon_vma_clone(…)", "true"))),
        List.of(
            new Evidence.Model("down_write", "exact", 2408),
            new Evidence.Model("flush_tlb_mm_range", "exact", 1204),
            new Evidence.Model("kmem_cache_alloc", "abstract", 9120),
            new Evidence.Model("lru_add_drain", "stub", 2408)),
        new Evidence.Entered(
            List.of("shift_arg_pages", "vma_expand", "vma_shrink"),
            List.of("relocate_vma_down", "vma_expand", "vma_shrink")));
  }

  private static List<Outcome.Frame> frames() {
    return List.of(
        new Outcome.Frame("shift_arg_pages", Position.ofLine("fs/exec.c", 707)),
        new Outcome.Frame("setup_arg_pages", Position.ofLine("fs/exec.c", 861)));
  }

  private static Outcome.Event effect(String text, int line) {
    var at = new Outcome.Frame("shift_arg_pages", Position.ofLine("fs/exec.c", line));
    return new Outcome.Event(text, Optional.of(at));
  }

  private static Outcome moved() {
    return outcome(
        END - 0x2000,
        List.of(
            new Outcome.Page(END - 0x4000, "stack+0", "rw-ad", Optional.empty()),
            new Outcome.Page(END - 0x3000, "stack+1", "r--a", Optional.empty())));
  }

  private static Outcome notShrunk() {
    return outcome(
        END,
        List.of(
            new Outcome.Page(END - 0x4000, "stack+0", "rw-ad", Optional.empty()),
            new Outcome.Page(END - 0x3000, "stack+1", "r--a", Optional.empty()),
            new Outcome.Page(END - 0x2000, "", "", Optional.of("stack+0 rw-"))));
  }

  private static Outcome outcome(long end, List<Outcome.Page> pages) {
    var flush = "flush_tlb_mm_range [7fffffff9000, 7fffffffd000)";
    return new Outcome(
        new Outcome.Ending.Returned(0, "0"),
        List.of(
            new Outcome.Vma("stack", END - 0x4000, end, "rw-p gd ac", 0x7ffff_fff9L, true),
            new Outcome.Vma("above", END + 0x1000, END + 0x2000, "rw-p", 0, false)),
        List.of(
            new Outcome.TreeRange(END - 0x4000, end, "stack"),
            new Outcome.TreeRange(END + 0x1000, END + 0x2000, "above")),
        pages,
        List.of(new Outcome.Table("PTE", 0x7fff_ffe0_0000L, 0x8000_0000_0000L, "live")),
        List.of(new Outcome.Counter("mm->total_vm", 3)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        end == END
            ? List.of(new Outcome.Event("lru_add_drain", Optional.empty()))
            : List.of(
                new Outcome.Event("lru_add_drain", Optional.empty()),
                new Outcome.Event(flush, Optional.empty())));
  }

  private static Outcome empty(Outcome.Ending ending) {
    return new Outcome(
        ending, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of());
  }
}
