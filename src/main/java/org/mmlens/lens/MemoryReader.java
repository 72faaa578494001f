package org.mmlens.lens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        (address, value) ->
            word(m, scene, address)
                .map(at -> new Stored.Word(at.owner, at.member, kind(names, value), at.variable))
                .ifPresent(words::add));
    words.sort(Stored.Word.ORDER);
    return new Stored(program::hasVariable, words);
  }

  private record Place(String owner, String member, boolean variable) {}

  private Optional<Place> word(Machine m, Scene scene, long address) {
    long at = address - MemoryMap.PAGE_OFFSET;
    if (at < MemoryMap.STACK || at >= MemoryMap.OVERFLOW && at < m.map().slab()) {
      return program
          .variableAt(address)
          .filter(symbol -> ONCE.stream().noneMatch(symbol::startsWith))
          .map(symbol -> new Place(symbol, "", true));
    }
    if (at < MemoryMap.STACK_END) {
      return Optional.empty();
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
    long inside = address - m.map().structPage(pfn);
    return Optional.of(new Place(owner, member("struct page", inside), false));
  }

  private Optional<Place> object(Machine m, Scene scene, long address) {
    Allocation in = m.slab().objectAt(address).filter(Allocation::live).orElse(null);
    if (in == null || in.name().equals(NODES)) {
      return Optional.empty();
    }
    long inside = address - in.address();
    String known = scene.objects().get(in.address());
    if (known == null) {
      return Optional.of(new Place(in.name(), member("struct " + in.name(), inside), false));
    }
    return Optional.ofNullable((in.address() == scene.mm ? mm : vma).get(inside))
        .map(member -> new Place(known, "->" + member, false));
  }

  /// What a user's page holds.
  private static Optional<Place> content(Scene scene, long address) {
    long pfn = MemoryMap.frameOfAddress(address);
    return Optional.ofNullable(scene.frames().get(pfn))
        .map(
            frame ->
                new Place("page " + frame, "+" + (address - MemoryMap.addressOfFrame(pfn)), false));
  }

  /// Where in an object, as C spells it if its type is known.
  private String member(String tag, long inside) {
    String name =
        members
            .computeIfAbsent(tag, t -> program.layout(t).map(MemoryReader::starts).orElse(Map.of()))
            .get(inside);
    return name == null ? "+" + inside : "->" + name;
  }

  private static Map<Long, String> starts(StructLayout layout) {
    Map<Long, String> names = new HashMap<>();
    layout.fields().forEach(f -> names.putIfAbsent(f.offset(), f.name()));
    return names;
  }

  /// What a word holds. Where things lie says nothing: of a pointer only what it points to is told,
  /// not where in it.
  private static String kind(Names names, long value) {
    return names.argument(value).replaceFirst("\\+[0-9]+$", "");
  }
}
