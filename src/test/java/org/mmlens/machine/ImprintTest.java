package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Equal states have equal imprints, and whatever a run leaves otherwise has another one.
class ImprintTest {

  private final Setup one = new Setup();
  private final Setup other = new Setup();

  /// A machine with an object, a page of tables and a page of data, and a snapshot of that.
  static final class Setup {
    final Machine m = new Machine(MachineConfig.standard().withRam(8 << 20), Image.empty());
    final SlabCache cache = m.slab().cache("thing", 72, 8);
    final long object = m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
    final long top = MemoryMap.addressOfFrame(m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED));
    final long data = MemoryMap.addressOfFrame(m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED));
    final Machine.Snapshot snapshot = m.snapshot();

    Imprint after(Consumer<Setup> run) {
      m.reset(snapshot);
      run.accept(this);
      return m.imprint(0);
    }
  }

  static List<Consumer<Setup>> runs() {
    return List.of(
        _ -> {},
        s -> Ram.store8(s.m, s.data, 1),
        s -> Ram.store8(s.m, s.data + 1, 1),
        s -> Ram.store8(s.m, s.data + 4095, 1),
        s -> Ram.store64(s.m, s.data, 1L << 63),
        s -> Ram.store64(s.m, s.object, 0),
        s -> Ram.store64(s.m, s.object + 8, 0),
        s -> Ram.store32(s.m, s.object, 0),
        s -> s.m.slab().free(s.object),
        s -> s.m.slab().alloc(s.cache, Need.MAY_FAIL, Content.UNINITIALISED),
        s -> s.m.slab().alloc(s.cache, Need.MAY_FAIL, Content.ZEROED),
        s -> s.m.slab().alloc(s.cache, 64, Need.MAY_FAIL, Content.ZEROED),
        s -> s.m.slab().alloc(s.m.slab().cache("thin", 72, 8), Need.MAY_FAIL, Content.ZEROED),
        s -> s.m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED),
        s -> s.m.pages().alloc(1, Need.NO_FAIL, Content.ZEROED),
        s -> s.m.pages().free(MemoryMap.frameOfAddress(s.data), 0),
        s -> s.m.pages().free(MemoryMap.frameOfAddress(s.top), 0),
        s -> s.m.locks().acquire(s.object, Locks.Mode.READ),
        s -> s.m.locks().acquire(s.object, Locks.Mode.WRITE),
        s -> s.m.locks().acquire(s.data, Locks.Mode.WRITE),
        s -> s.m.rcu().lock(),
        s -> s.m.rcu().call(s.object, 16),
        s -> s.m.rcu().call(s.object, 32),
        s -> s.m.effects().record("flush"),
        s -> s.m.effects().record("flush", 1),
        s -> s.m.effects().record("flush", 2),
        s -> s.m.effects().record("flush", 1, 2),
        s -> s.m.effects().record("flush", 2, 1),
        s -> s.m.effects().record("flusg", 1),
        s -> {
          s.m.effects().record("flush", 1);
          s.m.effects().record("flush", 2);
        },
        s -> {
          s.m.effects().record("flush", 2);
          s.m.effects().record("flush", 1);
        },
        s -> {
          s.m.locks().acquire(s.object, Locks.Mode.READ);
          s.m.effects().record("flush", 1);
          s.m.locks().release(s.object, Locks.Mode.READ);
        },
        s -> mapped(s, 7));
  }

  /// Leaves no trace but in the TLB.
  private static void mapped(Setup s, long page) {
    long was = Ram.peek(s.m, s.top, 8);
    Ram.poke(s.m, s.top, Mmu.PRESENT | Mmu.USER | s.top - MemoryMap.PAGE_OFFSET, 8);
    s.m.mmu().access(1, s.top, page << 12, Mmu.Access.READ);
    Ram.poke(s.m, s.top, was, 8);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void theSameRunLeavesTheSameImprintOnAnotherMachine(Consumer<Setup> run) {
    other.after(s -> Ram.store64(s.m, s.data + 64, 5));

    assertEquals(one.after(run), other.after(run));
  }

  @Test
  void everyRunThatLeavesSomethingElseLeavesAnotherImprint() {
    Set<Imprint> found = new HashSet<>();

    runs().forEach(run -> found.add(one.after(run)));

    assertEquals(runs().size(), found.size());
  }

  @Test
  void aWordThatIsWhatItWasAgainIsNoChange() {
    Imprint untouched = one.after(_ -> {});

    Imprint back =
        one.after(
            s -> {
              Ram.store64(s.m, s.data, 5);
              Ram.store64(s.m, s.data, 0);
            });

    assertEquals(untouched, back);
  }

  @Test
  void theWayToACheckpointIsPartOfItsImprint() {
    one.after(s -> Ram.store64(s.m, s.data, 5));
    Checkpoint there = one.m.checkpoint(one.snapshot);
    Imprint nothingMore = one.m.imprint(0);

    one.m.reset(there);

    assertEquals(nothingMore, one.m.imprint(0));
    assertEquals(one.after(s -> Ram.store64(s.m, s.data, 5)), there.imprint());
    assertNotEquals(one.after(_ -> {}), there.imprint());
  }

  @Test
  void changesSinceACheckpointAreChangesOfWhatItHolds() {
    one.after(s -> Ram.store64(s.m, s.data, 5));
    Checkpoint there = one.m.checkpoint(one.snapshot);
    Imprint nothing = one.m.imprint(0);

    one.m.reset(there);
    Ram.store64(one.m, one.data, 0);
    Imprint zero = one.m.imprint(0);
    Ram.store64(one.m, one.data, 5);
    Imprint back = one.m.imprint(0);

    assertNotEquals(nothing, zero);
    assertEquals(nothing, back);
  }

  static Stream<Long> seeds() {
    return new Random(3).longs(20).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneFlippedBitAmongManyWritesIsAnotherImprint(long seed) {
    Imprint as = one.after(s -> scribble(s, seed));
    int bit = new Random(seed).nextInt(8 * 4096);

    Imprint flipped =
        one.after(
            s -> {
              scribble(s, seed);
              long at = s.data + bit / 8;
              Ram.store8(s.m, at, Ram.load8(s.m, at) ^ 1L << bit % 8);
            });

    assertNotEquals(as, flipped);
  }

  private static void scribble(Setup s, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      Ram.store64(s.m, s.data + 8L * random.nextInt(512), random.nextInt(3));
    }
  }
}
