package org.mmlens.lens;

import org.mmlens.jvm.Executable;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;

/// Calls kernel addresses what they are, so that two machines can be compared.
final class Names {

  private final Executable program;
  private final Machine machine;
  private final Scene scene;
  private final Members mm;
  private final Members vma;

  Names(Executable program, Machine machine, Scene scene, Members mm, Members vma) {
    this.program = program;
    this.machine = machine;
    this.scene = scene;
    this.mm = mm;
    this.vma = vma;
  }

  /// {@return the name of an object by its address: one of the scene's, else by what it is}
  String object(long address) {
    String known = scene.objects().get(address);
    if (known != null) {
      return known;
    }
    if (address == 0) {
      return "NULL";
    }
    return inside(address);
  }

  /// {@return an argument of an effect: a number, or the name of what lies there}
  String argument(long value) {
    return Long.compareUnsigned(value, MemoryMap.PAGE_OFFSET) < 0 || value >= -4096
        ? "0x" + Long.toHexString(value)
        : object(value);
  }

  private String inside(long address) {
    Allocation in = machine.slab().objectAt(address).orElse(null);
    if (in != null && address - in.address() < 4096) {
      String known = scene.objects().get(in.address());
      if (known != null) {
        return known + member(known, address - in.address());
      }
    }
    long at = address - MemoryMap.PAGE_OFFSET;
    if (at >= machine.map().slab() && at < machine.map().frames()) {
      if (in == null) {
        return "slab";
      }
      return in.name() + (address == in.address() ? "" : "+" + (address - in.address()));
    }
    if (at >= machine.map().frames() && at < machine.map().ramBytes()) {
      return page(MemoryMap.frameOfAddress(address));
    }
    if (address >= MemoryMap.VMEMMAP
        && address < machine.map().structPage(machine.map().frameCount())) {
      long pfn = machine.map().frameOfStructPage(address);
      long from = address - machine.map().structPage(pfn);
      return "struct page of " + page(pfn) + (from == 0 ? "" : "+" + from);
    }
    return program
        .functionAt(address)
        .map(f -> f + "()")
        .orElseGet(() -> machine.describe(address));
  }

  /// The member of a named object that begins at an offset, as C spells it.
  private String member(String object, long offset) {
    return (object.equals("mm") ? mm : vma).nameAt(offset);
  }

  private String page(long pfn) {
    return scene.frames().getOrDefault(pfn, "a page");
  }

  /// {@return the name of a user frame}
  String frame(long pfn) {
    return scene.frames().getOrDefault(pfn, "another page");
  }
}
