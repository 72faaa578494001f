package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.Content;
import org.mmlens.machine.Event;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Mmu;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Translation;

/// Random pages mapped, moved and unmapped by the tree's code, and walked over by Java.
///
/// The walk knows nothing but the format of the hardware: 9 bits of address a level, bit 0 for
/// present, the frame in bits 12 to 51 (Intel 64 and IA-32 Architectures Software Developer's
/// Manual, volume 3A, §4.5).
final class TableHistory {

  private static final long PAGE = 4096;
  private static final long FRAME = 0x000f_ffff_ffff_f000L;
  private static final int[] REACHES = {12, 21, 30, 39, 48};

  private final BootedTree tree;
  private final SplittableRandom random;
  private final String name;
  private final int levels;
  private final long mm;
  private final long vma;
  private final long top;
  private final long userEnd;
  private final long oldStart;
  private final long oldEnd;
  private final long shift;

  /// What must be mapped: frames by address.
  private final TreeMap<Long, Long> mapped = new TreeMap<>();

  /// All frames that were ever mapped.
  private final Set<Long> frames = new HashSet<>();

  /// A page table as the walk finds it.
  ///
  /// @param level 1 for a table of PTEs
  /// @param start the first address it reaches
  /// @param pfn where it lies
  private record Table(int level, long start, long pfn) {
    @Override
    public String toString() {
      return "level %d [%x,%x)".formatted(level, start, end());
    }

    long end() {
      return start + (1L << REACHES[level]);
    }
  }

  /// What came of one history.
  ///
  /// @param pages mapped
  /// @param moved pages that changed their address
  /// @param freed tables that went
  record Summary(int pages, int moved, int freed) {
    Summary plus(Summary other) {
      return new Summary(pages + other.pages, moved + other.moved, freed + other.freed);
    }
  }

  private TableHistory(BootedTree tree, long seed) {
    this.tree = tree;
    this.random = new SplittableRandom(seed);
    this.name = "seed " + seed;
    this.levels = tree.machine().config().levels();
    this.mm = tree.call("mm_alloc");
    tree.call("mmlens_write_lock", mm);
    long userBits = 12 + 9L * levels - 1;
    this.userEnd = 1L << userBits;
    long edge = 1L << (12 + 9 * random.nextInt(1, levels));
    long far = random.nextLong(1, (1L << userBits - 2) / edge);
    long length = PAGE * pages();
    // The old range lies across, below or above a boundary of some level.
    oldEnd = (1L << userBits - 1) + far * edge + PAGE * random.nextLong(length / PAGE + 3);
    oldStart = oldEnd - length;
    shift = distance();
    this.vma =
        tree.call("mmlens_vma", mm, oldStart - shift, oldEnd, tree.call("mmlens_anonymous_flags"));
    this.top = tree.call("mmlens_top", mm);
  }

  private long pages() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextLong(1, 8);
      case 1 -> random.nextLong(500, 530);
      case 2 -> random.nextLong(1, 4000);
      case 3 -> 512 * random.nextLong(1, 8);
      default -> random.nextLong(1, 800_000);
    };
  }

  private long distance() {
    return switch (random.nextInt(6)) {
      case 0 -> PAGE * random.nextLong(1, 8);
      case 1 -> PAGE * random.nextLong(1, 2000);
      case 2 -> (1L << 21) * random.nextLong(1, 8);
      case 3 -> (1L << 30) * random.nextLong(1, 3);
      case 4 -> 1L << 39;
      default -> oldEnd - oldStart;
    };
  }

  /// Runs one history in a freshly booted tree.
  ///
  /// @param tree with the harness `tables.c`
  /// @param seed of all that is random in it
  /// @return what came of it
  static Summary run(BootedTree tree, long seed) {
    tree.reset();
    int booted = tree.machine().pages().serial();
    TableHistory h = new TableHistory(tree, seed);
    return h.run(booted);
  }

  private Summary run(int booted) {
    populate();
    agrees("mapped");
    touch();
    int inRange = mapped.subMap(oldStart, oldEnd).size();
    long length = oldEnd - oldStart;
    assertEquals(length, tree.call("mmlens_move", vma, oldStart, oldStart - shift, length), name);
    move();
    agrees("moved");
    long from = Math.max(oldStart, oldEnd - shift);
    Long above = mapped.ceilingKey(oldEnd);
    int freed = free(from, oldEnd, oldEnd - shift, above == null ? 0 : above);
    agrees("old range freed");
    Summary summary = new Summary(mapped.size(), inRange, freed);
    unmapSome();
    agrees("some unmapped");
    freed = everything();
    nothingIsLeft(booted);
    return summary.plus(new Summary(0, 0, freed));
  }

  private void populate() {
    for (int i = random.nextInt(1, 40); i > 0; i--) {
      map(oldStart + PAGE * random.nextLong((oldEnd - oldStart) / PAGE));
    }
    map(random.nextBoolean() ? oldStart : oldEnd - PAGE);
    long below = oldStart - shift;
    for (int i = random.nextInt(6); i > 0; i--) {
      long away = PAGE * (random.nextBoolean() ? random.nextLong(600) : random.nextLong(1L << 20));
      neighbour(random.nextBoolean() ? oldEnd + away : below - PAGE - away);
    }
  }

  private void neighbour(long address) {
    if (!mapped.containsKey(address)) {
      tree.call("mmlens_vma", mm, address, address + PAGE, tree.call("mmlens_anonymous_flags"));
      map(address);
    }
  }

  private void map(long address) {
    if (mapped.containsKey(address)) {
      return;
    }
    long pfn = tree.machine().pages().alloc(0, Need.NO_FAIL, Content.ZEROED);
    assertEquals(0, tree.call("mmlens_map", mm, address, pfn), name);
    mapped.put(address, pfn);
    frames.add(pfn);
  }

  private void touch() {
    for (long address : mapped.keySet()) {
      tree.machine().mmu().access(mm, top, address, Mmu.Access.READ);
    }
  }

  /// The law of moving: what was at an address of the old range is `shift` below it.
  private void move() {
    TreeMap<Long, Long> range = new TreeMap<>(mapped.subMap(oldStart, oldEnd));
    mapped.keySet().removeAll(range.keySet());
    range.forEach((address, pfn) -> mapped.put(address - shift, pfn));
  }

  /// The law of freeing: of the tables that reach into the range, those go that reach nothing below
  /// the floor and nothing from the ceiling on, 0 being no ceiling; the others stay.
  private int free(long from, long to, long floor, long ceiling) {
    Set<Table> stay = new HashSet<>();
    Set<Table> go = new HashSet<>();
    for (Table t : tables()) {
      boolean free =
          t.level() < levels
              && t.start() < to
              && t.end() > from
              && t.start() >= floor
              && (ceiling == 0 || t.end() <= ceiling);
      (free ? go : stay).add(t);
    }
    tree.call("mmlens_free", mm, from, to, floor, ceiling);
    tree.machine().rcu().runGracePeriod();
    Set<Table> lost = new HashSet<>(stay);
    Set<Table> kept = new HashSet<>(tables());
    kept.removeAll(stay);
    lost.removeAll(tables());
    assertEquals(
        "lost [], kept []",
        "lost %s, kept %s".formatted(lost, kept),
        () -> "%s: free [%x,%x) between %x and %x".formatted(name, from, to, floor, ceiling));
    for (Table t : go) {
      assertEquals(true, tree.machine().pages().freed(t.pfn()), () -> name + ": not freed " + t);
    }
    return go.size();
  }

  /// Takes pages out of a random range and frees what tables it leaves.
  private void unmapSome() {
    List<Long> addresses = new ArrayList<>(mapped.keySet());
    int first = random.nextInt(addresses.size());
    int last = random.nextInt(first, addresses.size());
    long from = addresses.get(first);
    long to = addresses.get(last) + PAGE;
    for (long address : addresses.subList(first, last + 1)) {
      unmap(address);
    }
    Long below = mapped.lowerKey(from);
    Long above = mapped.ceilingKey(to);
    // Nothing may lie between a floor and the range, or the range and a ceiling.
    if (random.nextBoolean()) {
      from = below == null ? PAGE : below + PAGE;
    }
    long ceiling = to;
    if (random.nextBoolean()) {
      to = above == null ? userEnd : above;
      ceiling = above == null ? 0 : above;
    }
    free(from, to, from, ceiling);
  }

  private void unmap(long address) {
    long pfn = mapped.remove(address);
    long entry = tree.call("mmlens_unmap", vma, address);
    assertEquals(pfn, (entry & FRAME) >>> MemoryMap.PAGE_SHIFT, name);
  }

  private int everything() {
    for (long address : List.copyOf(mapped.keySet())) {
      unmap(address);
    }
    return free(PAGE, userEnd, 0, 0);
  }

  private void nothingIsLeft(int booted) {
    assertEquals(0, tree.call("mmlens_table_bytes", mm), name);
    Set<Long> left = new TreeSet<>();
    for (Allocation a : tree.machine().pages().live(booted)) {
      left.add(a.address());
    }
    left.remove(top);
    left.removeIf(address -> frames.contains(MemoryMap.frameOfAddress(address)));
    assertEquals(Set.of(), left, () -> name + ": pages left");
    assertEquals(List.of(), events(), name);
  }

  /// What the machine noted. Where the ranges overlap, a table that was emptied entry by entry can
  /// stand where a whole one is to go; the tree warns of that and moves the entries.
  private List<Event> events() {
    List<Event> events = new ArrayList<>(tree.machine().events().all());
    events.removeIf(MapleHistory::spareNode);
    if (shift < oldEnd - oldStart) {
      events.removeIf(
          e ->
              e.kind() == Event.Kind.WARN
                  && e.what().matches(".*!p[mu]d_none\\(\\*new_p[mu]d\\).*"));
    }
    return events;
  }

  /// Walk, MMU, TLB and counter say what is mapped.
  private void agrees(String when) {
    TreeMap<Long, Long> found = new TreeMap<>();
    walk(levels, MemoryMap.frameOfAddress(top), 0, new ArrayList<>(), found);
    assertEquals(mapped, found, () -> name + ": " + when);
    Set<Long> asked = new TreeSet<>(mapped.keySet());
    for (long address : mapped.keySet()) {
      asked.add(address + shift);
    }
    for (long address : asked) {
      Long pfn = mapped.get(address);
      for (Translation t :
          List.of(
              tree.machine().mmu().walk(top, address),
              tree.machine().mmu().access(mm, top, address, Mmu.Access.READ))) {
        Long answer = t instanceof Translation.Mapped m ? (Long) m.pfn() : null;
        assertEquals(pfn, answer, () -> "%s: %s: %x".formatted(name, when, address));
      }
    }
    long counted = tables().stream().filter(t -> t.level() < Math.min(levels, 4)).count();
    assertEquals(PAGE * counted, tree.call("mmlens_table_bytes", mm), () -> name + ": " + when);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    walk(levels, MemoryMap.frameOfAddress(top), 0, tables, new TreeMap<>());
    return tables;
  }

  private void walk(int level, long pfn, long start, List<Table> tables, TreeMap<Long, Long> to) {
    tables.add(new Table(level, start, pfn));
    long reach = 1L << REACHES[level - 1];
    for (int i = 0; i < 512; i++) {
      long entry = Ram.peek(tree.machine(), MemoryMap.addressOfFrame(pfn) + 8L * i, 8);
      if ((entry & 1) != 0) {
        long below = (entry & FRAME) >>> 12;
        if (level == 1) {
          to.put(start + i * reach, below);
        } else {
          walk(level - 1, below, start + i * reach, tables, to);
        }
      } else {
        assertEquals(0, entry, () -> name + ": neither empty nor present");
      }
    }
  }
}
