package org.mmlens.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes programs of statements, structs, bit-fields, pointers, arrays, loops and calls without
/// undefined behaviour: every index is masked, every pointer points to a whole object, loops count
/// down, functions call only earlier ones, and no expression has two effects. Signed overflow wraps
/// (`-fwrapv`).
final class StructuredPrograms {
  private static final List<String> TYPES =
      List.of(
          "char",
          "signed char",
          "unsigned char",
          "short",
          "unsigned short",
          "int",
          "unsigned",
          "long",
          "unsigned long",
          "_Bool");
  private static final List<String> BINARY =
      List.of("+", "-", "*", "&", "|", "^", "<", "<=", ">", "==", "!=", "&&", "||");
  private static final List<String> ASSIGN = List.of("=", "+=", "-=", "*=", "&=", "|=", "^=");
  private static final int ELEMENTS = 4;

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  /// A struct and the paths to its numbers.
  private record Struct(String name, List<String> numbers) {}

  private final List<Struct> structs = new ArrayList<>();
  private final List<String> globals = new ArrayList<>();
  private int functions;
  private int labels;

  StructuredPrograms(long seed) {
    random = new Random(seed);
  }

  private int below(int n) {
    return random.nextInt(n);
  }

  private <T> T any(List<T> from) {
    return from.get(below(from.size()));
  }

  String program() {
    out.append("void out(long v);\n");
    for (int i = 0; i < 3; i++) {
      struct(i);
    }
    for (Struct s : structs) {
      String name = "g" + s.name();
      out.append("static struct %s %s[%d];\n".formatted(s.name(), name, ELEMENTS));
      s.numbers().forEach(n -> globals.add(name + "[%I]." + n));
      globals.add(name + "[%I]." + any(s.numbers()));
    }
    for (int i = 0; i < 3; i++) {
      out.append("static %s v%d[%d];\n".formatted(any(TYPES), i, ELEMENTS));
      globals.add("v" + i + "[%I]");
    }
    for (int i = 0; i < 4; i++) {
      function(i);
    }
    main();
    return out.toString();
  }

  /// Members are numbers, bit-fields, arrays, unnamed unions and earlier structs; sometimes packed.
  private void struct(int index) {
    var numbers = new ArrayList<String>();
    out.append("struct s").append(index).append(" {\n");
    int members = 3 + below(4);
    for (int i = 0; i < members; i++) {
      String name = "m" + i;
      String type = any(TYPES);
      switch (below(6)) {
        case 0, 1 -> {
          int most =
              type.equals("_Bool")
                  ? 1
                  : type.contains("long")
                      ? 64
                      : type.contains("char") ? 8 : type.contains("short") ? 16 : 32;
          out.append("\t%s %s : %d;\n".formatted(type, name, 1 + below(most)));
          numbers.add(name);
        }
        case 2 -> {
          out.append("\t%s %s[%d];\n".formatted(type, name, ELEMENTS));
          numbers.add(name + "[%I]");
        }
        case 3 -> {
          // A `_Bool` that holds neither 0 nor 1 has no defined value.
          String seen = type.equals("_Bool") ? "int" : type;
          out.append("\tunion { %s %s; unsigned char b%s[8]; };\n".formatted(seen, name, name));
          numbers.add(name);
          numbers.add("b" + name + "[%I]");
        }
        case 4 -> {
          if (structs.isEmpty()) {
            out.append("\t%s %s;\n".formatted(type, name));
            numbers.add(name);
          } else {
            Struct inner = any(structs);
            out.append("\tstruct %s %s;\n".formatted(inner.name(), name));
            inner.numbers().forEach(n -> numbers.add(name + "." + n));
          }
        }
        default -> {
          out.append("\t%s %s;\n".formatted(type, name));
          numbers.add(name);
        }
      }
    }
    out.append(below(3) == 0 ? "} __attribute__((packed));\n" : "};\n");
    structs.add(new Struct("s" + index, List.copyOf(numbers)));
  }

  /// What statements of a function may read and write.
  private final class Body {
    private final List<String> places = new ArrayList<>(globals);
    private final List<String> readOnly = new ArrayList<>();
    private String tabs = "\t";

    private void line(String text) {
      out.append(tabs).append(text).append('\n');
    }

    private String place() {
      return indexed(any(places));
    }

    private String indexed(String path) {
      String result = path;
      while (result.contains("%I")) {
        String index = below(2) == 0 ? String.valueOf(below(ELEMENTS)) : "i & 3";
        result =
            result.substring(0, result.indexOf("%I"))
                + index
                + result.substring(result.indexOf("%I") + 2);
      }
      return result;
    }

    private String leaf() {
      return switch (below(4)) {
        case 0 ->
            any(List.of("0", "1", "-1", "7u", "255", "-128L", "65536", "0x80000000", "1UL << 40"));
        case 1 -> readOnly.isEmpty() ? place() : any(readOnly);
        default -> place();
      };
    }

    private String expression(int depth) {
      if (depth == 0) {
        return leaf();
      }
      String a = "(" + expression(depth - 1) + ")";
      String b = "(" + expression(depth - 1) + ")";
      return switch (below(12)) {
        case 0 -> "(" + any(TYPES) + ")" + a;
        case 1 -> any(List.of("-", "~", "!")) + a;
        case 2 -> a + (below(2) == 0 ? " << " : " >> ") + "(" + b + " & 15)";
        case 3 -> a + (below(2) == 0 ? " / " : " % ") + "((" + b + " & 63) + 1)";
        case 4 -> a + " ? " + b + " : (" + expression(depth - 1) + ")";
        case 5 -> "({ typeof(" + a + " + 0) t = " + b + "; t + 1; })";
        case 6 -> "(" + a + ", " + b + ")";
        default -> a + " " + any(BINARY) + " " + b;
      };
    }

    private void statement(int depth) {
      switch (below(depth > 0 ? 14 : 8)) {
        case 0 -> line(place() + (below(2) == 0 ? "++;" : "--;"));
        case 1 -> line("%s %s= (%s) & 7;".formatted(place(), any(List.of("<<", ">>")), leaf()));
        case 2 -> copy();
        case 3 -> call();
        case 4 -> local();
        case 5, 6, 7 -> line("%s %s %s;".formatted(place(), any(ASSIGN), expression(2)));
        case 8 -> block("if (%s) {".formatted(expression(2)), depth, "}");
        case 9 -> {
          block("if (%s) {".formatted(expression(1)), depth, "} else {");
          block("", depth, "}");
        }
        case 10 -> {
          String n = "n" + labels++;
          block("for (int %s = %d; %s--; ) {".formatted(n, 1 + below(4), n), depth, "}");
        }
        case 11 -> choice(depth);
        case 12 -> {
          String label = "l" + labels++;
          line("if (%s) goto %s;".formatted(expression(1), label));
          block("{", depth, "}");
          line(label + ": ;");
        }
        default -> {
          String n = "n" + labels++;
          line("{ int %s = %d;".formatted(n, 2 + below(3)));
          line("do { if (%s) continue;".formatted(expression(1)));
          block("", depth, "} while (--" + n + "); }");
        }
      }
    }

    private void block(String begin, int depth, String end) {
      if (!begin.isEmpty()) {
        line(begin);
      }
      String before = tabs;
      int places = this.places.size();
      tabs += "\t";
      int count = 1 + below(3);
      for (int i = 0; i < count; i++) {
        statement(Math.max(0, depth - 1));
      }
      tabs = before;
      this.places.subList(places, this.places.size()).clear();
      line(end);
    }

    private void choice(int depth) {
      line("switch ((%s) & 7) {".formatted(expression(1)));
      int next = 0;
      while (next < 7) {
        int last = Math.min(7, next + below(3));
        line(next == last ? "case " + next + ":" : "case " + next + " ... " + last + ":");
        block("{", Math.min(depth, 1), "}");
        if (below(3) > 0) {
          line("break;");
        }
        next = last + 1 + below(2);
      }
      line("default: ;");
      line("}");
    }

    /// Whole structs: from the array, through a pointer, as a compound literal.
    private void copy() {
      Struct s = any(structs);
      String to = "gs[%I]".replace("gs", "g" + s.name());
      String from =
          below(3) == 0
              ? "(struct %s){ %s }".formatted(s.name(), leaf())
              : below(2) == 0 ? "*(&" + to + ")" : to;
      line(indexed(to) + " = " + indexed(from) + ";");
    }

    private void call() {
      if (functions == 0) {
        line("out(" + expression(1) + ");");
        return;
      }
      int f = below(functions);
      Struct s = structs.get(f % structs.size());
      line(
          indexed(
              "%s = f%d(%s, &g%s[%%I], g%s[%%I]);"
                  .formatted(place(), f, expression(1), s.name(), s.name())));
    }

    private void local() {
      String name = "x" + labels++;
      switch (below(3)) {
        case 0 -> {
          line("%s %s = %s;".formatted(any(TYPES), name, expression(2)));
          places.add(name);
        }
        case 1 -> {
          Struct s = any(structs);
          line(indexed("struct %s *%s = &g%s[%%I];".formatted(s.name(), name, s.name())));
          s.numbers().forEach(n -> places.add(name + "->" + n));
        }
        default -> {
          Struct s = any(structs);
          line(indexed("struct %s %s = g%s[%%I];".formatted(s.name(), name, s.name())));
          s.numbers().forEach(n -> places.add(name + "." + n));
        }
      }
    }
  }

  private void function(int index) {
    var body = new Body();
    Struct s = structs.get(index % structs.size());
    out.append(
        "static %s f%d(%s a, struct %s *p, struct %s q)\n{\n\tunsigned i = a;\n"
            .formatted(any(TYPES), index, any(TYPES), s.name(), s.name()));
    body.readOnly.add("a");
    body.readOnly.add("i");
    s.numbers().forEach(n -> body.places.add("p->" + n));
    s.numbers().forEach(n -> body.places.add("q." + n));
    for (int k = 0; k < 6; k++) {
      body.statement(2);
    }
    out.append("\treturn ").append(body.expression(2)).append(";\n}\n");
    functions++;
  }

  private void main() {
    var body = new Body();
    out.append("int main(void)\n{\n\tunsigned i = 0;\n");
    body.readOnly.add("i");
    for (int k = 0; k < 14; k++) {
      body.line("i = (%s) & 3;".formatted(body.leaf()));
      body.statement(3);
    }
    for (String path : globals) {
      for (int i = 0; i < ELEMENTS; i++) {
        out.append("\tout(").append(path.replace("%I", String.valueOf(i))).append(");\n");
      }
    }
    out.append("\treturn 0;\n}\n");
  }
}
