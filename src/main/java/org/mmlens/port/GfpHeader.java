package org.mmlens.port;

import org.mmlens.machine.Content;
import org.mmlens.machine.Event;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;

/// Models of `include/linux/gfp.h` and of what returns pages to the allocator.
public final class GfpHeader {

  private static final String SOURCE = "mm/page_alloc.c";
  private static final String OMITS =
      "zones, nodes, per-CPU lists, watermarks, reclaim, cgroup charges";
  private static final long NR_PAGES_NEXT = 2;
  private static final long ENCODED_BITS = 3;

  private GfpHeader() {}

  /// Allocates frames.
  ///
  /// @param m the machine
  /// @param gfp how
  /// @param order log2 of their number
  /// @return the first `struct page` or 0
  @KernelFunction(
      name = "alloc_pages",
      prototype = "struct page *alloc_pages(gfp_t gfp, unsigned int order)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect =
          "returns 2^order frames with _refcount 1 and _mapcount -1, or NULL where the fault plan"
              + " says so",
      omits = OMITS)
  public static long allocPages(Machine m, long gfp, long order) {
    KernelState state = KernelState.of(m);
    if ((gfp & state.gfpDirectReclaim) != 0) {
      Sleeping.here(m, "alloc_pages");
    }
    if (Long.compareUnsigned(order, 10) > 0) {
      m.events().record(Event.Kind.WARN, "alloc_pages() of order " + order);
      return 0;
    }
    int pfn =
        m.pages()
            .alloc(
                (int) order,
                (gfp & state.gfpNoFail) != 0 ? Need.NO_FAIL : Need.MAY_FAIL,
                (gfp & state.gfpZero) != 0 ? Content.ZEROED : Content.UNINITIALISED);
    long page = pfn == 0 ? 0 : m.map().structPage(pfn);
    for (int i = 0; page != 0 && i < 1 << order; i++) {
      prepare(m, state, m.map().structPage(pfn + i), i == 0 ? 1 : 0);
    }
    m.effects().record("alloc_pages", page, order, gfp);
    return page;
  }

  private static void prepare(Machine m, KernelState state, long page, int references) {
    Ram.fill(m, page, 0, m.config().structPageBytes());
    if (state.pageRefcount >= 0) {
      Ram.store32(m, page + state.pageRefcount, references);
    }
    if (state.pageMapcount >= 0) {
      Ram.store32(m, page + state.pageMapcount, -1);
    }
  }

  /// Allocates frames of a node.
  ///
  /// @param m the machine
  /// @param gfp how
  /// @param order log2 of their number
  /// @param node ignored
  /// @param nodemask ignored
  /// @return the first `struct page` or 0
  @KernelFunction(
      name = {"__alloc_pages", "__alloc_pages_noprof"},
      prototype =
          "struct page *__alloc_pages(gfp_t gfp, unsigned int order, int preferred_nid, nodemask_t"
              + " *nodemask)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as alloc_pages()",
      omits = OMITS)
  public static long allocPagesOfNode(Machine m, long gfp, long order, long node, long nodemask) {
    return allocPages(m, gfp, order);
  }

  /// Allocates frames and returns their kernel address.
  ///
  /// @param m the machine
  /// @param gfp how
  /// @param order log2 of their number
  /// @return the address of the first byte or 0
  @KernelFunction(
      name = {"__get_free_pages", "get_free_pages_noprof"},
      prototype = "unsigned long __get_free_pages(gfp_t gfp_mask, unsigned int order)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as alloc_pages(), returns the address of the memory",
      omits = OMITS)
  public static long getFreePages(Machine m, long gfp, long order) {
    long page = allocPages(m, gfp, order);
    return page == 0 ? 0 : KernelState.of(m).address(page);
  }

  /// Allocates a zeroed frame and returns its kernel address.
  ///
  /// @param m the machine
  /// @param gfp how
  /// @return the address of the first byte or 0
  @KernelFunction(
      name = {"get_zeroed_page", "get_zeroed_page_noprof"},
      prototype = "unsigned long get_zeroed_page(gfp_t gfp_mask)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as __get_free_pages() of one zeroed frame",
      omits = OMITS)
  public static long getZeroedPage(Machine m, long gfp) {
    return getFreePages(m, gfp | KernelState.of(m).gfpZero, 0);
  }

  /// Drops a reference and frees the frames with the last one.
  ///
  /// @param m the machine
  /// @param page the first `struct page`
  /// @param order as it was allocated with
  @KernelFunction(
      name = "__free_pages",
      prototype = "void __free_pages(struct page *page, unsigned int order)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect =
          "drops a reference and frees the frames with the last one; a page without references is"
              + " freed, too; a free of something else, or twice, ends the run",
      omits = OMITS)
  public static void freePages(Machine m, long page, long order) {
    KernelState state = KernelState.of(m);
    if (state.pageRefcount >= 0) {
      long references = Ram.load32(m, page + state.pageRefcount);
      if (references > 1) {
        Ram.store32(m, page + state.pageRefcount, references - 1);
        return;
      }
      Ram.store32(m, page + state.pageRefcount, 0);
    }
    release(m, page, (int) order);
  }

  /// Frees frames by their kernel address.
  ///
  /// @param m the machine
  /// @param address of the first byte or 0
  /// @param order as they were allocated with
  @KernelFunction(
      name = "free_pages",
      prototype = "void free_pages(unsigned long addr, unsigned int order)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "as __free_pages(), by address; 0 is ignored",
      omits = OMITS)
  public static void freePagesByAddress(Machine m, long address, long order) {
    if (address != 0) {
      freePages(m, m.map().structPage(MemoryMap.frameOfAddress(address)), order);
    }
  }

  /// Frees a folio that nobody refers to any more.
  ///
  /// @param m the machine
  /// @param folio its first `struct page`
  @KernelFunction(
      name = {"__folio_put", "__put_page"},
      prototype = "void __folio_put(struct folio *folio)",
      source = "mm/swap.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "frees the frames of the folio",
      omits = "LRU lists, cgroup charges, hugetlb and device memory")
  public static void folioPut(Machine m, long folio) {
    release(m, folio, m.pages().orderOf(KernelState.of(m).pfn(folio)));
  }

  /// Drops a reference to each page of an array.
  ///
  /// @param m the machine
  /// @param pages their addresses; the two lowest bits of an element say what it is
  /// @param count how many
  @KernelFunction(
      name = "release_pages",
      prototype = "void release_pages(release_pages_arg arg, int nr)",
      source = "mm/swap.c",
      fidelity = Fidelity.ABSTRACT,
      effect =
          "drops a reference to each page, or as many as the next element says, and frees those"
              + " without",
      omits = "LRU lists, cgroup charges")
  public static void releasePages(Machine m, long pages, long count) {
    KernelState state = KernelState.of(m);
    for (long i = 0; i < count; i++) {
      long encoded = Ram.load64(m, pages + 8 * i);
      long references = 1;
      if ((encoded & NR_PAGES_NEXT) != 0) {
        i++;
        references = Ram.load64(m, pages + 8 * i) >>> 2;
      }
      drop(m, state, head(m, state, encoded & ~ENCODED_BITS), references);
    }
  }

  private static long head(Machine m, KernelState state, long page) {
    long link = state.pageCompoundHead < 0 ? 0 : Ram.load64(m, page + state.pageCompoundHead);
    return (link & 1) != 0 ? link - 1 : page;
  }

  private static void drop(Machine m, KernelState state, long page, long references) {
    long left = 0;
    if (state.pageRefcount >= 0) {
      left = Ram.load32(m, page + state.pageRefcount) - references;
      Ram.store32(m, page + state.pageRefcount, left);
    }
    if (left < 0) {
      m.events().record(Event.Kind.CONTRACT, "reference dropped of a page without references");
    } else if (left == 0) {
      release(m, page, m.pages().orderOf(state.pfn(page)));
    }
  }

  private static void release(Machine m, long page, int order) {
    KernelState state = KernelState.of(m);
    if (state.pageMapcount >= 0 && Ram.load32(m, page + state.pageMapcount) != -1) {
      m.events().record(Event.Kind.CONTRACT, "bad page: freed with a _mapcount that is not -1");
    }
    m.effects().record("free_pages", page, order);
    m.pages().free(state.pfn(page), order);
  }
}
