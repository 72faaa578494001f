package org.mmlens.port;

import org.mmlens.machine.Content;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;

/// Models of `include/linux/slab.h`.
public final class SlabHeader {

  private static final String SOURCE = "mm/slub.c";
  private static final String CACHES = "mm/slab_common.c";
  private static final int TOKEN_BYTES = 8;

  private SlabHeader() {}

  /// Makes a cache.
  ///
  /// @param m the machine
  /// @param name of the cache
  /// @param size of an object
  /// @param align of an object
  /// @param flags ignored
  /// @param ctor constructor or 0
  /// @return the cache
  @KernelFunction(
      name = "kmem_cache_create",
      prototype =
          "struct kmem_cache *kmem_cache_create(const char *name, unsigned int size, unsigned int"
              + " align, slab_flags_t flags, void (*ctor)(void *))",
      source = CACHES,
      fidelity = Fidelity.ABSTRACT,
      effect = "makes a cache",
      omits = "flags: SLAB_TYPESAFE_BY_RCU objects are gone when freed; merging of caches")
  public static long kmemCacheCreate(
      Machine m, long name, long size, long align, long flags, long ctor) {
    long token =
        m.slab().alloc(m.slab().cache("kmem_cache", TOKEN_BYTES, 0), Need.NO_FAIL, Content.ZEROED);
    int bytes = (int) Math.min(size & 0xffff_ffffL, Integer.MAX_VALUE);
    KernelState.of(m).cache(token, m.slab().cache(Ram.string(m, name), bytes, (int) align), ctor);
    return token;
  }

  /// Makes a cache whose objects user space may copy parts of.
  ///
  /// @param m the machine
  /// @param name of the cache
  /// @param size of an object
  /// @param align of an object
  /// @param flags ignored
  /// @param useroffset ignored
  /// @param usersize ignored
  /// @param ctor constructor or 0
  /// @return the cache
  @KernelFunction(
      name = "kmem_cache_create_usercopy",
      prototype =
          "struct kmem_cache *kmem_cache_create_usercopy(const char *name, unsigned int size,"
              + " unsigned int align, slab_flags_t flags, unsigned int useroffset, unsigned int"
              + " usersize, void (*ctor)(void *))",
      source = CACHES,
      fidelity = Fidelity.ABSTRACT,
      effect = "makes a cache",
      omits = "flags; the region for user copies")
  public static long kmemCacheCreateUsercopy(
      Machine m,
      long name,
      long size,
      long align,
      long flags,
      long useroffset,
      long usersize,
      long ctor) {
    return kmemCacheCreate(m, name, size, align, flags, ctor);
  }

  /// Makes a cache.
  ///
  /// @param m the machine
  /// @param name of the cache
  /// @param size of an object
  /// @param args a `struct kmem_cache_args`
  /// @param flags ignored
  /// @return the cache
  @KernelFunction(
      name = "__kmem_cache_create_args",
      prototype =
          "struct kmem_cache *__kmem_cache_create_args(const char *name, unsigned int object_size,"
              + " struct kmem_cache_args *args, slab_flags_t flags)",
      source = CACHES,
      fidelity = Fidelity.ABSTRACT,
      effect = "makes a cache",
      omits = "flags; the region for user copies; freeptr_offset")
  public static long kmemCacheCreateArgs(Machine m, long name, long size, long args, long flags) {
    KernelState state = KernelState.of(m);
    long align = state.cacheArgsAlign < 0 ? 0 : Ram.load32(m, args + state.cacheArgsAlign);
    long ctor = state.cacheArgsCtor < 0 ? 0 : Ram.load64(m, args + state.cacheArgsCtor);
    return kmemCacheCreate(m, name, size, align, flags, ctor);
  }

  /// Allocates an object.
  ///
  /// @param m the machine
  /// @param cache what kind
  /// @param gfp how
  /// @return the object or 0
  @KernelFunction(
      name = {"kmem_cache_alloc", "kmem_cache_alloc_noprof"},
      prototype = "void *kmem_cache_alloc(struct kmem_cache *s, gfp_t gfpflags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "returns a new object, or NULL where the fault plan says so",
      omits = "reuse of freed objects; the constructor runs for every object, not for every page")
  public static long kmemCacheAlloc(Machine m, long cache, long gfp) {
    return alloc(m, cache, gfp);
  }

  /// Allocates an object on a list of the LRU.
  ///
  /// @param m the machine
  /// @param cache what kind
  /// @param lru ignored
  /// @param gfp how
  /// @return the object or 0
  @KernelFunction(
      name = {"kmem_cache_alloc_lru", "kmem_cache_alloc_lru_noprof"},
      prototype =
          "void *kmem_cache_alloc_lru(struct kmem_cache *s, struct list_lru *lru, gfp_t gfpflags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmem_cache_alloc()",
      omits = "the lists")
  public static long kmemCacheAllocLru(Machine m, long cache, long lru, long gfp) {
    return alloc(m, cache, gfp);
  }

  /// Allocates an object on a node.
  ///
  /// @param m the machine
  /// @param cache what kind
  /// @param gfp how
  /// @param node ignored
  /// @return the object or 0
  @KernelFunction(
      name = {"kmem_cache_alloc_node", "kmem_cache_alloc_node_noprof"},
      prototype = "void *kmem_cache_alloc_node(struct kmem_cache *s, gfp_t gfpflags, int node)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmem_cache_alloc()",
      omits = "nodes")
  public static long kmemCacheAllocNode(Machine m, long cache, long gfp, long node) {
    return alloc(m, cache, gfp);
  }

  /// Allocates a zeroed object.
  ///
  /// @param m the machine
  /// @param cache what kind
  /// @param gfp how
  /// @return the object or 0
  @KernelFunction(
      name = {"kmem_cache_zalloc", "kmem_cache_zalloc_noprof"},
      prototype = "void *kmem_cache_zalloc(struct kmem_cache *k, gfp_t flags)",
      source = "include/linux/slab.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmem_cache_alloc(), zeroed",
      omits = "reuse of freed objects")
  public static long kmemCacheZalloc(Machine m, long cache, long gfp) {
    return alloc(m, cache, gfp | KernelState.of(m).gfpZero);
  }

  private static long alloc(Machine m, long cache, long gfp) {
    KernelState state = KernelState.of(m);
    KernelState.Cache known = state.cache(cache);
    long object = allocate(m, known, known.slab().bytes(), gfp);
    if (object != 0 && known.constructor() != 0) {
      m.call(known.constructor(), object);
    }
    return object;
  }

  private static long allocate(Machine m, KernelState.Cache cache, int bytes, long gfp) {
    KernelState state = KernelState.of(m);
    if ((gfp & state.gfpDirectReclaim) != 0) {
      Sleeping.here(m, "kmem_cache_alloc");
    }
    long object =
        m.slab()
            .alloc(
                cache.slab(),
                bytes,
                (gfp & state.gfpNoFail) != 0 ? Need.NO_FAIL : Need.MAY_FAIL,
                (gfp & state.gfpZero) != 0 ? Content.ZEROED : Content.UNINITIALISED);
    m.effects().record("kmem_cache_alloc", object, gfp);
    return object;
  }

  /// Allocates several objects: all or none.
  ///
  /// @param m the machine
  /// @param cache what kind
  /// @param gfp how
  /// @param size how many
  /// @param objects where their addresses go
  /// @return how many
  @KernelFunction(
      name = {"kmem_cache_alloc_bulk", "kmem_cache_alloc_bulk_noprof"},
      prototype =
          "int kmem_cache_alloc_bulk(struct kmem_cache *s, gfp_t flags, size_t size, void **p)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect =
          "fills the array with new objects and returns their number, or 0 where one is refused",
      omits = "reuse of freed objects")
  public static long kmemCacheAllocBulk(Machine m, long cache, long gfp, long size, long objects) {
    for (long i = 0; i < size; i++) {
      long object = alloc(m, cache, gfp);
      if (object == 0) {
        for (long j = 0; j < i; j++) {
          free(m, Ram.load64(m, objects + 8 * j));
        }
        return 0;
      }
      Ram.store64(m, objects + 8 * i, object);
    }
    return size;
  }

  /// Frees an object.
  ///
  /// @param m the machine
  /// @param cache what kind it should be
  /// @param object the object
  @KernelFunction(
      name = "kmem_cache_free",
      prototype = "void kmem_cache_free(struct kmem_cache *s, void *x)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "frees the object; a free of something else, or twice, ends the run",
      omits = "the delay that SLAB_TYPESAFE_BY_RCU gives readers")
  public static void kmemCacheFree(Machine m, long cache, long object) {
    free(m, object);
  }

  /// Frees several objects.
  ///
  /// @param m the machine
  /// @param cache what kind they should be; 0 for kmalloc
  /// @param size how many
  /// @param objects their addresses
  @KernelFunction(
      name = "kmem_cache_free_bulk",
      prototype = "void kmem_cache_free_bulk(struct kmem_cache *s, size_t size, void **p)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "frees the objects of the array",
      omits = "the delay that SLAB_TYPESAFE_BY_RCU gives readers")
  public static void kmemCacheFreeBulk(Machine m, long cache, long size, long objects) {
    for (long i = 0; i < size; i++) {
      free(m, Ram.load64(m, objects + 8 * i));
    }
  }

  /// Frees memory of kmalloc.
  ///
  /// @param m the machine
  /// @param object the memory or 0
  @KernelFunction(
      name = {"kfree", "kvfree", "kfree_sensitive"},
      prototype = "void kfree(const void *object)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect =
          "frees the memory; NULL is ignored; a free of something else, or twice, ends the run")
  public static void kfree(Machine m, long object) {
    if (Long.compareUnsigned(object, 16) > 0) {
      free(m, object);
    }
  }

  static void free(Machine m, long object) {
    m.effects().record("kmem_cache_free", object);
    m.slab().free(object);
  }

  /// Allocates memory.
  ///
  /// @param m the machine
  /// @param size how many bytes
  /// @param gfp how
  /// @return the memory or 0
  @KernelFunction(
      name = {
        "kmalloc",
        "kmalloc_noprof",
        "__kmalloc",
        "__kmalloc_noprof",
        "__kmalloc_large_noprof",
        "kmalloc_large",
        "kvmalloc",
        "kvmalloc_noprof"
      },
      prototype = "void *kmalloc(size_t size, gfp_t flags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "returns so many bytes, or NULL where the fault plan says so",
      omits = "size classes: a byte more than asked for is out of bounds")
  public static long kmalloc(Machine m, long size, long gfp) {
    int bytes = size < 0 || size > 4 << 20 ? -1 : (int) size;
    if (bytes <= 0) {
      return bytes == 0 ? 16 : 0;
    }
    KernelState.Cache cache =
        new KernelState.Cache(m.slab().cache("kmalloc-" + bytes, bytes, 8), 0);
    return allocate(m, cache, bytes, gfp);
  }

  /// Allocates zeroed memory.
  ///
  /// @param m the machine
  /// @param size how many bytes
  /// @param gfp how
  /// @return the memory or 0
  @KernelFunction(
      name = {"kzalloc", "kzalloc_noprof"},
      prototype = "void *kzalloc(size_t size, gfp_t flags)",
      source = "include/linux/slab.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmalloc(), zeroed",
      omits = "size classes")
  public static long kzalloc(Machine m, long size, long gfp) {
    return kmalloc(m, size, gfp | KernelState.of(m).gfpZero);
  }

  /// Allocates memory on a node.
  ///
  /// @param m the machine
  /// @param size how many bytes
  /// @param gfp how
  /// @param node ignored
  /// @return the memory or 0
  @KernelFunction(
      name = {
        "__kmalloc_node",
        "__kmalloc_node_noprof",
        "kmalloc_node",
        "kmalloc_node_noprof",
        "__kvmalloc_node_noprof",
        "kvmalloc_node",
        "kvmalloc_node_noprof"
      },
      prototype = "void *__kmalloc_node(size_t size, gfp_t flags, int node)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmalloc()",
      omits = "nodes; size classes")
  public static long kmallocNode(Machine m, long size, long gfp, long node) {
    return kmalloc(m, size, gfp);
  }

  /// Allocates memory of a size class.
  ///
  /// @param m the machine
  /// @param cache ignored
  /// @param gfp how
  /// @param size how many bytes
  /// @return the memory or 0
  @KernelFunction(
      name = {"__kmalloc_cache_noprof", "kmalloc_trace", "kmalloc_trace_noprof"},
      prototype = "void *__kmalloc_cache_noprof(struct kmem_cache *s, gfp_t gfpflags, size_t size)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as kmalloc()",
      omits = "size classes")
  public static long kmallocCache(Machine m, long cache, long gfp, long size) {
    return kmalloc(m, size, gfp);
  }
}
