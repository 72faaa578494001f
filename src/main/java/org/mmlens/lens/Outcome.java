package org.mmlens.lens;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;

/// Everything that was observed of one run of one side, for people: a rendering of what the
/// comparison works on.
///
/// @param ending how the run ended
/// @param vmas the VMAs by their own fields, ascending by start
/// @param tree what the maple tree holds, ascending; ranges are half-open
/// @param pages every page of the watched ranges that is mapped, or reachable through the TLB, on
///   either side, ascending by address
/// @param tables page-table pages that exist at the end, and what happened to others
/// @param counters accounting, sorted by name
/// @param stored further memory that the run has changed and that outlives it, sorted by place
/// @param locks locks held at return and misuse of locks, in the order they arose
/// @param memory memory errors that did not end the run, in order
/// @param warnings WARNs, in order
/// @param effects the effects, in order
public record Outcome(
    Ending ending,
    List<Vma> vmas,
    List<TreeRange> tree,
    List<Page> pages,
    List<Table> tables,
    List<Counter> counters,
    List<Word> stored,
    List<String> locks,
    List<Event> memory,
    List<Event> warnings,
    List<Event> effects) {
  /// Copies the lists.
  public Outcome {
    vmas = List.copyOf(vmas);
    tree = List.copyOf(tree);
    pages = List.copyOf(pages);
    tables = List.copyOf(tables);
    counters = List.copyOf(counters);
    stored = List.copyOf(stored);
    locks = List.copyOf(locks);
    memory = List.copyOf(memory);
    warnings = List.copyOf(warnings);
    effects = List.copyOf(effects);
  }

  /// How a run ended.
  public sealed interface Ending {
    /// The entry function returned.
    ///
    /// @param value what it returned
    /// @param text the value as kernel people write it: `0`, `-ENOMEM`
    record Returned(long value, String text) implements Ending {}

    /// The machine stopped: BUG, oops, memory error, deadlock.
    ///
    /// @param kind `BUG`, `oops`, `KASAN`, `deadlock`, …
    /// @param message one line
    /// @param backtrace innermost frame first
    record Stopped(String kind, String message, List<Frame> backtrace) implements Ending {
      /// Copies the list.
      public Stopped {
        backtrace = List.copyOf(backtrace);
      }
    }

    /// Nothing can be concluded from the run: not modelled, not translated, out of budget.
    ///
    /// @param reason one line, e.g. `not modelled: follow_pfn`
    /// @param backtrace innermost frame first
    record Undecided(String reason, List<Frame> backtrace) implements Ending {
      /// Copies the list.
      public Undecided {
        backtrace = List.copyOf(backtrace);
      }
    }
  }

  /// One C stack frame.
  ///
  /// @param function the C function
  /// @param at file and line
  public record Frame(String function, Position at) {}

  /// A VMA by its own fields.
  ///
  /// @param name who it is: `stack`, `below`, `above`, or `vma#N` for one made during the run
  /// @param start first byte
  /// @param end first byte after it
  /// @param flags `vm_flags` in the letters of `/proc/PID/maps` and smaps, e.g. `rw-p gd ac`
  /// @param pgoff `vm_pgoff`, in pages
  /// @param anonVma whether it has an `anon_vma`
  public record Vma(String name, long start, long end, String flags, long pgoff, boolean anonVma) {}

  /// A range of the maple tree.
  ///
  /// @param start first byte
  /// @param end first byte after it; 0 for the top of the address space
  /// @param name the VMA it holds
  public record TreeRange(long start, long end, String name) {}

  /// What a user page translates to.
  ///
  /// @param address its first byte
  /// @param frame what lies there, e.g. `stack+0` for the first page put into the stack; empty if
  ///   nothing is mapped
  /// @param flags the entry's flags, e.g. `rw-`, with `d` dirty, `a` accessed, `s` soft-dirty
  /// @param stale what the TLB still yields where that differs from the walk
  public record Page(long address, String frame, String flags, Optional<String> stale) {}

  /// A page-table page.
  ///
  /// @param level `PGD`, `P4D` (of five levels only), `PUD`, `PMD` or `PTE`: the table whose
  ///   entries are of that level; `page` where it is reachable from nowhere
  /// @param start first byte of the range it maps; 0 where it is reachable from nowhere
  /// @param end first byte after it
  /// @param state `live`, `leaked`, `freed while in use`, `never allocated`, or `no page of the
  ///   allocator`
  public record Table(String level, long start, long end, String state) {}

  /// A counter.
  ///
  /// @param name C name, e.g. `mm->total_vm`
  /// @param value its value
  public record Counter(String name, long value) {}

  /// A word of memory that the run has changed and that nothing else here tells of.
  ///
  /// @param place a variable, a member of an object, of the frame array's element of a page, e.g.
  ///   `stack->vm_ops`
  /// @param value a number in hexadecimal, or what it points to
  public record Word(String place, String value) {}

  /// Something that happened during the run.
  ///
  /// @param text one line in C's terms, e.g. `flush_tlb_range [7ffffffde000, 7ffffffdf000)`
  /// @param at C function and line; absent where the run was not traced
  /// @param stack the C frames, innermost first; empty where they are not known
  public record Event(String text, Optional<Frame> at, List<Frame> stack) {
    /// Copies the list.
    public Event {
      stack = List.copyOf(stack);
    }

    /// Something of which at most the innermost frame is known.
    ///
    /// @param text one line in C's terms
    /// @param at C function and line, if known
    public Event(String text, Optional<Frame> at) {
      this(text, at, List.of());
    }
  }
}
