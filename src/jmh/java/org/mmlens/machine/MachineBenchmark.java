package org.mmlens.machine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What compiled C and the lens ask of a machine most often.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MachineBenchmark {

  private static final long ADDRESS = 0x7fff_fffd_e000L;
  private static final long USER = Mmu.PRESENT | Mmu.WRITABLE | Mmu.USER;
  private static final long ASID = 1;

  private final Machine machine = new Machine(MachineConfig.standard(), Image.empty());
  private long object;
  private long top;
  private Machine.Snapshot built;

  /// Makes a table of each level, a page in the last one, and a slab object; the TLB knows the
  /// page.
  @Setup
  public void build() {
    object =
        machine.slab().alloc(machine.slab().cache("bench", 64, 8), Need.NO_FAIL, Content.ZEROED);
    top = page();
    long table = top;
    for (int level = machine.config().levels(); level >= 1; level--) {
      long next = page();
      long entry = next - MemoryMap.PAGE_OFFSET | USER;
      Ram.store64(machine, table + (ADDRESS >>> 12 + 9 * (level - 1) & 511) * 8, entry);
      table = next;
    }
    machine.mmu().access(ASID, top, ADDRESS, Mmu.Access.READ);
    built = machine.snapshot();
  }

  private long page() {
    return MemoryMap.addressOfFrame(machine.pages().alloc(0, Need.NO_FAIL, Content.ZEROED));
  }

  /// {@return 8 bytes, checked}
  @Benchmark
  public long load() {
    return Ram.load64(machine, object);
  }

  /// Writes 8 bytes, checked.
  @Benchmark
  public void store() {
    Ram.store64(machine, object + 8, 1);
  }

  /// {@return what a walk over all levels finds}
  @Benchmark
  public Translation walk() {
    return machine.mmu().walk(top, ADDRESS);
  }

  /// {@return what the TLB holds}
  @Benchmark
  public Translation tlbHit() {
    return machine.mmu().access(ASID, top, ADDRESS, Mmu.Access.READ);
  }

  /// {@return a page, after which everything is as before}
  @Benchmark
  public long pageAndReset() {
    long page = page();
    machine.reset(built);
    return page;
  }
}
