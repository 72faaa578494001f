package org.mmlens.lens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.mmlens.machine.Imprint;

/// A layout as it stands in a machine: where its objects are, and what they are called.
final class Scene {

  /// Address of the `mm_struct`.
  final long mm;

  /// Address of the topmost page table.
  final long top;

  /// Address of the stack's `vm_area_struct`.
  final long stack;

  private final Map<Long, String> objects = new LinkedHashMap<>();
  private final Map<Long, String> frames = new LinkedHashMap<>();
  private final Map<String, Long> contents = new LinkedHashMap<>();
  private final Map<Long, String> swapped = new LinkedHashMap<>();
  private final List<Long> touched = new ArrayList<>();

  Scene(long mm, long top, long stack) {
    this.mm = mm;
    this.top = top;
    this.stack = stack;
    objects.put(mm, "mm");
    objects.put(stack, "stack");
  }

  void name(long address, String name) {
    objects.put(address, name);
  }

  void frame(long pfn, String name, long content) {
    frames.put(pfn, name);
    contents.put(name, content);
  }

  void swap(long entry, String name) {
    swapped.put(entry, name);
  }

  /// {@return the named swap entries}
  Map<Long, String> swapped() {
    return swapped;
  }

  void touched(long address) {
    touched.add(address);
  }

  /// {@return the named objects by address, in the order they were made}
  Map<Long, String> objects() {
    return objects;
  }

  /// {@return the named page frames by number}
  Map<Long, String> frames() {
    return frames;
  }

  /// {@return what the first 8 bytes of a named frame held}
  ///
  /// @param frame its name
  long content(String frame) {
    return contents.getOrDefault(frame, 0L);
  }

  /// {@return the user addresses that were accessed before the run}
  List<Long> touched() {
    return touched;
  }

  /// {@return where everything is: two scenes of one layout with the same imprint are the same,
  /// since the layout says what the things are called, in the order in which they were made}
  Imprint imprint() {
    var numbers = LongStream.builder();
    numbers.add(mm).add(top).add(stack);
    for (var places : List.of(objects.keySet(), frames.keySet(), swapped.keySet(), touched)) {
      numbers.add(places.size());
      places.forEach(n -> numbers.add(n));
    }
    return Imprint.of(numbers.build());
  }
}
