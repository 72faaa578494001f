package org.mmlens.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mmlens.machine.Stop.Cause;

/// The slab allocator: objects in ascending order with gaps between them that nothing may touch.
/// Freed objects are reused, the oldest first, only when the area is full.
public final class Slab {

  private static final int REDZONE = 16;
  private static final int MIN_ALIGN = 8;

  private final Machine machine;
  private final Map<String, SlabCache> caches = new TreeMap<>();
  private final List<SlabCache> inOrder = new ArrayList<>();
  private final SlabObjects objects = new SlabObjects();
  private int next;
  private final int end;
  private int order;
  private int live;

  /// A hash of all that was asked for so far: the same requests lead to the same state.
  private long history;

  Slab(Machine machine) {
    this.machine = machine;
    this.next = (int) machine.map().slab();
    this.end = (int) machine.map().frames();
  }

  /// {@return the cache of that name, size and alignment, made if there is none}
  ///
  /// @param name its name
  /// @param bytes the size of an object
  /// @param align its alignment, a power of two; 0 for the least
  public SlabCache cache(String name, long bytes, int align) {
    if (bytes < 0 || bytes > 4 << 20 || Integer.bitCount(align) > 1 || align > 1 << 20) {
      throw new Stop(new Cause.Bug("kmem_cache_create(" + name + ", " + bytes + ")"));
    }
    int aligned = Math.max(MIN_ALIGN, align);
    return caches.computeIfAbsent(
        name + '/' + bytes + '/' + aligned,
        _ -> {
          SlabCache cache = new SlabCache(name, (int) bytes, aligned);
          inOrder.add(cache);
          return cache;
        });
  }

  /// {@return the names of all caches, in the order in which they were made}
  public List<String> names() {
    return inOrder.stream().map(SlabCache::name).toList();
  }

  /// {@return the address of a new object; 0 if refused}
  ///
  /// @param cache what kind
  /// @param need whether it may be refused
  /// @param content what it holds
  public long alloc(SlabCache cache, Need need, Content content) {
    return alloc(cache, cache.bytes(), need, content);
  }

  /// {@return the address of a new object of which only the first bytes may be used; 0 if refused}
  ///
  /// @param cache what kind
  /// @param bytes the size asked for, at most that of the cache
  /// @param need whether it may be refused
  /// @param content what it holds
  public long alloc(SlabCache cache, int bytes, Need need, Content content) {
    if (need == Need.MAY_FAIL && machine.faults().slab()) {
      return 0;
    }
    int object = place(cache);
    objects.take(object, bytes, ++cache.serial, ++order);
    live++;
    note(bytes, cache, objects.at(object));
    int at = objects.at(object);
    machine.undo.touch(at, cache.bytes());
    if (content == Content.ZEROED) {
      Fill.bytes(machine.data, at, at + bytes, Shadow.CLEAN);
      Fill.bytes(machine.shadow, at, at + bytes, Shadow.CLEAN);
    } else {
      Fill.bytes(machine.shadow, at, at + bytes, Shadow.SLAB_UNINITIALISED);
    }
    Fill.bytes(machine.shadow, at + bytes, at + cache.bytes(), Shadow.SLAB_REDZONE);
    return MemoryMap.PAGE_OFFSET + at;
  }

  private void note(int bytes, SlabCache cache, int at) {
    history = Imprint.after(Imprint.after(history, (long) bytes << 32 | at), cache.kind());
  }

  private int place(SlabCache cache) {
    int at = (next + REDZONE + cache.align() - 1) & -cache.align();
    if (at + cache.bytes() + REDZONE <= end) {
      next = at + cache.bytes();
      return objects.append(at, cache);
    }
    if (cache.oldestFreed < 0) {
      throw new Stop(new Cause.Budget("slab memory"));
    }
    return objects.dequeue(cache);
  }

  /// Frees an object.
  ///
  /// @param address as [#alloc] returned it
  public void free(long address) {
    int object = objects.find(offset(address));
    if (object < 0 || objects.at(object) != offset(address)) {
      throw wrong(MemoryFault.INVALID_FREE, address);
    }
    if (!objects.alive(object)) {
      throw wrong(MemoryFault.DOUBLE_FREE, address);
    }
    SlabCache cache = objects.cache(object);
    objects.release(object);
    live--;
    note(-1, cache, objects.at(object));
    int at = objects.at(object);
    machine.undo.touch(at, cache.bytes());
    Fill.bytes(machine.shadow, at, at + cache.bytes(), Shadow.SLAB_FREED);
  }

  private static int offset(long address) {
    long at = address - MemoryMap.PAGE_OFFSET;
    return at >= 0 && at <= Integer.MAX_VALUE ? (int) at : -1;
  }

  private Stop wrong(MemoryFault fault, long address) {
    return new Stop(new Cause.MemoryError(fault, address, machine.describe(address)));
  }

  /// {@return the object that an address lies in, live or freed, if any}
  ///
  /// @param address any
  public Optional<Allocation> objectAt(long address) {
    int object = objects.find(offset(address));
    if (object < 0 || offset(address) >= objects.at(object) + objects.bytes(object)) {
      return Optional.empty();
    }
    return Optional.of(objects.allocation(object));
  }

  /// {@return the size asked for of the live object that begins at an address; 0 if there is none}
  ///
  /// @param address as [#alloc] returned it
  public int size(long address) {
    int object = objects.find(offset(address));
    return object >= 0 && objects.at(object) == offset(address) && objects.alive(object)
        ? objects.bytes(object)
        : 0;
  }

  /// {@return how many objects are allocated}
  public int liveCount() {
    return live;
  }

  /// {@return how many allocations there have been}
  public int order() {
    return order;
  }

  /// {@return the objects that are allocated}
  ///
  /// @param after only those whose [Allocation#order] is greater
  public List<Allocation> live(int after) {
    return objects.live(after);
  }

  String describe(long address) {
    int at = offset(address);
    int object = objects.find(at);
    if (object < 0) {
      return "no object";
    }
    int inside = at - objects.at(object);
    int bytes = objects.bytes(object);
    Allocation a = objects.allocation(object);
    String where =
        inside < bytes ? inside + " bytes inside" : (inside - bytes) + " bytes to the right of";
    return "%s %d-byte object of cache %s (%s)%s"
        .formatted(where, bytes, a.name(), a, a.live() ? "" : ", freed");
  }

  void imprint(Imprint.Builder to) {
    to.next(history);
  }

  /// What [#restore] needs.
  ///
  /// @param objects the table
  /// @param caches three numbers a cache, in the order they were made
  /// @param counters next, order, live
  /// @param history all that was asked for
  record State(SlabObjects.State objects, int[] caches, int[] counters, long history) {}

  State save() {
    int[] numbers = new int[inOrder.size() * 3];
    for (int i = 0; i < inOrder.size(); i++) {
      SlabCache cache = inOrder.get(i);
      numbers[3 * i] = cache.serial;
      numbers[3 * i + 1] = cache.oldestFreed;
      numbers[3 * i + 2] = cache.newestFreed;
    }
    return new State(objects.save(), numbers, new int[] {next, order, live}, history);
  }

  void restore(State to) {
    objects.restore(to.objects());
    for (int i = 0; i < inOrder.size(); i++) {
      SlabCache cache = inOrder.get(i);
      boolean known = 3 * i < to.caches().length;
      cache.serial = known ? to.caches()[3 * i] : 0;
      cache.oldestFreed = known ? to.caches()[3 * i + 1] : -1;
      cache.newestFreed = known ? to.caches()[3 * i + 2] : -1;
    }
    next = to.counters()[0];
    order = to.counters()[1];
    live = to.counters()[2];
    history = to.history();
  }
}
