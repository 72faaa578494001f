package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Signature;

/// Says in phrases what differs between two signatures.
final class SignatureDifference {

  private SignatureDifference() {}

  /// {@return the phrases; none where the types agree}
  static List<String> of(Signature before, Signature after) {
    if (before.types().equals(after.types())) {
      return List.of();
    }
    if (before instanceof Signature.Callable was && after instanceof Signature.Callable is) {
      return callable(was, is);
    }
    return List.of("'%s' became '%s'".formatted(before.types(), after.types()));
  }

  private static List<String> callable(Signature.Callable was, Signature.Callable is) {
    List<String> phrases = new ArrayList<>();
    if (!was.result().equals(is.result())) {
      phrases.add("returns '%s' instead of '%s'".formatted(is.result(), was.result()));
    }
    List<Parameter> before = was.parameters();
    List<Parameter> after = is.parameters();
    if (before.size() == after.size()) {
      retyped(before, after, phrases);
    } else {
      resized(before, after, phrases);
    }
    return phrases;
  }

  private static void retyped(List<Parameter> before, List<Parameter> after, List<String> phrases) {
    for (int i = 0; i < before.size(); i++) {
      if (!type(before.get(i)).equals(type(after.get(i)))) {
        phrases.add(
            "parameter %d is '%s' instead of '%s'".formatted(i + 1, after.get(i), before.get(i)));
      }
    }
  }

  private static String type(Parameter parameter) {
    return parameter.type().isEmpty() ? parameter.name() : parameter.type();
  }

  /// What agrees at both ends is left out; the rest was removed and added.
  private static void resized(List<Parameter> before, List<Parameter> after, List<String> phrases) {
    int start = 0;
    int shorter = Math.min(before.size(), after.size());
    while (start < shorter && type(before.get(start)).equals(type(after.get(start)))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    for (int i = start; i < before.size() - end; i++) {
      phrases.add("parameter %d '%s' removed".formatted(i + 1, before.get(i)));
    }
    for (int i = start; i < after.size() - end; i++) {
      phrases.add("parameter %d '%s' added".formatted(i + 1, after.get(i)));
    }
  }
}
