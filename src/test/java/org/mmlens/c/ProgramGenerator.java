package org.mmlens.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes programs of random arithmetic without undefined behaviour: counts of shifts are masked,
/// divisors are positive, and nothing is changed in the expression that reads it. Signed overflow
/// wraps (`-fwrapv`).
final class ProgramGenerator {
  private static final String[] TYPES = {
    "_Bool",
    "char",
    "signed char",
    "unsigned char",
    "short",
    "unsigned short",
    "int",
    "unsigned",
    "long",
    "unsigned long",
    "long long",
    "unsigned long long"
  };
  private static final String[] CONSTANTS = {
    "0",
    "1",
    "-1",
    "2",
    "7",
    "127",
    "128",
    "255",
    "256",
    "-128",
    "32767",
    "65535",
    "65536",
    "2147483647",
    "(-2147483647 - 1)",
    "2147483648",
    "4294967295u",
    "0xffffffff",
    "0x80000000",
    "1UL",
    "-1L",
    "0x7fffffffffffffffL",
    "0x8000000000000000UL",
    "0xffffffffffffffffUL",
    "'a'",
    "'\\xff'",
    "4096ul",
    "0777",
    "12345678901L"
  };
  private static final String[] BINARY = {
    "+", "-", "*", "&", "|", "^", "<", "<=", ">", ">=", "==", "!=", "&&", "||"
  };
  private static final String[] ASSIGN = {"=", "+=", "-=", "*=", "&=", "|=", "^="};

  private final Random random;
  private final List<String> places = new ArrayList<>();

  ProgramGenerator(long seed) {
    random = new Random(seed);
  }

  private int below(int n) {
    return random.nextInt(n);
  }

  private String any(String[] from) {
    return from[below(from.length)];
  }

  String program() {
    var out = new StringBuilder("void out(long v);\nstruct s {\n");
    for (int i = 0; i < 8; i++) {
      out.append(field(i));
    }
    out.append("};\nstatic struct s g;\n");
    for (int i = 0; i < 4; i++) {
      out.append(
          "static %s f%d(%s a, %s b) { return %s; }\n"
              .formatted(any(TYPES), i, any(TYPES), any(TYPES), function()));
    }
    out.append("int main(void)\n{\n\tstruct s l = { 0 };\n");
    for (int i = 0; i < 8; i++) {
      out.append("\t%s v%d = %s;\n".formatted(any(TYPES), i, any(CONSTANTS)));
      places.add("v" + i);
      places.add("g.m" + i);
      places.add("l.m" + i);
    }
    for (int i = 0; i < 60; i++) {
      out.append(statement());
    }
    for (String place : places) {
      out.append("\tout(").append(place).append(");\n");
    }
    return out.append("\treturn 0;\n}\n").toString();
  }

  private String field(int i) {
    String type = any(TYPES);
    boolean bits = below(3) > 0 && !type.equals("_Bool");
    int width =
        type.contains("long") ? 64 : type.contains("char") ? 8 : type.contains("short") ? 16 : 32;
    return "\t%s m%d%s;\n".formatted(type, i, bits ? " : " + (1 + below(width)) : "");
  }

  private String function() {
    places.add("a");
    places.add("b");
    String body = expression(3);
    places.clear();
    return body;
  }

  private String statement() {
    return switch (below(8)) {
      case 0 -> "\tout(" + expression(4) + ");\n";
      case 1 -> "\t" + any(places()) + (random.nextBoolean() ? "++" : "--") + ";\n";
      case 2 ->
          "\t%s %s= (%s) & 15;\n"
              .formatted(any(places()), random.nextBoolean() ? "<<" : ">>", expression(2));
      case 3 ->
          "\t%s %s= (%s & 31) + 1;\n"
              .formatted(any(places()), random.nextBoolean() ? "/" : "%", expression(1));
      case 4 ->
          "\tif (%s) { %s = %s; } else out(%s);\n"
              .formatted(expression(3), any(places()), expression(2), expression(2));
      case 5 -> "\tout(" + any(places()) + " " + any(ASSIGN) + " " + expression(3) + ");\n";
      default -> "\t" + any(places()) + " " + any(ASSIGN) + " " + expression(4) + ";\n";
    };
  }

  private String[] places() {
    return places.toArray(String[]::new);
  }

  private String expression(int depth) {
    if (depth == 0) {
      return below(3) == 0 ? any(CONSTANTS) : any(places());
    }
    return switch (below(14)) {
      case 0 -> "(" + any(TYPES) + ")" + primary(depth);
      case 1 -> "-" + primary(depth);
      case 2 -> "~" + primary(depth);
      case 3 -> "!" + primary(depth);
      case 4 ->
          "(%s %s (%s & 31))"
              .formatted(expression(depth - 1), random.nextBoolean() ? "<<" : ">>", primary(depth));
      case 5 ->
          "(%s %s ((%s & 63) + 1))"
              .formatted(primary(depth), random.nextBoolean() ? "/" : "%", primary(depth));
      case 6 ->
          "(%s ? %s : %s)"
              .formatted(expression(depth - 1), expression(depth - 1), expression(depth - 1));
      case 7 ->
          places.contains("v0")
              ? "f%d(%s, %s)".formatted(below(4), expression(depth - 1), expression(depth - 1))
              : any(places());
      case 8 -> "sizeof(" + primary(depth) + " + 0)";
      case 9 -> "({ typeof(" + primary(depth) + " + 0) t = " + expression(depth - 1) + "; t; })";
      default -> "(%s %s %s)".formatted(primary(depth), any(BINARY), primary(depth));
    };
  }

  private String primary(int depth) {
    return "(" + expression(depth - 1) + ")";
  }
}
