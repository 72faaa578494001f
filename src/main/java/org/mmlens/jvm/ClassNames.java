package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mmlens.ir.Function;

/// Chooses the class a function's method goes into: one for each C file, more where two functions
/// of one file have the same name, or where code was compiled later.
final class ClassNames {

  /// A class has room for 65534 constants (JVMS §4.1), and no function needs one for each byte.
  private static final long LIMIT = 300_000;

  private final Map<String, String> files = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Long> weights = new HashMap<>();
  private final int generation;
  private int batch;

  /// The classes of each generation are in a package of their own: those of a program that shares
  /// code with another must not hide that one's.
  ClassNames(int generation) {
    this.generation = generation;
  }

  void newBatch() {
    batch++;
  }

  ClassDesc classOf(Function function) {
    String path = function.at().path();
    String stem = files.computeIfAbsent(path, this::stem) + (batch == 0 ? "" : "_b" + batch);
    String name = stem;
    for (int i = 2; !take(name, function); i++) {
      name = stem + "_" + i;
    }
    return ClassDesc.of("c" + generation + "." + name);
  }

  private boolean take(String name, Function function) {
    long weight = weights.getOrDefault(name, 0L) + Weight.of(function);
    boolean fits = weight <= LIMIT || !weights.containsKey(name);
    if (fits && taken.add(name + ' ' + function.name())) {
      weights.put(name, weight);
      return true;
    }
    return false;
  }

  private String stem(String path) {
    StringBuilder name = new StringBuilder();
    path.chars()
        .forEach(c -> name.append(Character.isLetterOrDigit(c) && c < 128 ? (char) c : '_'));
    return name + "_" + files.size();
  }
}
