package org.mmlens.lens;

import java.util.HashMap;
import java.util.Map;
import org.mmlens.jvm.Executable;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Side;
import org.mmlens.lens.Scenario.Trait;
import org.mmlens.machine.Content;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Mmu;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;

/// Builds a layout in a booted machine, with the tree's own functions.
///
/// Page-table entries are written by hand in the format of the hardware, as its MMU will read them;
/// the tables they stand in are made by the tree.
final class SceneBuilder {

  private static final long PRESENT = 0x1;
  private static final long WRITABLE = 0x2;
  private static final long USER = 0x4;
  private static final long ACCESSED = 0x20;
  private static final long DIRTY = 0x40;
  private static final long NO_EXECUTE = 1L << 63;
  private static final long LOCKED = 0x2000;

  /// A swap entry: anything that is neither empty nor present. Each page has a number of its own.
  private static final long SWAP = 0x0100_0000_0000L;

  private static final int SWAP_NUMBER = 24;

  /// What the first page of a layout holds; each further page holds one more.
  private static final long MAGIC = 0x6d6d_6c65_6e73_0000L;

  private final Executable program;
  private final Members mmMembers;
  private final Map<String, Image.Callable> functions = new HashMap<>();
  private final long stackFlags;
  private final long incompleteFlags;
  private final long anonymousFlags;

  SceneBuilder(Executable program, Members mmMembers, Machine booted) {
    this.program = program;
    this.mmMembers = mmMembers;
    for (String name : StackLens.NEEDED) {
      functions.put(name, program.callable(name));
    }
    stackFlags = call(booted, "mmlens_stack_flags");
    incompleteFlags = call(booted, "mmlens_incomplete_flags");
    anonymousFlags = call(booted, "mmlens_anonymous_flags");
  }

  private long call(Machine m, String name, long... args) {
    Image.Callable function = functions.get(name);
    if (function == null) {
      throw new IllegalStateException("not among the needed functions: " + name);
    }
    return program.call(m, function, args);
  }

  /// {@return the layout, with the mmap lock held for writing, as the entry function's caller does}
  Scene build(Machine m, Layout s) {
    long mm = must(call(m, "mm_alloc"), "mm_alloc");
    call(m, "mmlens_write_lock", mm);
    long flags =
        stackFlags
            | s.flags()
            | (s.traits().contains(Trait.INCOMPLETE) ? incompleteFlags : 0)
            | (s.traits().contains(Trait.LOCKED) ? LOCKED : 0);
    long stack = vma(m, mm, s.start(), s.end(), flags);
    if (s.traits().contains(Trait.ANON_VMA) && call(m, "mmlens_anon_vma", stack) != 0) {
      throw new LensException("anon_vma_prepare() fails");
    }
    Scene scene = new Scene(mm, mmMembers.read(m, mm, "pgd"), stack);
    for (Fill f : s.pages()) {
      map(m, scene, s.start() + f.page() * Scenario.PAGE, "stack+" + f.page(), f.kind());
    }
    int number = 0;
    for (Neighbour n : s.neighbours()) {
      neighbour(m, scene, s, n, number++);
    }
    s.target().ifPresent(target -> must(call(m, "mmlens_pte", mm, target), "mmlens_pte"));
    if (s.traits().contains(Trait.TLB)) {
      touch(m, scene, s);
    }
    // A new critical section: what building the layout marked as write-locked no longer is.
    call(m, "mmlens_write_unlock", mm);
    call(m, "mmlens_write_lock", mm);
    return scene;
  }

  private long vma(Machine m, long mm, long start, long end, long flags) {
    return must(call(m, "mmlens_vma", mm, start, end, flags), "mmlens_vma");
  }

  private void neighbour(Machine m, Scene scene, Layout s, Neighbour n, int number) {
    long bytes = n.length() * Scenario.PAGE;
    long start =
        n.side() == Side.ABOVE
            ? s.end() + n.gap() * Scenario.PAGE
            : s.start() - n.gap() * Scenario.PAGE - bytes;
    String name = (n.side() == Side.ABOVE ? "above" : "below") + (number > 1 ? "#" + number : "");
    scene.name(vma(m, scene.mm, start, start + bytes, anonymousFlags), name);
    if (n.populated()) {
      map(m, scene, start, name + "+0", Scenario.Kind.PRESENT);
      if (n.length() > 1) {
        map(
            m,
            scene,
            start + bytes - Scenario.PAGE,
            name + "+" + (n.length() - 1),
            Scenario.Kind.PRESENT);
      }
    }
  }

  private void map(Machine m, Scene scene, long address, String name, Scenario.Kind kind) {
    long entry = must(call(m, "mmlens_pte", scene.mm, address), "mmlens_pte");
    if (kind == Scenario.Kind.SWAPPED) {
      long value = SWAP + ((scene.swapped().size() + 1L) << SWAP_NUMBER);
      scene.swap(value, name);
      Ram.poke(m, entry, value, 8);
      return;
    }
    long pfn = m.pages().alloc(0, Need.NO_FAIL, Content.ZEROED);
    long content = MAGIC + scene.frames().size();
    Ram.poke(m, MemoryMap.addressOfFrame(pfn), content, 8);
    scene.frame(pfn, name, content);
    long rights = kind == Scenario.Kind.PRESENT ? WRITABLE | DIRTY | ACCESSED : ACCESSED;
    Ram.poke(m, entry, pfn << MemoryMap.PAGE_SHIFT | PRESENT | USER | NO_EXECUTE | rights, 8);
    call(m, "mmlens_mapped_page", m.map().structPage(pfn));
    call(m, "mmlens_count_pages", scene.mm, 1);
  }

  private static void touch(Machine m, Scene scene, Layout s) {
    for (Fill f : s.pages()) {
      touch(m, scene, s.start() + f.page() * Scenario.PAGE);
    }
    for (Neighbour n : s.neighbours()) {
      long start =
          n.side() == Side.ABOVE
              ? s.end() + n.gap() * Scenario.PAGE
              : s.start() - (n.gap() + n.length()) * Scenario.PAGE;
      touch(m, scene, start);
      touch(m, scene, start + (n.length() - 1) * Scenario.PAGE);
    }
  }

  private static void touch(Machine m, Scene scene, long address) {
    m.mmu().access(scene.mm, scene.top, address, Mmu.Access.READ);
    scene.touched(address);
  }

  private static long must(long pointer, String function) {
    if (pointer == 0) {
      throw new LensException(function + "() returns NULL while the layout is built");
    }
    return pointer;
  }
}
