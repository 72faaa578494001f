package org.mmlens.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mmlens.machine.Stop.Cause;

/// The page allocator: hands out frames in ascending order, and reuses freed ones only when none
/// are left, so that a use after free stays visible.
public final class Pages {

  private static final byte HEAD = 1;
  private static final byte TAIL = 2;
  private static final byte FREED = 4;

  private final Machine machine;
  private final int first;
  private final int end;
  private final byte[] state;
  private final byte[] orderOf;
  private final int[] serialOf;
  private int next;
  private int serial;
  private int live;
  private int reuse;

  /// A hash of all that was asked for so far: the same requests lead to the same state.
  private long history;

  Pages(Machine machine) {
    this.machine = machine;
    this.first = machine.map().firstFrame();
    this.end = machine.map().frameCount();
    this.state = new byte[end];
    this.orderOf = new byte[end];
    this.serialOf = new int[end];
    this.next = first;
    this.reuse = first;
  }

  /// {@return the number of the first of 2^order frames, aligned to their number; 0 if refused}
  ///
  /// @param order log2 of the number of frames
  /// @param need whether it may be refused
  /// @param content what they hold
  public int alloc(int order, Need need, Content content) {
    if (need == Need.MAY_FAIL && machine.faults().page()) {
      return 0;
    }
    int count = 1 << order;
    int pfn = (next + count - 1) & -count;
    if (pfn + count > end) {
      pfn = recycled(order);
    } else {
      next = pfn + count;
    }
    serial++;
    live += count;
    history = Imprint.after(history, (long) pfn << 8 | order << 1 | 1);
    Arrays.fill(state, pfn, pfn + count, TAIL);
    state[pfn] = HEAD;
    orderOf[pfn] = (byte) order;
    Arrays.fill(serialOf, pfn, pfn + count, serial);
    clear(pfn, count, content);
    return pfn;
  }

  private int recycled(int order) {
    for (int tried = first; tried < end; tried++) {
      int pfn = reuse;
      reuse = reuse + 1 < end ? reuse + 1 : first;
      if (state[pfn] == (HEAD | FREED) && orderOf[pfn] == order) {
        return pfn;
      }
    }
    throw new Stop(new Cause.Budget("page frames"));
  }

  private void clear(int pfn, int count, Content content) {
    int at = pfn << MemoryMap.PAGE_SHIFT;
    int bytes = count << MemoryMap.PAGE_SHIFT;
    machine.undo.touch(at, bytes);
    if (content == Content.ZEROED) {
      Fill.bytes(machine.data, at, at + bytes, Shadow.CLEAN);
      Fill.bytes(machine.shadow, at, at + bytes, Shadow.CLEAN);
    } else {
      Fill.bytes(machine.shadow, at, at + bytes, Shadow.PAGE_UNINITIALISED);
    }
  }

  /// Frees a block.
  ///
  /// @param pfn its first frame
  /// @param order as it was allocated with
  public void free(long pfn, int order) {
    if (pfn < first || pfn >= end || (state[(int) pfn] & ~FREED) != HEAD) {
      throw wrong(MemoryFault.INVALID_FREE, pfn);
    }
    int head = (int) pfn;
    if ((state[head] & FREED) != 0) {
      throw wrong(MemoryFault.DOUBLE_FREE, pfn);
    }
    if (orderOf[head] != order) {
      throw wrong(MemoryFault.INVALID_FREE, pfn);
    }
    int count = 1 << order;
    for (int i = head; i < head + count; i++) {
      state[i] |= FREED;
      machine.mmu().frameFreed(i);
    }
    live -= count;
    history = Imprint.after(history, (long) head << 8 | order << 1);
    int at = head << MemoryMap.PAGE_SHIFT;
    int bytes = count << MemoryMap.PAGE_SHIFT;
    machine.undo.touch(at, bytes);
    Fill.bytes(machine.shadow, at, at + bytes, Shadow.PAGE_FREED);
  }

  private Stop wrong(MemoryFault fault, long pfn) {
    long address = MemoryMap.addressOfFrame(pfn);
    return new Stop(new Cause.MemoryError(fault, address, describe(address)));
  }

  /// {@return whether a frame is allocated}
  ///
  /// @param pfn its number
  public boolean live(long pfn) {
    return pfn >= first && pfn < end && (state[(int) pfn] == HEAD || state[(int) pfn] == TAIL);
  }

  /// {@return whether a frame was allocated and freed since}
  ///
  /// @param pfn its number
  public boolean freed(long pfn) {
    return pfn >= first && pfn < end && (state[(int) pfn] & FREED) != 0;
  }

  /// {@return log2 of the number of frames of the block that a frame is the first of, as it was
  /// allocated; 0 for any other frame}
  ///
  /// @param pfn its number
  public int orderOf(long pfn) {
    return pfn >= first && pfn < end && (state[(int) pfn] & HEAD) != 0 ? orderOf[(int) pfn] : 0;
  }

  /// {@return how many allocations there have been}
  public int serial() {
    return serial;
  }

  /// {@return which allocation a frame belongs to, counted from 1; 0 if to none}
  ///
  /// @param pfn its number
  public int serialOf(long pfn) {
    return pfn >= first && pfn < end ? serialOf[(int) pfn] : 0;
  }

  /// {@return how many frames are allocated}
  public int liveCount() {
    return live;
  }

  /// {@return the blocks that are allocated}
  ///
  /// @param after only those with a greater serial
  public List<Allocation> live(int after) {
    List<Allocation> blocks = new ArrayList<>();
    for (int pfn = first; pfn < next; pfn++) {
      if (state[pfn] == HEAD && serialOf[pfn] > after) {
        blocks.add(block(pfn));
      }
    }
    return blocks;
  }

  private Allocation block(int pfn) {
    return new Allocation(
        "page",
        serialOf[pfn],
        serialOf[pfn],
        MemoryMap.addressOfFrame(pfn),
        (long) MemoryMap.PAGE_SIZE << orderOf[pfn],
        (state[pfn] & FREED) == 0);
  }

  String describe(long address) {
    long pfn = MemoryMap.frameOfAddress(address);
    if (pfn < first || pfn >= end || state[(int) pfn] == 0) {
      return "frame " + pfn;
    }
    return "%d bytes inside frame %d, page#%d%s"
        .formatted(
            address & (MemoryMap.PAGE_SIZE - 1),
            pfn,
            serialOf[(int) pfn],
            freed(pfn) ? ", freed" : "");
  }

  void imprint(Imprint.Builder to) {
    to.next(history);
  }

  /// What [#restore] needs; frames from `first` on.
  ///
  /// @param state what each is
  /// @param orderOf of blocks
  /// @param serialOf of frames
  /// @param counters next, serial, live, reuse
  /// @param history all that was asked for
  record State(byte[] state, byte[] orderOf, int[] serialOf, int[] counters, long history) {}

  State save() {
    return new State(
        Arrays.copyOfRange(state, first, next),
        Arrays.copyOfRange(orderOf, first, next),
        Arrays.copyOfRange(serialOf, first, next),
        new int[] {next, serial, live, reuse},
        history);
  }

  void restore(State to) {
    int length = to.state().length;
    System.arraycopy(to.state(), 0, state, first, length);
    System.arraycopy(to.orderOf(), 0, orderOf, first, length);
    System.arraycopy(to.serialOf(), 0, serialOf, first, length);
    int used = Math.max(next, first + length);
    Arrays.fill(state, first + length, used, (byte) 0);
    Arrays.fill(serialOf, first + length, used, 0);
    next = to.counters()[0];
    serial = to.counters()[1];
    live = to.counters()[2];
    reuse = to.counters()[3];
    history = to.history();
  }
}
