package org.mmlens.machine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.mmlens.machine.Stop.Cause;

/// One computer: everything that C run on it can read or change.
///
/// A machine is used by one thread at a time. Take a [#snapshot] once it is set up, run, look, and
/// [#reset] it: that costs what the run touched, not what the machine holds.
public final class Machine {

  /// Set to 1 by compiled C where a branch was left by the way of that number. [#reset] keeps it.
  public byte[] coverage = new byte[0];

  /// How often each model was called, by its number in the program. [#reset] keeps it.
  public long[] modelCalls = new long[0];

  /// What watched functions have returned, by symbol.
  public final Map<String, Set<Long>> returned = new TreeMap<>();

  final byte[] data;
  final byte[] shadow;
  final byte[] dirty;
  final Undo undo;

  /// Loads of up to 8 bytes at offsets below this need no further bounds check.
  final long readLimit;

  /// Stores of up to 8 bytes less than this beyond [MemoryMap#GLOBALS] need no further bounds
  /// check.
  final long writeLimit;

  long steps;
  int depth;
  long stackPointer = MemoryMap.PAGE_OFFSET + MemoryMap.STACK_END;

  private int loaded;
  private int placed;
  private final MachineConfig config;
  private final MemoryMap map;
  private final Image image;
  private final Events events;
  private final Faults faults = new Faults();
  private final Locks locks = new Locks(this);
  private final EffectLog effects;
  private final Pages pages;
  private final Slab slab;
  private final Mmu mmu;
  private final Rcu rcu = new Rcu(this);
  private Object part = this;
  private Optional<Watcher> watcher = Optional.empty();

  /// Builds a machine and loads a program into it.
  ///
  /// @param config its sizes
  /// @param image the program
  public Machine(MachineConfig config, Image image) {
    this.config = config;
    this.image = image;
    this.map = MemoryMap.of(config);
    this.data = new byte[config.ramBytes()];
    this.shadow = new byte[config.ramBytes()];
    this.undo = new Undo(data, shadow);
    this.dirty = undo.dirty;
    this.readLimit = data.length - 7L;
    this.writeLimit = data.length - 7L - MemoryMap.GLOBALS;
    this.steps = config.steps();
    this.depth = config.depth();
    this.effects = new EffectLog(locks, config.trace(), image);
    this.events = new Events(image, effects);
    this.pages = new Pages(this);
    this.slab = new Slab(this);
    this.mmu = new Mmu(this);
    Shadow.lay(shadow, map);
    image.load(this);
  }

  /// {@return how it was built}
  public MachineConfig config() {
    return config;
  }

  /// {@return where things lie}
  public MemoryMap map() {
    return map;
  }

  /// {@return the page allocator}
  public Pages pages() {
    return pages;
  }

  /// {@return the slab allocator}
  public Slab slab() {
    return slab;
  }

  /// {@return the locks}
  public Locks locks() {
    return locks;
  }

  /// {@return read-copy-update}
  public Rcu rcu() {
    return rcu;
  }

  /// {@return the page-table walker and its TLB}
  public Mmu mmu() {
    return mmu;
  }

  /// {@return what the run did, in order}
  public EffectLog effects() {
    return effects;
  }

  /// {@return what the run did wrong without ending}
  public Events events() {
    return events;
  }

  /// {@return which allocations fail}
  public Faults faults() {
    return faults;
  }

  /// Says who hears of calls from now on. [#reset] does not change it.
  ///
  /// @param by nobody if absent
  public void watch(Optional<Watcher> by) {
    watcher = by;
  }

  Optional<Watcher> watcher() {
    return watcher;
  }

  /// {@return the steps left}
  public long steps() {
    return steps;
  }

  /// Calls a function by address, as a callback does.
  ///
  /// @param function the value of a function pointer
  /// @param args the arguments, each normalised to its parameter's type
  /// @return what it returned; 0 for `void`
  public long call(long function, long... args) {
    return Cpu.call(this, function, args);
  }

  /// Runs a function to its end. The stack is empty again afterwards.
  ///
  /// @param function of the program this machine is loaded with
  /// @param args as many as it has parameters
  /// @return what it returned; 0 for `void`
  /// @throws Stop if the run ended before that
  public long run(Image.Callable function, long... args) {
    long stack = stackPointer;
    int left = depth;
    try {
      return Cpu.invoke(this, function, args);
    } catch (Stop stop) {
      throw stop.in(image);
    } catch (StackOverflowError e) {
      Stop stop = new Stop(new Cause.StackOverflow());
      stop.setStackTrace(e.getStackTrace());
      throw stop.in(image);
    } finally {
      stackPointer = stack;
      depth = left;
    }
  }

  /// Puts an object of the program into RAM, also below snapshots that were taken before: for
  /// memory that nothing has used yet.
  ///
  /// @param address of its first byte
  /// @param bytes its first bytes; the rest is zero
  /// @param length its length, at least that of `bytes`
  /// @param placement whether it may be written
  public void place(long address, byte[] bytes, int length, Placement placement) {
    int at = (int) (address - MemoryMap.PAGE_OFFSET);
    byte state =
        placement == Placement.CONSTANT && at >= MemoryMap.GLOBALS ? Shadow.CONSTANT : Shadow.CLEAN;
    undo.beneath(at, bytes, length, state);
  }

  /// Whether an object of the program may be written.
  public enum Placement {
    /// It may.
    WRITABLE,
    /// A store to it is an error.
    CONSTANT
  }

  /// {@return the program it is loaded with}
  public Image image() {
    return image;
  }

  /// {@return what the models of kernel functions keep for this machine: made when first asked for;
  /// [#reset] does not touch it, so it may hold only what follows from the program}
  ///
  /// @param <T> its type
  /// @param type what it is, the same in every call
  /// @param make makes it
  public <T> T part(Class<T> type, Function<? super Machine, ? extends T> make) {
    if (!type.isInstance(part)) {
      part = make.apply(this);
    }
    return type.cast(part);
  }

  /// {@return the version of the program that was loaded, as [#loaded(int, int)] set it}
  public int loaded() {
    return loaded;
  }

  /// {@return how many objects of the program were placed}
  public int placed() {
    return placed;
  }

  /// Notes what was loaded.
  ///
  /// @param version of the program
  /// @param objects how many are placed
  public void loaded(int version, int objects) {
    loaded = version;
    placed = objects;
  }

  /// {@return what lies at an address, for people}
  ///
  /// @param address any
  public String describe(long address) {
    long at = address - MemoryMap.PAGE_OFFSET;
    if (at < 0 || at >= data.length) {
      return "address 0x%x".formatted(address);
    }
    if (at < MemoryMap.STACK || at >= MemoryMap.OVERFLOW && at < map.slab()) {
      return image.symbolAt(address).orElse("no global");
    }
    if (at < MemoryMap.STACK_END) {
      return "the stack";
    }
    if (at < MemoryMap.OVERFLOW) {
      return "struct page of frame " + map.frameOfStructPage(address);
    }
    return at < map.frames() ? slab.describe(address) : pages.describe(address);
  }

  /// A state to go back to.
  public static final class Snapshot {
    private final int level;
    private final State state;
    private final int events;
    private final int effects;

    private Snapshot(Machine m) {
      level = m.undo.push();
      state = State.of(m);
      events = m.events.save();
      effects = m.effects.save();
    }
  }

  /// {@return the present state, to go back to any number of times}
  public Snapshot snapshot() {
    return new Snapshot(this);
  }

  /// Goes back. Snapshots taken after this one are gone. The step budget is full again; coverage
  /// stays.
  ///
  /// @param to a snapshot of this machine
  public void reset(Snapshot to) {
    undo.reset(to.level);
    to.state.restore(this);
    events.restore(to.events);
    effects.restore(to.effects);
    refill();
  }

  /// {@return the present state, to go to from any other state of this machine that has followed on
  /// the same snapshot; the effects since the snapshot are forgotten}
  ///
  /// @param since the last snapshot of this machine
  public Checkpoint checkpoint(Snapshot since) {
    effects.restore(since.effects);
    Imprint imprint = imprint(since.effects);
    return new Checkpoint(
        this, undo.keep(since.level), State.of(this), events.from(since.events), since, imprint);
  }

  /// Goes to a state, as [#reset(Snapshot)] does.
  ///
  /// @param to a checkpoint of this machine
  public void reset(Checkpoint to) {
    if (to.machine() != this) {
      throw new IllegalArgumentException("a checkpoint of another machine");
    }
    undo.reset(to.ram());
    to.state().restore(this);
    events.restore(to.since().events);
    events.addAll(to.events());
    effects.restore(to.since().effects);
    refill();
  }

  /// Hears which words of RAM have changed.
  @FunctionalInterface
  public interface Changes {
    /// Called for a word.
    ///
    /// @param address of its first byte, a multiple of 8
    /// @param before what was there, the first byte the least significant
    /// @param value what is there now
    void changed(long address, long before, long value);
  }

  /// Tells which words of RAM beside the stack are not what they were at the last snapshot, or in
  /// the state that was gone to last, whatever lies there: freed memory, too. In no order.
  ///
  /// @param to hears of each
  public void changes(Changes to) {
    undo.changes(to);
  }

  /// {@return how the present state came from the last snapshot, or from the checkpoint that the
  /// machine went to or that was made of it: RAM, allocators, locks, TLB, and the effects}
  ///
  /// Findings are not among it, nor what is left of the budget.
  ///
  /// @param effects how many effects are left out, being older
  public Imprint imprint(int effects) {
    var imprint = new Imprint.Builder();
    undo.imprint(imprint);
    State.imprint(this, imprint);
    this.effects.imprint(effects, imprint);
    return imprint.build();
  }

  /// Fills the step budget, as [#reset] does.
  public void refill() {
    steps = config.steps();
    depth = config.depth();
  }

  /// Ends the run as the kernel's `BUG()` does.
  ///
  /// @param what the text
  /// @return nothing; for `throw`
  public Stop bug(String what) {
    return new Stop(new Cause.Bug(what));
  }
}
