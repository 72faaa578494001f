package org.mmlens.lens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mmlens.ir.StructLayout;
import org.mmlens.jvm.Executable;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;

/// Reads what a run has left in memory, as far as nobody else reads it.
///
/// Left out are the stack, freed memory, page tables and maple nodes: what the last two say is read
/// by walking them, and two trees may say the same. Of integers in the layout's own objects
/// [Numbers] tells.
final class MemoryReader {

  /// The cache of the nodes of maple trees (lib/maple_tree.c).
  private static final String NODES = "maple_node";

  private static final String STRUCT = "struct ";
  private static final String PAGE = STRUCT + "page";

  /// What the macros that do something once call the variable that says whether it was done
  /// (include/linux/once_lite.h, include/asm-generic/bug.h): which check fired is told elsewhere.
  private static final Set<String> ONCE = Set.of("__already_done", "__warned", "__ret_do_once");

  private final Executable program;
  private final Map<String, Map<Long, String>> members = new ConcurrentHashMap<>();
  private final Map<Long, String> mm;
  private final Map<Long, String> vma;

  MemoryReader(Executable program, Members mm, Members vma) {
    this.program = program;
    this.mm = mm.words(program::layout);
    this.vma = vma.words(program::layout);
  }

  /// {@return what a run has stored}
  ///
  /// @param m the machine, in which nothing has run since
  /// @param scene the layout it began with
  /// @param names what things are called
  Stored read(Machine m, Scene scene, Names names) {
    List<Stored.Word> words = new ArrayList<>();
    m.changes(
        (address, before, value) ->
            word(m, scene, address).ifPresent(place -> place.add(before, value, names, words)));
    words.sort(Stored.Word.ORDER);
    return new Stored(program::hasVariable, words);
  }

  /// Meets the types of all objects that may be read, so that [#readsAs] tells of what no run has
  /// been read for, too.
  ///
  /// @param caches the names of the slab caches
  void meet(List<String> caches) {
    starts(PAGE);
    caches.forEach(name -> starts(STRUCT + name));
  }

  /// {@return how many types were met so far}
  int types() {
    return members.size();
  }

  /// {@return whether the types that were met on either side are the same on both}
  boolean readsAs(MemoryReader other) {
    return mm.equals(other.mm)
        && vma.equals(other.vma)
        && Stream.of(members, other.members)
            .flatMap(known -> known.keySet().stream())
            .allMatch(tag -> program.layout(tag).equals(other.program.layout(tag)));
  }

  /// What a word is part of.
  ///
  /// @param owner a variable, an object, a page
  /// @param member which part of it
  /// @param half which part its upper half is, if that is one of its own
  /// @param variable whether it is part of a variable
  private record Place(String owner, String member, Optional<String> half, boolean variable) {

    private static final int HALF = Integer.SIZE;

    void add(long before, long value, Names names, List<Stored.Word> words) {
      if (half.isEmpty()) {
        words.add(new Stored.Word(owner, member, pointee(names.argument(value)), variable));
        return;
      }
      if ((int) before != (int) value) {
        words.add(new Stored.Word(owner, member, number(value), variable));
      }
      if (before >>> HALF != value >>> HALF) {
        words.add(new Stored.Word(owner, half.get(), number(value >>> HALF), variable));
      }
    }

    private static String number(long value) {
      return "0x" + Integer.toHexString((int) value);
    }

    /// Where things lie says nothing: of a pointer only what it points to is told, not where in it.
    private static String pointee(String argument) {
      int plus = argument.lastIndexOf('+');
      return plus > 0 && argument.substring(plus + 1).chars().allMatch(c -> c >= '0' && c <= '9')
          ? argument.substring(0, plus)
          : argument;
    }
  }

  private Optional<Place> word(Machine m, Scene scene, long address) {
    long at = address - MemoryMap.PAGE_OFFSET;
    if (at < MemoryMap.STACK || at >= MemoryMap.OVERFLOW && at < m.map().slab()) {
      return program
          .variableAt(address)
          .filter(symbol -> ONCE.stream().noneMatch(symbol::startsWith))
          .map(symbol -> new Place(symbol, "", Optional.empty(), true));
    }
    if (at < MemoryMap.OVERFLOW) {
      return page(m, scene, address);
    }
    return at < m.map().frames() ? object(m, scene, address) : content(scene, address);
  }

  private Optional<Place> page(Machine m, Scene scene, long address) {
    long pfn = m.map().frameOfStructPage(address);
    if (m.pages().freed(pfn)) {
      return Optional.empty();
    }
    String owner = "struct page of " + scene.frames().getOrDefault(pfn, "a page");
    return Optional.of(part(owner, PAGE, address - m.map().structPage(pfn)));
  }

  private Optional<Place> object(Machine m, Scene scene, long address) {
    Allocation in = m.slab().objectAt(address).filter(Allocation::live).orElse(null);
    if (in == null || in.name().equals(NODES)) {
      return Optional.empty();
    }
    long inside = address - in.address();
    String known = scene.objects().get(in.address());
    if (known == null) {
      return Optional.of(part(in.name(), STRUCT + in.name(), inside));
    }
    return Optional.ofNullable((in.address() == scene.mm ? mm : vma).get(inside))
        .map(member -> new Place(known, "->" + member, Optional.empty(), false));
  }

  /// What a user's page holds.
  private static Optional<Place> content(Scene scene, long address) {
    long pfn = MemoryMap.frameOfAddress(address);
    long inside = address - MemoryMap.addressOfFrame(pfn);
    return Optional.ofNullable(scene.frames().get(pfn))
        .map(frame -> new Place("page " + frame, "+" + inside, Optional.empty(), false));
  }

  /// A part of an object, as C spells it if its type is known.
  private Place part(String owner, String tag, long inside) {
    Map<Long, String> starts = starts(tag);
    String name = starts.get(inside);
    return new Place(
        owner,
        name == null ? "+" + inside : "->" + name,
        Optional.ofNullable(starts.get(inside + Integer.BYTES)).map(half -> "->" + half),
        false);
  }

  private Map<Long, String> starts(String tag) {
    return members.computeIfAbsent(
        tag, t -> program.layout(t).map(MemoryReader::starts).orElse(Map.of()));
  }

  private static Map<Long, String> starts(StructLayout layout) {
    Map<Long, String> names = new HashMap<>();
    layout.fields().forEach(f -> names.putIfAbsent(f.offset(), f.name()));
    return names;
  }
}
