package org.mmlens.port;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mmlens.machine.Content;
import org.mmlens.machine.Event;
import org.mmlens.machine.Image;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;
import org.mmlens.machine.Need;
import org.mmlens.machine.Ram;

/// A machine with the members of a debugging kernel, without C: for tests of models.
final class TestKernel implements Image {

  static final long GFP_KERNEL = 0xcc0;
  static final long GFP_ZERO = 0x100;

  /// The address of a function that notes its argument in [#called].
  static final long FUNCTION = 0xffff_ffff_8100_0000L;

  private static final Map<String, Long> OFFSETS =
      Map.ofEntries(
          Map.entry("struct page._refcount", 52L),
          Map.entry("struct page._mapcount", 48L),
          Map.entry("struct page.compound_head", 8L),
          Map.entry("struct raw_spinlock.magic", 4L),
          Map.entry("struct raw_spinlock.owner_cpu", 8L),
          Map.entry("struct raw_spinlock.owner", 16L),
          Map.entry("struct raw_spinlock.dep_map", 24L),
          Map.entry("struct rw_semaphore.count", 0L),
          Map.entry("struct rw_semaphore.owner", 8L),
          Map.entry("struct rw_semaphore.wait_lock", 16L),
          Map.entry("struct rw_semaphore.wait_list", 80L),
          Map.entry("struct rw_semaphore.dep_map", 96L),
          Map.entry("struct mutex.dep_map", 40L),
          Map.entry("struct vm_area_struct.vm_mm", 16L),
          Map.entry("struct mmu_notifier_range.mm", 0L),
          Map.entry("struct mmu_notifier_range.start", 8L),
          Map.entry("struct mmu_notifier_range.end", 16L),
          Map.entry("struct percpu_counter.count", 8L),
          Map.entry("struct kmem_cache_args.align", 0L),
          Map.entry("struct kmem_cache_args.ctor", 24L));

  final List<Long> called = new ArrayList<>();
  final Machine machine = new Machine(MachineConfig.standard(), this);

  @Override
  public void load(Machine m) {}

  @Override
  public Optional<Callable> function(Machine m, long address) {
    if (address != FUNCTION) {
      return Optional.empty();
    }
    try {
      MethodHandle exact =
          MethodHandles.lookup()
              .findVirtual(
                  TestKernel.class,
                  "note",
                  MethodType.methodType(long.class, Machine.class, long.class))
              .bindTo(this);
      return Optional.of(new Callable("note", 1, exact, exact.asSpreader(long[].class, 1)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  long note(Machine m, long argument) {
    called.add(argument);
    return 0;
  }

  @Override
  public Optional<String> symbolAt(long address) {
    return Optional.empty();
  }

  @Override
  public OptionalLong offsetOf(String type, String member) {
    Long offset = OFFSETS.get(type + "." + member);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  @Override
  public OptionalLong sizeOf(String type) {
    return type.equals("struct percpu_counter") ? OptionalLong.of(40) : OptionalLong.empty();
  }

  /// {@return the address of so many zero bytes}
  long zeroed(int bytes) {
    return machine
        .slab()
        .alloc(machine.slab().cache("test-" + bytes, bytes, 8), Need.NO_FAIL, Content.ZEROED);
  }

  /// {@return the address of a C string}
  long string(String text) {
    long at = zeroed(text.length() + 1);
    for (int i = 0; i < text.length(); i++) {
      Ram.store8(machine, at + i, text.charAt(i));
    }
    return at;
  }

  /// {@return the address of 8-byte values, as variable arguments are passed}
  long words(long... values) {
    long at = zeroed(8 * values.length);
    for (int i = 0; i < values.length; i++) {
      Ram.store64(machine, at + 8L * i, values[i]);
    }
    return at;
  }

  /// {@return a spinlock that is free}
  long spinlock() {
    long lock = zeroed(64);
    SpinLock.init(machine, lock);
    return lock;
  }

  /// {@return the effects so far, as `name(arg, arg)` with hexadecimal numbers}
  List<String> effects() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < machine.effects().size(); i++) {
      List<String> args = new ArrayList<>();
      for (int a = 0; a < machine.effects().argCount(i); a++) {
        args.add(Long.toHexString(machine.effects().arg(i, a)));
      }
      all.add(machine.effects().name(i) + "(" + String.join(", ", args) + ")");
    }
    return all;
  }

  /// {@return the findings so far, as `KIND text`}
  List<String> findings() {
    return machine.events().all().stream().map(TestKernel::text).toList();
  }

  private static String text(Event event) {
    return event.kind() + " " + event.what();
  }
}
