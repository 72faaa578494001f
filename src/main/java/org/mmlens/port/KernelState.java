package org.mmlens.port;

import java.util.HashMap;
import java.util.Map;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.SlabCache;

/// What the models know of the program on one machine: where the members lie that they read or
/// write.
///
/// A member the program does not have is at -1, and the models leave it alone.
final class KernelState {

  private static final long GFP_ZERO = 0x100;
  private static final long GFP_DIRECT_RECLAIM = 0x400;
  private static final long GFP_NOFAIL = 0x8000;

  final long gfpZero;
  final long gfpDirectReclaim;
  final long gfpNoFail;
  final long pageRefcount;
  final long pageMapcount;
  final long pageCompoundHead;
  final SpinLayout spin;
  final SemaphoreLayout semaphore;
  final long mutexDepMap;
  final long vmaMm;
  final long rangeMm;
  final long rangeStart;
  final long rangeEnd;
  final long counterCount;
  final long counterBytes;
  final long cacheArgsAlign;
  final long cacheArgsCtor;

  private final Machine machine;
  private final Map<Long, Cache> caches = new HashMap<>();

  /// A slab cache as `kmem_cache_create()` made it.
  ///
  /// @param slab the machine's
  /// @param constructor called for each new object, or 0
  record Cache(SlabCache slab, long constructor) {}

  /// `struct raw_spinlock`, whose first word is the lock itself.
  ///
  /// @param magic of DEBUG_SPINLOCK
  /// @param owner of DEBUG_SPINLOCK
  /// @param ownerCpu of DEBUG_SPINLOCK
  /// @param depMap of lockdep
  record SpinLayout(long magic, long owner, long ownerCpu, long depMap) {}

  /// `struct rw_semaphore`.
  ///
  /// @param count the counter whose value 0 is free
  /// @param owner who holds it
  /// @param waitLock a raw spinlock
  /// @param waitList of those who wait
  /// @param depMap of lockdep
  record SemaphoreLayout(long count, long owner, long waitLock, long waitList, long depMap) {}

  private KernelState(Machine machine) {
    this.machine = machine;
    Image image = machine.image();
    gfpZero = image.constant("__GFP_ZERO").orElse(GFP_ZERO);
    gfpDirectReclaim = image.constant("__GFP_DIRECT_RECLAIM").orElse(GFP_DIRECT_RECLAIM);
    gfpNoFail = image.constant("__GFP_NOFAIL").orElse(GFP_NOFAIL);
    pageRefcount = image.offsetOf("struct page", "_refcount").orElse(-1);
    pageMapcount = image.offsetOf("struct page", "_mapcount").orElse(-1);
    pageCompoundHead = image.offsetOf("struct page", "compound_head").orElse(-1);
    spin = spin(image);
    semaphore = semaphore(image);
    mutexDepMap = image.offsetOf("struct mutex", "dep_map").orElse(-1);
    vmaMm = image.offsetOf("struct vm_area_struct", "vm_mm").orElse(-1);
    rangeMm = image.offsetOf("struct mmu_notifier_range", "mm").orElse(-1);
    rangeStart = image.offsetOf("struct mmu_notifier_range", "start").orElse(-1);
    rangeEnd = image.offsetOf("struct mmu_notifier_range", "end").orElse(-1);
    counterCount = image.offsetOf("struct percpu_counter", "count").orElse(-1);
    counterBytes = image.sizeOf("struct percpu_counter").orElse(0);
    cacheArgsAlign = image.offsetOf("struct kmem_cache_args", "align").orElse(-1);
    cacheArgsCtor = image.offsetOf("struct kmem_cache_args", "ctor").orElse(-1);
  }

  private static SpinLayout spin(Image image) {
    String type = "struct raw_spinlock";
    return new SpinLayout(
        image.offsetOf(type, "magic").orElse(-1),
        image.offsetOf(type, "owner").orElse(-1),
        image.offsetOf(type, "owner_cpu").orElse(-1),
        image.offsetOf(type, "dep_map").orElse(-1));
  }

  private static SemaphoreLayout semaphore(Image image) {
    String type = "struct rw_semaphore";
    return new SemaphoreLayout(
        image.offsetOf(type, "count").orElse(-1),
        image.offsetOf(type, "owner").orElse(-1),
        image.offsetOf(type, "wait_lock").orElse(-1),
        image.offsetOf(type, "wait_list").orElse(-1),
        image.offsetOf(type, "dep_map").orElse(-1));
  }

  /// {@return what is known on a machine}
  static KernelState of(Machine machine) {
    return machine.part(KernelState.class, KernelState::new);
  }

  /// Remembers what a `struct kmem_cache` at that address stands for.
  void cache(long address, SlabCache slab, long constructor) {
    caches.put(address, new Cache(slab, constructor));
  }

  /// {@return what the `struct kmem_cache` at that address stands for}
  Cache cache(long address) {
    Cache known = caches.get(address);
    if (known == null) {
      throw machine.bug("no slab cache: " + machine.describe(address));
    }
    return known;
  }

  /// {@return the frame that a `struct page` describes}
  long pfn(long page) {
    return machine.map().frameOfStructPage(page);
  }

  /// {@return the kernel address of the bytes of the frame that a `struct page` describes}
  long address(long page) {
    return MemoryMap.addressOfFrame(pfn(page));
  }
}
