package org.mmlens.machine;

import org.mmlens.machine.Translation.BadTable;
import org.mmlens.machine.Translation.Forbidden;
import org.mmlens.machine.Translation.Mapped;
import org.mmlens.machine.Translation.NotPresent;

/// The page-table walker of one CPU, its TLB and its cache of page tables.
///
/// Page tables lie in RAM, in the x86-64 format, 512 entries of 8 bytes each. What was used once
/// stays usable until flushed, however the tables change meanwhile: that a missing flush shows is
/// the point.
///
/// Not modelled: protection keys, PCIDs beyond one identifier a table, the accessed and dirty bits
/// (the walker writes nothing).
public final class Mmu {

  /// Entry bit: the entry is valid.
  public static final long PRESENT = 0x1;

  /// Entry bit: stores are allowed.
  public static final long WRITABLE = 0x2;

  /// Entry bit: user space may use it.
  public static final long USER = 0x4;

  /// Entry bit: the entry maps a large page instead of pointing to a table.
  public static final long HUGE = 0x80;

  /// Entry bit: nothing may be executed there.
  public static final long NO_EXECUTE = 1L << 63;

  /// The bits of an entry that hold the physical address.
  public static final long ADDRESS = 0x000f_ffff_ffff_f000L;

  private static final int TABLE_BITS = 9;

  /// What an access does.
  public enum Access {
    /// A load.
    READ,
    /// A store.
    WRITE,
    /// An instruction fetch.
    EXECUTE
  }

  /// Which cached things a flush drops.
  public enum Flush {
    /// Translations only; tables stay in the walker's cache.
    PAGES,
    /// Translations and tables, as needed before tables are freed.
    PAGES_AND_TABLES
  }

  private final Machine machine;
  private final Tlb pages = new Tlb(MemoryMap.PAGE_SHIFT);
  private final Tlb tables = new Tlb(MemoryMap.PAGE_SHIFT + TABLE_BITS);

  Mmu(Machine machine) {
    this.machine = machine;
  }

  /// {@return what the page tables say, whatever the TLB holds}
  ///
  /// @param top the address of the topmost table, as the kernel sees it
  /// @param address a user address
  public Translation walk(long top, long address) {
    return walk(top - MemoryMap.PAGE_OFFSET, machine.config().levels(), address, -1L);
  }

  private Translation walk(long table, int from, long address, long rights) {
    long physical = table;
    long allowed = rights;
    long entry = 0;
    for (int level = from; ; level--) {
      String bad = unusable(physical);
      if (!bad.isEmpty()) {
        return new BadTable(bad, entry, level);
      }
      long at = physical + (address >>> shift(level) & 511) * 8;
      if (!Ram.initialised(machine, at + MemoryMap.PAGE_OFFSET, 8)) {
        return new BadTable("an entry that was never written", entry, level);
      }
      entry = Ram.peek(machine, at + MemoryMap.PAGE_OFFSET, 8);
      if ((entry & PRESENT) == 0) {
        return new NotPresent(entry, level);
      }
      allowed &= entry | ~(WRITABLE | USER);
      if (level == 1 || (entry & HUGE) != 0) {
        return leaf(entry, level, address, allowed);
      }
      physical = entry & ADDRESS;
    }
  }

  private static int shift(int level) {
    return MemoryMap.PAGE_SHIFT + TABLE_BITS * (level - 1);
  }

  private String unusable(long table) {
    if (table < 0 || table > machine.data.length - MemoryMap.PAGE_SIZE) {
      return "a page table outside of RAM";
    }
    return machine.pages().freed(table >>> MemoryMap.PAGE_SHIFT)
        ? "a page table that was freed"
        : "";
  }

  /// `rights` are the bits that every entry on the way had.
  private Translation leaf(long entry, int level, long address, long rights) {
    if (level > 3) {
      return new BadTable("a large page at this level", entry, level);
    }
    long inside = (1L << shift(level)) - 1;
    long frame = entry & ADDRESS;
    if ((frame & inside & -(2L << MemoryMap.PAGE_SHIFT)) != 0) {
      return new BadTable("reserved bits", entry, level);
    }
    long physical = (frame & ~inside) + (address & inside);
    if (physical >= machine.data.length) {
      return new BadTable("a frame outside of RAM", entry, level);
    }
    long effective = entry & (rights | ~(WRITABLE | USER));
    return new Mapped(physical, effective, level);
  }

  /// {@return what an access by user space does: the TLB answers if it can, else the walk fills it}
  ///
  /// @param asid which address space, e.g. the address of its `mm_struct`
  /// @param top the address of its topmost table
  /// @param address a user address
  /// @param access what is done
  public Translation access(long asid, long top, long address, Access access) {
    int hit = pages.find(asid, address >>> MemoryMap.PAGE_SHIFT);
    if (hit >= 0) {
      int level = pages.level(hit);
      Translation cached = leaf(pages.entry(hit), level, address, -1L);
      Translation allowed = check(cached, access);
      if (allowed instanceof Mapped) {
        return allowed;
      }
      pages.remove(hit);
    }
    Translation found = walkCached(asid, top, address);
    if (found instanceof Mapped(_, long entry, int level)) {
      pages.add(asid, address >>> MemoryMap.PAGE_SHIFT, entry, level);
    }
    return check(found, access);
  }

  private static Translation check(Translation found, Access access) {
    if (!(found instanceof Mapped(_, long entry, int level))) {
      return found;
    }
    boolean denied =
        (entry & USER) == 0
            || access == Access.WRITE && (entry & WRITABLE) == 0
            || access == Access.EXECUTE && (entry & NO_EXECUTE) != 0;
    return denied ? new Forbidden(entry, level) : found;
  }

  private Translation walkCached(long asid, long top, long address) {
    int hit = tables.find(asid, address >>> shift(2));
    if (hit >= 0) {
      long entry = tables.entry(hit);
      return walk(entry & ADDRESS, 1, address, entry);
    }
    Translation found = walk(top, address);
    rememberTable(asid, top, address);
    return found;
  }

  /// Puts the lowest table on the way into the walker's cache, if the way goes so far.
  private void rememberTable(long asid, long top, long address) {
    long physical = top - MemoryMap.PAGE_OFFSET;
    long rights = -1L;
    for (int level = machine.config().levels(); level > 1; level--) {
      if (!unusable(physical).isEmpty()) {
        return;
      }
      long entry =
          SlowPath.raw(machine, (int) (physical + (address >>> shift(level) & 511) * 8), 8);
      if ((entry & PRESENT) == 0 || (entry & HUGE) != 0) {
        return;
      }
      rights &= entry | ~(WRITABLE | USER);
      physical = entry & ADDRESS;
    }
    long combined = physical | rights & (WRITABLE | USER) | PRESENT;
    tables.add(asid, address >>> shift(2), combined, 2);
  }

  /// Drops what is cached of `[start, end)`.
  ///
  /// @param asid which address space
  /// @param start first address
  /// @param end first address behind
  /// @param what translations, or tables too
  public void flush(long asid, long start, long end, Flush what) {
    pages.flush(asid, start, end, 0);
    if (what == Flush.PAGES_AND_TABLES) {
      tables.flush(asid, start, end, 0);
    }
  }

  /// Drops what is cached of single addresses: the first of a range, and those at multiples of a
  /// stride from it.
  ///
  /// @param asid which address space
  /// @param start first address
  /// @param end first address behind
  /// @param stride log2 of the distance of two addresses, from 0 to 63
  public void flushStrides(long asid, long start, long end, int stride) {
    pages.flush(asid, start, end, stride);
    tables.flush(asid, start, end, stride);
  }

  /// Drops all that is cached of one address space.
  ///
  /// @param asid which
  public void flush(long asid) {
    flush(asid, 0, -1L, Flush.PAGES_AND_TABLES);
  }

  /// Drops all that is cached.
  public void flushAll() {
    pages.clear();
    tables.clear();
  }

  /// {@return how many translations are cached}
  public int cached() {
    return pages.size();
  }

  /// Notes the frees that come too early.
  void frameFreed(int pfn) {
    if (pages.mapsFrame(pfn)) {
      early("page freed while the TLB still translates to it");
    }
    if (tables.mapsFrame(pfn)) {
      early("page table freed while the walker still caches it");
    }
  }

  private void early(String what) {
    machine.events().record(Event.Kind.TLB, what);
  }

  void imprint(Imprint.Builder to) {
    pages.imprint(to);
    tables.imprint(to);
  }

  /// What is cached.
  ///
  /// @param pages translations
  /// @param tables tables
  record State(Tlb.State pages, Tlb.State tables) {}

  State save() {
    return new State(pages.save(), tables.save());
  }

  void restore(State to) {
    pages.restore(to.pages());
    tables.restore(to.tables());
  }
}
