package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;

/// Types in normal form: one blank between words, stars joined, `unsigned` spelt `unsigned int`.
final class TypeText {

  private TypeText() {}

  /// {@return the type these words and punctuators spell}
  static String of(List<String> parts) {
    var out = new StringBuilder();
    for (String part : integers(parts)) {
      boolean word = Character.isJavaIdentifierStart(part.charAt(0));
      boolean afterWord =
          !out.isEmpty() && Character.isJavaIdentifierPart(out.charAt(out.length() - 1));
      if (afterWord && (word || part.equals("*"))
          || word && !out.isEmpty() && ",*".indexOf(out.charAt(out.length() - 1)) >= 0) {
        out.append(' ');
      }
      out.append(part);
    }
    return out.toString();
  }

  /// The integer types have several spellings (C11 §6.7.2p2).
  private static List<String> integers(List<String> parts) {
    List<String> out = new ArrayList<>();
    boolean unsigned = parts.contains("unsigned");
    boolean signed = parts.contains("signed") || parts.contains("__signed__");
    long longs = parts.stream().filter("long"::equals).count();
    boolean shortInt = parts.contains("short");
    boolean integer = unsigned || signed || longs > 0 || shortInt;
    if (!integer || parts.contains("(") || parts.contains("double")) {
      return parts;
    }
    String base = longs > 1 ? "long long" : longs == 1 ? "long" : shortInt ? "short" : "int";
    if (parts.contains("char")) {
      base = "char";
    }
    String spelt = unsigned ? "unsigned " + base : base.equals("char") ? "signed char" : base;
    boolean done = false;
    for (String part : parts) {
      switch (part) {
        case "unsigned", "signed", "__signed__", "long", "short", "int", "char" -> {
          if (!done) {
            out.add(spelt);
          }
          done = true;
        }
        default -> out.add(part);
      }
    }
    return out;
  }
}
