package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the functions that may call themselves, directly or through others.
///
/// Those that reach no cycle are taken away one after the other, then those that no cycle reaches.
/// What stays lies on a cycle, or on a way from one cycle to another.
final class Recursion {

  private Recursion() {}

  /// {@return the functions that stay}
  ///
  /// @param calls for each function those it calls
  static Set<String> of(Map<String, Set<String>> calls) {
    Set<String> rest = withoutLeaves(calls);
    return withoutLeaves(reversed(calls, rest));
  }

  private static Map<String, Set<String>> reversed(
      Map<String, Set<String>> calls, Set<String> only) {
    Map<String, Set<String>> back = new HashMap<>();
    only.forEach(f -> back.put(f, new HashSet<>()));
    for (String caller : only) {
      for (String callee : calls.getOrDefault(caller, Set.of())) {
        back.computeIfPresent(
            callee,
            (_, callers) -> {
              callers.add(caller);
              return callers;
            });
      }
    }
    return back;
  }

  private static Set<String> withoutLeaves(Map<String, Set<String>> calls) {
    Map<String, Integer> outgoing = new HashMap<>();
    Map<String, List<String>> callers = new HashMap<>();
    calls.forEach(
        (caller, callees) -> {
          int known = 0;
          for (String callee : callees) {
            if (calls.containsKey(callee)) {
              known++;
              callers.computeIfAbsent(callee, _ -> new ArrayList<>()).add(caller);
            }
          }
          outgoing.put(caller, known);
        });
    ArrayDeque<String> leaves = new ArrayDeque<>();
    outgoing.forEach((f, n) -> addIf(leaves, f, n));
    Set<String> rest = new HashSet<>(calls.keySet());
    for (String leaf = leaves.poll(); leaf != null; leaf = leaves.poll()) {
      rest.remove(leaf);
      for (String caller : callers.getOrDefault(leaf, List.of())) {
        addIf(leaves, caller, outgoing.merge(caller, -1, Integer::sum));
      }
    }
    return rest;
  }

  private static void addIf(ArrayDeque<String> leaves, String function, int outgoing) {
    if (outgoing == 0) {
      leaves.add(function);
    }
  }
}
