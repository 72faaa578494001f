package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private final Machine m = new Machine(MachineConfig.standard().withRam(8 << 20), Image.empty());
  private final SlabCache cache = m.slab().cache("thing", 72, 8);

  /// Random allocations, frees and stores; the same for the same seed and state.
  private void mess(long seed) {
    Random random = new Random(seed);
    List<Long> slab = new ArrayList<>();
    m.slab().live(0).forEach(o -> slab.add(o.address()));
    List<Integer> frames = new ArrayList<>();
    m.pages().live(0).forEach(p -> frames.add((int) MemoryMap.frameOfAddress(p.address())));
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(6)) {
        case 0 -> slab.add(m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED));
        case 1 -> frames.add(m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED));
        case 2 -> free(slab, random);
        case 3 -> freePage(frames, random);
        case 4 -> m.locks().acquire(i * 64L, Locks.Mode.SPIN);
        default -> store(slab, frames, random);
      }
      m.effects().record("step", i);
    }
  }

  private void free(List<Long> slab, Random random) {
    if (!slab.isEmpty()) {
      m.slab().free(slab.remove(random.nextInt(slab.size())));
    }
  }

  private void freePage(List<Integer> frames, Random random) {
    if (!frames.isEmpty()) {
      Integer frame = frames.get(random.nextInt(frames.size()));
      frames.removeIf(frame::equals);
      m.pages().free(frame, 0);
    }
  }

  private void store(List<Long> slab, List<Integer> frames, Random random) {
    for (long o : slab) {
      Ram.store64(m, o + 8L * random.nextInt(9), random.nextLong());
    }
    for (int pfn : frames) {
      Ram.store32(m, MemoryMap.addressOfFrame(pfn) + 4L * random.nextInt(1024), random.nextLong());
    }
  }

  private record Everything(byte[] data, byte[] shadow, String rest) {}

  private Everything everything() {
    return new Everything(
        m.data.clone(),
        m.shadow.clone(),
        m.slab().live(0).toString()
            + m.pages().live(0)
            + m.locks().held()
            + m.effects().size()
            + m.mmu().cached()
            + m.slab().order()
            + m.pages().serial());
  }

  private void assertSame(Everything expected) {
    Everything now = everything();
    assertArrayEquals(expected.data(), now.data());
    assertArrayEquals(expected.shadow(), now.shadow());
    assertEquals(expected.rest(), now.rest());
  }

  @Test
  void resetRestoresEveryByte() {
    m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
    m.pages().alloc(0, Need.MAY_FAIL, Content.UNINITIALISED);
    Machine.Snapshot start = m.snapshot();
    Everything before = everything();

    for (int seed = 0; seed < 20; seed++) {
      mess(seed);
      m.reset(start);
      assertSame(before);
    }
  }

  @Test
  void nestedSnapshotsGoBackOneByOne() {
    m.slab().alloc(cache, Need.MAY_FAIL, Content.ZEROED);
    Machine.Snapshot outer = m.snapshot();
    Everything atOuter = everything();
    for (int seed = 0; seed < 10; seed++) {
      mess(seed);
      m.locks().held().forEach(h -> m.locks().release(h.address(), h.mode()));
      Machine.Snapshot inner = m.snapshot();
      Everything atInner = everything();
      for (int k = 0; k < 3; k++) {
        mess(100 + k);
        m.reset(inner);
        assertSame(atInner);
      }
      mess(7);
      m.reset(outer);
      assertSame(atOuter);
    }
  }

  @Test
  void snapshotOfAnUndoneFutureIsRefused() {
    Machine.Snapshot outer = m.snapshot();
    Machine.Snapshot inner = m.snapshot();

    m.reset(outer);

    assertThrows(IllegalArgumentException.class, () -> m.reset(inner));
  }

  @Test
  void checkpointsAreGoneToInAnyOrder() {
    m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
    m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED);
    Machine.Snapshot start = m.snapshot();
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<Everything> states = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      m.reset(start);
      mess(seed);
      checkpoints.add(m.checkpoint(start));
      states.add(everything());
    }

    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      int which = random.nextInt(6);
      m.reset(checkpoints.get(which));
      assertSame(states.get(which));
      if (random.nextInt(4) != 0) {
        m.locks().held().forEach(h -> m.locks().release(h.address(), h.mode()));
        mess(random.nextInt(1000));
      }
    }
  }

  @Test
  void aSnapshotIsGoneBackToFromACheckpoint() {
    m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED);
    Machine.Snapshot start = m.snapshot();
    Everything before = everything();
    mess(1);
    Checkpoint later = m.checkpoint(start);
    m.locks().held().forEach(h -> m.locks().release(h.address(), h.mode()));
    mess(2);

    m.reset(start);
    assertSame(before);
    m.reset(later);
    m.reset(start);

    assertSame(before);
  }

  @Test
  void aCheckpointMayFollowOnAnotherOne() {
    m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED);
    Machine.Snapshot start = m.snapshot();
    mess(1);
    Checkpoint first = m.checkpoint(start);
    Everything atFirst = everything();
    m.locks().held().forEach(h -> m.locks().release(h.address(), h.mode()));
    mess(2);
    Checkpoint second = m.checkpoint(start);
    Everything atSecond = everything();

    m.reset(first);
    assertSame(atFirst);
    m.reset(second);

    assertSame(atSecond);
  }

  @Test
  void theFindingsOfACheckpointComeBack() {
    Machine.Snapshot start = m.snapshot();
    m.events().record(Event.Kind.WARN, "one");
    Checkpoint one = m.checkpoint(start);
    m.events().record(Event.Kind.WARN, "two");
    m.reset(start);

    m.reset(one);

    assertEquals(List.of("one"), m.events().all().stream().map(Event::what).toList());
  }

  @Test
  void aCheckpointOfAnotherMachineIsRefused() {
    Machine other = new Machine(MachineConfig.standard().withRam(8 << 20), Image.empty());
    Checkpoint theirs = other.checkpoint(other.snapshot());
    m.snapshot();

    assertThrows(IllegalArgumentException.class, () -> m.reset(theirs));
  }

  @Test
  void aCheckpointAboveASecondSnapshotIsRefused() {
    Machine.Snapshot outer = m.snapshot();
    m.snapshot();

    assertThrows(IllegalStateException.class, () -> m.checkpoint(outer));
  }
}
