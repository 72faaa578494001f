package org.mmlens.lens;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mmlens.ir.StructLayout;
import org.mmlens.jvm.Executable;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

/// Looks at a machine after a run: at all that [Readout] reads, and at what only the tree's own
/// code can say.
final class Inspection {

  /// How many RSS counters an address space has.
  static final int RSS_MEMBERS = 4;

  private static final int MOST_RANGES = 128;

  /// How the text of a BUG begins.
  private static final String BUG = new Stop.Cause.Bug("").toString();

  private final Executable program;
  private final Members mm;
  private final Members vma;
  private final List<Members.Leaf> mmLeaves;
  private final List<Members.Leaf> vmaLeaves;
  private final List<String> mmNames;
  private final List<String> vmaNames;
  private final List<String> rssNames;
  private final MemoryReader memory;
  private final Image.Callable counter;
  private final Image.Callable tree;

  Inspection(Executable program) {
    this.program = program;
    this.mm = new Members(layout("struct mm_struct"));
    this.vma = new Members(layout("struct vm_area_struct"));
    this.mmLeaves = sorted(mm.leaves(program::layout));
    this.vmaLeaves = sorted(vma.leaves(program::layout));
    this.mmNames = mmLeaves.stream().map(l -> "mm->" + l.name()).toList();
    this.vmaNames = vmaLeaves.stream().map(Members.Leaf::name).toList();
    this.rssNames = IntStream.range(0, RSS_MEMBERS).mapToObj(i -> "rss[" + i + "]").toList();
    this.memory = new MemoryReader(program, mm, vma);
    this.counter = program.callable("mmlens_counter");
    this.tree = program.callable("mmlens_tree");
  }

  private StructLayout layout(String tag) {
    return program
        .layout(tag)
        .orElseThrow(() -> new LensException("the tree has no complete type " + tag));
  }

  private static List<Members.Leaf> sorted(List<Members.Leaf> leaves) {
    return leaves.stream().sorted(Comparator.comparing(Members.Leaf::name)).toList();
  }

  /// {@return the members of `struct mm_struct`}
  Members mm() {
    return mm;
  }

  /// {@return the members of `struct vm_area_struct`}
  Members vma() {
    return vma;
  }

  /// {@return whether the members that are read lie in the same places}
  boolean readsAs(Inspection other) {
    return mm.layout().equals(other.mm.layout())
        && vma.layout().equals(other.vma.layout())
        && mmLeaves.equals(other.mmLeaves)
        && vmaLeaves.equals(other.vmaLeaves)
        && memory.readsAs(other.memory);
  }

  /// Meets the types of all objects that a machine may hold.
  ///
  /// @param m a machine that was booted
  void meet(Machine m) {
    memory.meet(m.slab().names());
  }

  /// {@return a number that changes whenever it may read otherwise than another side}
  int types() {
    return memory.types();
  }

  /// {@return what things are called in a machine}
  Names names(Machine m, Scene scene) {
    return new Names(program, m, scene, mm, vma);
  }

  /// {@return what a run has left}
  ///
  /// @param bench where it ran
  /// @param s what was run
  /// @param scene its layout
  /// @param mark what the machine had before the run
  /// @param end how the run ended; if the entry function did not return, only this is told
  Readout of(Bench bench, Scenario s, Scene scene, Readout.Mark mark, Outcome.Ending end) {
    Machine m = bench.machine();
    Readout readout = new Readout(m, scene, names(m, scene));
    switch (end) {
      case Outcome.Ending.Returned(long value, _) ->
          readout.add(Observable.RESULT, new Facts.End("returned", value));
      case Outcome.Ending.Stopped(String kind, String message, var frames) -> {
        readout.add(Observable.RESULT, new Facts.End(kind, 0));
        if (message.startsWith(BUG) && !frames.isEmpty()) {
          readout.complains(message.substring(BUG.length()), frames.getFirst());
        }
        return readout;
      }
      case Outcome.Ending.Undecided _ -> {
        return readout;
      }
    }
    readout.log(mark);
    readout.locks();
    readout.objects(mark);
    readout.add(Observable.ACCOUNTING, memory.read(m, scene, names(m, scene)));
    readout.vmas(vma);
    counters(m, scene, readout);
    readout.tables(s, bench.untouched().pageSerial());
    tree(bench, scene, readout);
    return readout;
  }

  private void counters(Machine m, Scene scene, Readout readout) {
    readout.add(Observable.ACCOUNTING, numbers(m, scene.mm, mmLeaves, mmNames));
    scene
        .objects()
        .forEach(
            (address, name) -> {
              if (address != scene.mm
                  && m.slab().objectAt(address).filter(Allocation::live).isPresent()) {
                readout.add(Observable.ACCOUNTING, numbers(m, address, vmaLeaves, vmaNames));
              }
            });
    m.faults().plan(FaultPlan.NONE);
    long[] rss = new long[RSS_MEMBERS];
    for (int i = 0; i < RSS_MEMBERS; i++) {
      rss[i] = program.call(m, counter, scene.mm, i);
    }
    readout.add(Observable.ACCOUNTING, new Numbers(rssNames, rss));
  }

  private static Numbers numbers(
      Machine m, long object, List<Members.Leaf> leaves, List<String> names) {
    long[] values = new long[leaves.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = comparable(leaves.get(i), leaves.get(i).read(m, object));
    }
    return new Numbers(names, values);
  }

  /// An integer as wide as a pointer that holds a kernel address, e.g. the owner of a semaphore:
  /// where things lie says nothing, so that only remains that it is one.
  private static long comparable(Members.Leaf leaf, long value) {
    boolean address =
        leaf.field().bytes() == 8
            && Long.compareUnsigned(value, MemoryMap.PAGE_OFFSET) >= 0
            && Long.compareUnsigned(value, MemoryMap.MISSING) < 0;
    return address ? MemoryMap.PAGE_OFFSET : value;
  }

  /// Asks the tree's own iterator what the maple tree holds; a tree that cannot be walked says so.
  private void tree(Bench bench, Scene scene, Readout readout) {
    Machine m = bench.machine();
    try {
      long count = program.call(m, tree, scene.mm, bench.buffer(), MOST_RANGES);
      long[] ranges = new long[(int) Math.min(count, MOST_RANGES) * 3];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = Ram.peek(m, bench.buffer() + 8L * i, 8);
      }
      readout.tree(ranges);
    } catch (Stop stop) {
      readout.add(
          Observable.VMAS, new Facts.NoteFact("TREE", "cannot be walked: " + Endings.kind(stop)));
    }
  }
}
