package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mmlens.lens.RangeOracle.Slot;
import org.mmlens.machine.Event;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

/// One random history of a maple tree, run in C and by the oracle at once.
///
/// Every operation is compared when it is done, the whole content now and then.
final class MapleHistory {

  private static final long ENOMEM = -12;
  private static final int WHOLE = 64;
  private static final FaultPlan NO_MEMORY =
      FaultPlan.allocations(IntStream.rangeClosed(1, 256).boxed().toArray(Integer[]::new));

  private final BootedTree tree;
  private final SplittableRandom random;
  private final RangeOracle oracle = new RangeOracle();
  private final Shape shape;
  private final String name;
  private long nextEntry = 0x10_0000;
  private int done;
  private int refused;
  private long height;

  /// What kind of history it is.
  ///
  /// @param ranges how many ranges the tree holds at a time, roughly
  /// @param base the lowest index used most
  /// @param bits log2 of the number of indices used most
  record Shape(int ranges, long base, int bits) {}

  /// What came of it.
  ///
  /// @param operations compared one by one
  /// @param refused stores that got no memory
  /// @param height most levels of nodes at a time
  record Summary(int operations, int refused, long height) {}

  private MapleHistory(BootedTree tree, long seed) {
    this.tree = tree;
    this.random = new SplittableRandom(seed);
    this.name = "seed " + seed;
    int[] sizes = {3, 12, 40, 150, 600, 2000};
    int bits = random.nextInt(8, 48);
    this.shape = new Shape(sizes[random.nextInt(sizes.length)], random.nextLong() >>> 16, bits);
  }

  /// Runs one history in a freshly booted tree.
  ///
  /// @param tree with the harness `maple.c`
  /// @param seed of all that is random in it
  /// @param operations how many
  /// @return what came of it
  static Summary run(BootedTree tree, long seed, int operations) {
    tree.reset();
    MapleHistory h = new MapleHistory(tree, seed);
    try {
      return h.run(operations);
    } catch (Stop e) {
      throw new AssertionError(
          "%s, operation %d: %s %s".formatted(h.name, h.done, e.why(), e.backtrace()), e);
    }
  }

  private Summary run(int operations) {
    int before = tree.machine().slab().liveCount();
    tree.call("mmlens_mt_init", flags());
    while (done < operations) {
      step();
    }
    compareWhole();
    tree.call("mmlens_mt_destroy");
    tree.machine().rcu().runGracePeriod();
    assertEquals(before, tree.machine().slab().liveCount(), name + ": nodes left behind");
    noEvents();
    return new Summary(done, refused, height);
  }

  /// Of a plain tree, of one that counts gaps, or of one that also frees by RCU, as that of an
  /// address space. A plain tree under RCU is left out: in 6.1 and 6.12 `mt_clear_meta()` mistakes
  /// the last of 16 children of a dead root for metadata, and the pointer that it damages is freed.
  private long flags() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> tree.call("mmlens_mt_ranges");
      default -> tree.call("mmlens_mt_ranges") | tree.call("mmlens_mt_rcu");
    };
  }

  private void step() {
    int kind = random.nextInt(100);
    int wanted = oracle.size() < shape.ranges() ? 60 : 30;
    if (kind < wanted) {
      store(nextEntry += 0x1000);
    } else if (kind < wanted + 8) {
      store(0);
    } else if (kind < wanted + 18 && tree.has("mmlens_mt_erase")) {
      erase();
    } else if (kind < wanted + 25) {
      load();
    } else {
      walk();
    }
    if (done % WHOLE == 0) {
      compareWhole();
    }
  }

  private long index() {
    return switch (random.nextInt(40)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> random.nextLong();
      default -> shape.base() + random.nextLong(1L << shape.bits());
    };
  }

  /// The last index of a range: mostly short ones, now and then one over much that is there.
  private long last(long first) {
    long room = 1L << shape.bits();
    long length =
        switch (random.nextInt(12)) {
          case 0 -> 0;
          case 1 -> random.nextLong(room);
          case 2 -> random.nextLong(1 + room / 16);
          default -> random.nextLong(1 + Math.max(1, room / shape.ranges()));
        };
    long last = first + length;
    return Long.compareUnsigned(last, first) < 0 ? -1 : last;
  }

  private void store(long entry) {
    long first = index();
    long last = last(first);
    boolean noMemory = random.nextInt(25) == 0;
    tree.machine().faults().plan(noMemory ? NO_MEMORY : FaultPlan.NONE);
    String how = random.nextBoolean() ? "mmlens_mt_store" : "mmlens_mt_prealloc";
    long error = tree.call(how, first, last, entry);
    tree.machine().faults().plan(FaultPlan.NONE);
    done++;
    if (noMemory && error == ENOMEM) {
      refused++;
      compareWhole();
      return;
    }
    same(0, error, () -> "%s([%x,%x], %x)".formatted(how, first, last, entry));
    oracle.store(first, last, entry);
  }

  private void erase() {
    long at = index();
    long entry = tree.call("mmlens_mt_erase", at);
    done++;
    same(oracle.erase(at), entry, () -> "mas_erase(%x)".formatted(at));
  }

  private void load() {
    long at = index();
    long entry = tree.call("mmlens_mt_load", at);
    done++;
    same(oracle.at(at).entry(), entry, () -> "mtree_load(%x)".formatted(at));
  }

  /// A way through the tree with one iterator, which may store where it stands.
  private void walk() {
    long start = index();
    tree.call("mmlens_mas_set", start);
    Slot here = oracle.at(start);
    boolean fresh = true;
    for (int steps = random.nextInt(1, 12); steps > 0; steps--) {
      Optional<Slot> next =
          !fresh && random.nextInt(6) == 0 ? storeHere(here) : move(here, fresh, start);
      fresh = false;
      if (next.isEmpty()) {
        return;
      }
      here = next.get();
    }
  }

  /// The moves an iterator can make.
  private enum Move {
    FIND("mas_find"),
    NEXT("mas_next"),
    PREV("mas_prev"),
    NEXT_RANGE("mas_next_range"),
    PREV_RANGE("mas_prev_range"),
    FIND_RANGE("mas_find_range"),
    FIND_REV("mas_find_rev"),
    PAUSE_AND_FIND("mas_find");

    private final String c;

    Move(String c) {
      this.c = c;
    }

    boolean down() {
      return this == PREV || this == PREV_RANGE || this == FIND_REV;
    }
  }

  private Optional<Slot> move(Slot here, boolean fresh, long start) {
    List<Move> moves = new ArrayList<>(List.of(Move.values()));
    moves.removeIf(m -> !tree.has("mmlens_" + m.c) || fresh && m == Move.PAUSE_AND_FIND);
    Move move = moves.get(random.nextInt(moves.size()));
    boolean include = fresh && move.c.startsWith("mas_find");
    long from = include ? start : move.down() ? here.first() : here.last();
    long bound = random.nextInt(4) == 0 ? bound(from, move.down()) : move.down() ? 0 : -1;
    if (move == Move.PAUSE_AND_FIND) {
      tree.call("mmlens_mas_pause");
    }
    long entry = tree.call("mmlens_" + move.c, bound);
    done++;
    Optional<Slot> expected = expected(here, include, move, bound);
    String what = move + " from " + here + (fresh ? " at %x".formatted(start) : "");
    same(expected.map(Slot::entry).orElse(0L), entry, () -> what + " to %x".formatted(bound));
    expected.ifPresent(
        slot ->
            assertEquals(
                slot,
                new Slot(tree.call("mmlens_mas_first"), tree.call("mmlens_mas_last"), entry),
                () -> name + ", operation " + done + ": " + what));
    return expected;
  }

  /// A bound in the direction of a move, beyond where the iterator stands.
  private long bound(long from, boolean down) {
    long far = random.nextLong(1L << shape.bits());
    long bound = down ? from - far : from + far;
    boolean wrapped = down == Long.compareUnsigned(bound, from) > 0 && far != 0;
    return wrapped ? (down ? 0 : -1) : bound;
  }

  private Optional<Slot> expected(Slot here, boolean include, Move move, long bound) {
    Optional<Slot> slot =
        switch (move) {
          case FIND, NEXT, PAUSE_AND_FIND ->
              (include ? Optional.of(here) : oracle.after(here)).flatMap(oracle::rangeFrom);
          case PREV, FIND_REV ->
              (include ? Optional.of(here) : oracle.before(here)).flatMap(oracle::rangeDownFrom);
          case NEXT_RANGE, FIND_RANGE ->
              include && here.entry() != 0 ? Optional.of(here) : oracle.after(here);
          case PREV_RANGE -> oracle.before(here);
        };
    return slot.filter(
        s ->
            include && s.equals(here)
                || (move.down()
                    ? Long.compareUnsigned(s.last(), bound) >= 0
                    : Long.compareUnsigned(s.first(), bound) <= 0));
  }

  private Optional<Slot> storeHere(Slot here) {
    long span = here.last() - here.first();
    long first =
        here.first()
            + (span == 0 || random.nextInt(3) == 0
                ? 0
                : Long.remainderUnsigned(random.nextLong(), span));
    long last = random.nextInt(3) == 0 ? here.last() : last(first);
    long entry = random.nextInt(4) == 0 ? 0 : (nextEntry += 0x1000);
    long error = tree.call("mmlens_mas_store", first, last, entry);
    done++;
    same(0, error, () -> "store of [%x,%x]=%x at %s".formatted(first, last, entry, here));
    oracle.store(first, last, entry);
    return Optional.of(oracle.at(first));
  }

  private void compareWhole() {
    long count = tree.call("mmlens_mt_dump");
    long at = tree.program().address("mmlens_mt_content").orElseThrow();
    List<Slot> found = new ArrayList<>();
    for (int i = 0; i < Math.min(count, 8192); i++) {
      found.add(new Slot(word(at, 3 * i), word(at, 3 * i + 1), word(at, 3 * i + 2)));
    }
    assertEquals(oracle.all(), found, () -> name + ", operation " + done);
    tree.call("mmlens_mt_check");
    height = Math.max(height, tree.call("mmlens_mt_height"));
    tree.machine().rcu().runGracePeriod();
    noEvents();
  }

  private void noEvents() {
    List<Event> events = new ArrayList<>(tree.machine().events().all());
    events.removeIf(MapleHistory::spareNode);
    assertEquals(List.of(), events, () -> name + ", operation " + done);
  }

  /// {@return whether the machine noted no more than that the `mas_destroy()` of 6.1 loads a word
  /// of the last spare node that nobody has written, and which it does not use}
  static boolean spareNode(Event e) {
    return e.kind() == Event.Kind.UNINITIALISED
        && e.frames().getFirst().function().equals("mas_destroy");
  }

  private long word(long at, int number) {
    return Ram.peek(tree.machine(), at + 8L * number, 8);
  }

  private void same(long expected, long found, java.util.function.Supplier<String> what) {
    if (expected != found) {
      assertEquals(
          Long.toHexString(expected),
          Long.toHexString(found),
          () -> name + ", operation " + done + ": " + what.get());
    }
  }
}
