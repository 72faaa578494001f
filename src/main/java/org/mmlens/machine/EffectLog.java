package org.mmlens.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mmlens.machine.MachineConfig.Trace;
import org.mmlens.machine.Stop.Cause;

/// What a run did that others can see, in order: flushes, notifications, lock operations and the
/// like, each with its arguments and the locks held at that moment.
public final class EffectLog {

  private static final int LIMIT = 1 << 18;

  /// How many names are remembered.
  private static final int MOST_NAMES = 1024;

  private final Locks locks;
  private final Trace trace;
  private final Image image;
  private String[] name = new String[256];
  private Frame[][] at;
  private int[] start = new int[257];
  private byte[] argCount = new byte[256];
  private long[] word = new long[1024];
  private int count;
  private final Map<String, Long> names = new HashMap<>();

  EffectLog(Locks locks, Trace trace, Image image) {
    this.locks = locks;
    this.trace = trace;
    this.image = image;
    this.at = new Frame[trace == Trace.ON ? 256 : 0][];
  }

  /// Notes an effect without arguments.
  ///
  /// @param effect what
  public void record(String effect) {
    open(effect, 0);
    close();
  }

  /// Notes an effect.
  ///
  /// @param effect what
  /// @param a its argument
  public void record(String effect, long a) {
    int w = open(effect, 1);
    word[w] = a;
    close();
  }

  /// Notes an effect.
  ///
  /// @param effect what
  /// @param a first argument
  /// @param b second argument
  public void record(String effect, long a, long b) {
    int w = open(effect, 2);
    word[w] = a;
    word[w + 1] = b;
    close();
  }

  /// Notes an effect.
  ///
  /// @param effect what
  /// @param args its arguments, at most 16
  public void record(String effect, long... args) {
    int w = open(effect, args.length);
    System.arraycopy(args, 0, word, w, args.length);
    close();
  }

  private int open(String effect, int args) {
    if (count == LIMIT) {
      throw new Stop(new Cause.Budget("effects"));
    }
    int w = start[count];
    if (count + 1 == name.length) {
      growEffects();
    }
    if (w + args + 2 * locks.count() > word.length) {
      word = Arrays.copyOf(word, 2 * word.length + args + 2 * locks.count());
    }
    name[count] = effect;
    argCount[count] = (byte) args;
    if (trace == Trace.ON) {
      at[count] = Backtrace.here(4, image).toArray(new Frame[0]);
    }
    return w;
  }

  private void growEffects() {
    int size = 2 * name.length;
    name = Arrays.copyOf(name, size);
    start = Arrays.copyOf(start, size + 1);
    argCount = Arrays.copyOf(argCount, size);
    if (trace == Trace.ON) {
      at = Arrays.copyOf(at, size);
    }
  }

  private void close() {
    int w = start[count] + argCount[count];
    locks.copyTo(word, w);
    start[count + 1] = w + 2 * locks.count();
    count++;
  }

  /// {@return how many effects there are}
  public int size() {
    return count;
  }

  /// {@return the name of an effect}
  ///
  /// @param effect counted from 0
  public String name(int effect) {
    return name[effect];
  }

  /// {@return how many arguments an effect has}
  ///
  /// @param effect counted from 0
  public int argCount(int effect) {
    return argCount[effect];
  }

  /// {@return an argument}
  ///
  /// @param effect counted from 0
  /// @param arg counted from 0
  public long arg(int effect, int arg) {
    return word[start[effect] + arg];
  }

  /// {@return the locks held at an effect, in the order they were taken}
  ///
  /// @param effect counted from 0
  public List<Locks.Held> locks(int effect) {
    List<Locks.Held> held = new ArrayList<>();
    for (int w = start[effect] + argCount[effect]; w < start[effect + 1]; w += 2) {
      held.add(Locks.decode(word[w], word[w + 1]));
    }
    return held;
  }

  /// {@return how many locks were held at an effect}
  ///
  /// @param effect counted from 0
  public int lockCount(int effect) {
    return (start[effect + 1] - start[effect] - argCount[effect]) / 2;
  }

  /// {@return the address of a lock held at an effect}
  ///
  /// @param effect counted from 0
  /// @param lock counted from 0
  public long lock(int effect, int lock) {
    return word[start[effect] + argCount[effect] + 2 * lock];
  }

  /// {@return the C frames of an effect, innermost first; none unless the machine traces}
  ///
  /// @param effect counted from 0
  public List<Frame> frames(int effect) {
    return trace == Trace.ON ? List.of(at[effect]) : List.of();
  }

  /// Takes in the effects from one on.
  void imprint(int first, Imprint.Builder to) {
    for (int i = first; i < count; i++) {
      to.next(name(name[i]));
      to.next(argCount[i]);
      for (int w = start[i]; w < start[i + 1]; w++) {
        to.next(word[w]);
      }
      to.next(start[i + 1] - start[i]);
    }
  }

  /// {@return a hash of a name; most are the same few again and again}
  private long name(String effect) {
    Long known = names.get(effect);
    if (known == null) {
      var hash = new Imprint.Builder();
      hash.next(effect);
      known = hash.build().one();
      if (names.size() == MOST_NAMES) {
        names.clear();
      }
      names.put(effect, known);
    }
    return known;
  }

  int save() {
    return count;
  }

  void restore(int size) {
    count = size;
  }
}
