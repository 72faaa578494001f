package org.mmlens.surface;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mmlens.surface.SurfaceChange.Body;

/// Tells whether one body is another one moved or renamed.
final class Similarity {

  /// Below, a body is too common to recognise (`{ return 0 ; }`).
  private static final int TELLING_TOKENS = 12;

  /// Share of token pairs that have to agree (L. R. Dice, "Measures of the Amount of Ecologic
  /// Association Between Species", 1945).
  private static final double ALIKE = 0.75;

  private Similarity() {}

  /// {@return how the bodies relate; empty where they are different ones}
  static Optional<Body> of(Symbol before, Symbol after) {
    String was = before.main().shape().body();
    String is = after.main().shape().body();
    if (was.split(" ").length < TELLING_TOKENS) {
      return Optional.empty();
    }
    if (was.equals(is)) {
      return Optional.of(Body.SAME);
    }
    return share(was, is) >= ALIKE ? Optional.of(Body.CHANGED) : Optional.empty();
  }

  /// {@return how much of two bodies agrees, from 0 to 1}
  static double share(Symbol before, Symbol after) {
    return share(before.main().shape().body(), after.main().shape().body());
  }

  private static double share(String was, String is) {
    Map<String, Integer> pairs = pairs(was);
    Map<String, Integer> others = pairs(is);
    int common = 0;
    for (var pair : pairs.entrySet()) {
      common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
    }
    int total = sum(pairs) + sum(others);
    return total == 0 ? 0 : 2.0 * common / total;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> pairs(String body) {
    Map<String, Integer> pairs = new HashMap<>();
    String previous = "";
    for (String token : body.split(" ")) {
      pairs.merge(previous + " " + token, 1, Integer::sum);
      previous = token;
    }
    return pairs;
  }
}
