package org.mmlens.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Probe;
import org.mmlens.machine.MachineConfig;

/// What the state of a machine stands on: two machines in the same state show the same if the bytes
/// mean the same on both, and if what reads them and takes the address space down is the same code.
///
/// What takes it down is told by the functions that have done so, on either side: from one state
/// the same code comes to the same functions.
final class Ground {

  /// The functions of the tree that are asked when a machine is read off.
  private static final List<String> READERS = List.of("mmlens_counter", "mmlens_tree");

  private final Executable program;
  private final Inspection inspection;
  private final MachineConfig config;
  private final Optional<Set<String>> readers;
  private final Set<String> leaving = new TreeSet<>();
  private byte[] taken = new byte[0];
  private int exits;
  private volatile boolean tornDown;
  private volatile Optional<Answer> last = Optional.empty();
  private volatile Optional<Onward> onward = Optional.empty();

  /// An answer, and what it holds for.
  ///
  /// @param other the other side
  /// @param versions of both programs
  /// @param alike the functions that are the same code, if bytes mean the same
  /// @param met how often either side had met more functions when taking down, and types
  /// @param same the answer
  private record Answer(
      Ground other,
      List<Integer> versions,
      Optional<Set<String>> alike,
      List<Integer> met,
      boolean same) {}

  /// Whether equal states end alike, and what that holds for.
  ///
  /// @param other the other side
  /// @param versions of both programs, and of what is read
  /// @param same the answer
  private record Onward(Ground other, List<Integer> versions, boolean same) {}

  Ground(Executable program, Inspection inspection, MachineConfig config) {
    this.program = program;
    this.inspection = inspection;
    this.config = config;
    this.readers = program.closure(READERS);
  }

  /// Says whether address spaces are taken down.
  void tornDown(boolean whether) {
    tornDown = whether;
  }

  /// Takes note of what taking down an address space has entered.
  ///
  /// @param coverage the branches taken, see [Probe#index]
  synchronized void left(byte[] coverage) {
    if (covers(coverage)) {
      return;
    }
    byte[] all = Arrays.copyOf(coverage, Math.max(coverage.length, taken.length));
    for (int i = 0; i < taken.length; i++) {
      all[i] |= taken[i];
    }
    taken = all;
    for (Probe p : program.entries()) {
      if (p.index() < taken.length && taken[p.index()] != 0) {
        leaving.add(p.function());
      }
    }
    exits++;
  }

  private boolean covers(byte[] coverage) {
    if (coverage.length > taken.length) {
      return false;
    }
    for (int i = Arrays.mismatch(coverage, taken); i >= 0 && i < coverage.length; ) {
      if (coverage[i] != 0 && taken[i] == 0) {
        return false;
      }
      int from = i + 1;
      int next = Arrays.mismatch(coverage, from, coverage.length, taken, from, coverage.length);
      i = next < 0 ? -1 : from + next;
    }
    return true;
  }

  private synchronized int exits() {
    return exits;
  }

  private synchronized Set<String> leaving() {
    return Set.copyOf(leaving);
  }

  /// {@return whether equal states show the same here and there}
  boolean same(Ground other) {
    List<Integer> versions = List.of(program.version(), other.program.version());
    List<Integer> met =
        List.of(exits(), other.exits(), inspection.types(), other.inspection.types());
    Optional<Answer> known = last.filter(a -> a.other() == other && a.versions().equals(versions));
    if (known.isPresent() && known.get().met().equals(met)) {
      return known.get().same();
    }
    Optional<Set<String>> alike =
        known.isPresent() ? known.get().alike() : program.alike(other.program);
    boolean same =
        endsLike(other) || readsAs(other) && alike.filter(a -> comesTo(a, other)).isPresent();
    last = Optional.of(new Answer(other, versions, alike, met, same));
    return same;
  }

  /// {@return whether equal states show the same here and there, whatever they are: all that may be
  /// called when they are read off and taken down is the same code}
  boolean endsLike(Ground other) {
    List<Integer> versions =
        List.of(
            program.version(),
            other.program.version(),
            inspection.types(),
            other.inspection.types());
    Optional<Onward> known =
        onward.filter(o -> o.other() == other && o.versions().equals(versions));
    if (known.isEmpty()) {
      List<String> called = new ArrayList<>(READERS);
      called.addAll(tornDown ? Teardown.CALLED : List.of());
      boolean same = readsAs(other) && program.goesOnLike(other.program, called);
      known = Optional.of(new Onward(other, versions, same));
      onward = known;
    }
    return known.get().same();
  }

  private boolean readsAs(Ground other) {
    return tornDown == other.tornDown
        && config.equals(other.config)
        && inspection.readsAs(other.inspection);
  }

  /// What the functions return that a series changes is noted, so that no run of them is left out.
  private boolean comesTo(Set<String> alike, Ground other) {
    return readers.isPresent()
        && Stream.of(readers.get(), leaving(), other.leaving())
            .flatMap(Set::stream)
            .allMatch(f -> alike.contains(f) && !program.watched(f));
  }
}
