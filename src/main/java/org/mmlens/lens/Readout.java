package org.mmlens.lens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mmlens.lens.Facts.LockFact;
import org.mmlens.lens.Facts.NoteFact;
import org.mmlens.lens.Facts.PageFact;
import org.mmlens.lens.Facts.StaleFact;
import org.mmlens.lens.Facts.TableFact;
import org.mmlens.lens.Facts.TreeFact;
import org.mmlens.lens.Facts.VmaFact;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.EffectLog;
import org.mmlens.machine.Event;
import org.mmlens.machine.Locks;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Mmu;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Translation;

/// Reads everything that is observed out of a machine after a run.
///
/// Nothing here runs code of the tree; the maple tree's content, which needs it, is handed in.
final class Readout {

  private static final long SIGNIFICANT_FLAGS = 0x8000_0000_0000_0fffL;

  private static final long SOFT_DIRTY = 0x800L;

  /// The bits that say of a swap entry that it is soft-dirty: the one of present entries, and that
  /// of the write right (`_PAGE_SWP_SOFT_DIRTY`).
  private static final long SWAP_SOFT_DIRTY = SOFT_DIRTY | 0x2L;

  private static final Pattern LINE = Pattern.compile(":[0-9]+\\b");

  private static final Pattern CONDITION =
      Pattern.compile("^([A-Z][A-Z_]*)\\(.*\\)$", Pattern.DOTALL);

  private final Machine machine;
  private final Scene scene;
  private final Names names;
  private final Map<Observable, List<Object>> facts = new EnumMap<>(Observable.class);
  private final List<Complaint> complaints = new ArrayList<>();

  /// What the machine had before the run.
  ///
  /// @param effects how many effects
  /// @param events how many events
  /// @param pageSerial the serial of the last page allocation
  /// @param slabOrder the order of the last slab allocation
  record Mark(int effects, int events, int pageSerial, int slabOrder) {
    static Mark of(Machine m) {
      return new Mark(m.effects().size(), m.events().size(), m.pages().serial(), m.slab().order());
    }
  }

  Readout(Machine machine, Scene scene, Names names) {
    this.machine = machine;
    this.scene = scene;
    this.names = names;
    for (Observable o : Observable.values()) {
      facts.put(o, new ArrayList<>());
    }
  }

  Map<Observable, List<Object>> facts() {
    return facts;
  }

  void add(Observable o, Object fact) {
    of(o).add(fact);
  }

  private List<Object> of(Observable o) {
    return facts.computeIfAbsent(o, _ -> new ArrayList<>());
  }

  /// Reads the VMAs that have a name.
  void vmas(Members vma) {
    List<VmaFact> found = new ArrayList<>();
    scene
        .objects()
        .forEach(
            (address, name) -> {
              if (address != scene.mm) {
                found.add(
                    machine.slab().objectAt(address).filter(Allocation::live).isPresent()
                        ? vma(vma, address, name)
                        : new VmaFact(name, 0, 0, 0, 0, "freed"));
              }
            });
    found.sort(Comparator.comparing(VmaFact::start, Long::compareUnsigned));
    of(Observable.VMAS).addAll(found);
  }

  private VmaFact vma(Members vma, long address, String name) {
    long anonVma = vma.has("anon_vma") ? vma.read(machine, address, "anon_vma") : 0;
    return new VmaFact(
        name,
        vma.read(machine, address, "vm_start"),
        vma.read(machine, address, "vm_end"),
        vma.read(machine, address, "vm_flags"),
        vma.read(machine, address, "vm_pgoff"),
        names.object(anonVma));
  }

  /// Takes over the content of the maple tree.
  ///
  /// @param ranges first, last and entry of each range, three numbers a range
  void tree(long[] ranges) {
    for (int i = 0; i + 2 < ranges.length; i += 3) {
      of(Observable.VMAS).add(new TreeFact(ranges[i], ranges[i + 1], names.object(ranges[i + 2])));
    }
  }

  /// Reads page tables, what they map, and tables that nothing reaches; uses every page of the
  /// layout where it was and where it should be, and notes what the TLB makes of that which the
  /// tables do not.
  ///
  /// @param booted the serial of the last page handed out before the layout was built
  void tables(Scenario s, int booted) {
    Set<Long> reached = new HashSet<>();
    Set<Long> watched = new TreeSet<>(Long::compareUnsigned);
    mapped(reached, watched);
    for (long address : scene.touched()) {
      watched.add(address);
      watched.add(address - s.shift());
    }
    watched.forEach(this::use);
    leaks(reached, booted);
  }

  /// Reads page tables and what they map, and changes nothing.
  void mapped() {
    mapped(new HashSet<>(), new HashSet<>());
  }

  private void mapped(Set<Long> reached, Set<Long> watched) {
    var walk =
        new PageTables(
            machine,
            new PageTables.Visitor() {
              @Override
              public void table(int level, long pfn, long start, String problem) {
                reached.add(pfn);
                add(
                    Observable.TABLES,
                    new TableFact(level, start, problem.isEmpty() ? "live" : problem));
              }

              @Override
              public void leaf(int level, long address, long entry) {
                add(Observable.TRANSLATION, page(level, address, entry));
                if (level == 1) {
                  watched.add(address);
                }
              }
            });
    walk.walk(scene.top);
  }

  private PageFact page(int level, long address, long entry) {
    if ((entry & 1) == 0) {
      String name = scene.swapped().get(entry & ~SWAP_SOFT_DIRTY);
      return new PageFact(
          address,
          level,
          name == null ? "no swap entry of the layout" : "swapped " + name,
          (entry & SWAP_SOFT_DIRTY) == 0 ? 0 : SOFT_DIRTY);
    }
    long pfn = (entry & 0x000f_ffff_ffff_f000L) >>> MemoryMap.PAGE_SHIFT;
    String name = names.frame(pfn);
    return new PageFact(address, level, name + state(pfn, name), entry & SIGNIFICANT_FLAGS);
  }

  /// Says of a mapped frame what is wrong with it.
  private String state(long pfn, String name) {
    if (pfn >= machine.map().frameCount()) {
      return " outside of RAM";
    }
    if (machine.pages().freed(pfn)) {
      return " (freed)";
    }
    boolean same = Ram.peek(machine, MemoryMap.addressOfFrame(pfn), 8) == scene.content(name);
    return same || !scene.frames().containsKey(pfn) ? "" : " (content changed)";
  }

  /// The process reads an address, and writes to it.
  private void use(long address) {
    if (address < 0) {
      return;
    }
    Translation tables = machine.mmu().walk(scene.top, address);
    String walked = text(tables);
    String read = text(machine.mmu().access(scene.mm, scene.top, address, Mmu.Access.READ));
    Translation written = machine.mmu().access(scene.mm, scene.top, address, Mmu.Access.WRITE);
    if (!walked.equals(read)) {
      add(Observable.TRANSLATION, new StaleFact(address, read, walked));
    } else if (written instanceof Translation.Mapped
        && tables instanceof Translation.Mapped(_, long entry, _)
        && (entry & Mmu.WRITABLE) == 0) {
      add(Observable.TRANSLATION, new StaleFact(address, read + ", writable", walked));
    }
  }

  private String text(Translation t) {
    return switch (t) {
      case Translation.Mapped(long physical, _, _) ->
          names.frame(physical >>> MemoryMap.PAGE_SHIFT);
      case Translation.NotPresent _ -> "not mapped";
      case Translation.Forbidden _ -> "not allowed";
      case Translation.BadTable(String why, _, _) -> why;
    };
  }

  /// Every page handed out since the machine was booted that is live, no frame of the layout and in
  /// no table is lost.
  private void leaks(Set<Long> reached, int booted) {
    for (Allocation a : machine.pages().live(booted)) {
      long pfn = MemoryMap.frameOfAddress(a.address());
      if (!reached.contains(pfn) && !scene.frames().containsKey(pfn)) {
        add(Observable.TABLES, new TableFact(0, 0, "leaked"));
      }
    }
  }

  /// Reads what the run did and what was noted of it: a warning stands among the effects where it
  /// came.
  void log(Mark mark) {
    int next = mark.effects();
    for (Event e : machine.events().all().subList(mark.events(), machine.events().size())) {
      Observable o =
          switch (e.kind()) {
            case WARN -> Observable.EFFECTS;
            case LOCK, RCU -> Observable.LOCKS;
            case UNINITIALISED, TLB, CONTRACT -> Observable.MEMORY;
          };
      if (o == Observable.EFFECTS) {
        next = effects(next, e.after());
      }
      add(o, new NoteFact(e.kind().name(), withoutCondition(e.what())));
      if (o == Observable.EFFECTS && !e.frames().isEmpty()) {
        complains(e.what(), Portrait.frame(e.frames().getFirst()));
      }
    }
    effects(next, machine.effects().size());
  }

  private int effects(int from, int to) {
    for (int i = from; i < to; i++) {
      add(Observable.EFFECTS, effect(i));
    }
    return Math.max(from, to);
  }

  /// Takes note of a check that fired.
  ///
  /// @param what macro and condition
  /// @param where the innermost C frame
  void complains(String what, Outcome.Frame where) {
    complaints.add(new Complaint(what, where.function(), where.at()));
  }

  /// {@return the checks that fired, in order}
  List<Complaint> complaints() {
    return complaints;
  }

  /// A warning is recorded with its condition in the words of the source, which may say the same in
  /// others on the other side: see [Complaints].
  static String withoutCondition(String what) {
    return CONDITION.matcher(what).replaceAll("$1");
  }

  /// {@return an effect of the run}
  ///
  /// @param i its number in the machine's log
  EffectFact effect(int i) {
    EffectLog log = machine.effects();
    List<String> args = new ArrayList<>(log.argCount(i));
    for (int a = 0; a < log.argCount(i); a++) {
      args.add(names.argument(log.arg(i, a)));
    }
    List<String> locks = new ArrayList<>(log.lockCount(i));
    for (int l = 0; l < log.lockCount(i); l++) {
      locks.add(names.object(log.lock(i, l)));
    }
    return new EffectFact(withoutLines(log.name(i)), args, locks);
  }

  /// What is printed may say its own line number, which a patch above it shifts.
  private static String withoutLines(String effect) {
    return effect.startsWith("printk") ? LINE.matcher(effect).replaceAll(":LINE") : effect;
  }

  /// Reads the locks held.
  void locks() {
    for (Locks.Held held : machine.locks().held()) {
      add(Observable.LOCKS, new LockFact(names.object(held.address()), held.mode().name()));
    }
  }

  /// Counts slab objects that the run made and left behind, by cache.
  void objects(Mark mark) {
    java.util.TreeMap<String, Integer> left = new java.util.TreeMap<>();
    for (Allocation a : machine.slab().live(mark.slabOrder())) {
      left.merge(a.name(), 1, Integer::sum);
    }
    left.forEach(
        (name, count) -> add(Observable.MEMORY, new NoteFact("OBJECTS", count + " new " + name)));
  }
}
