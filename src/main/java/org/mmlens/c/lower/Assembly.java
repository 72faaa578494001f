package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;

/// `asm` statements without instructions, by which the kernel hides values from the optimiser or
/// fences it. One with instructions is a hole.
final class Assembly {
  private static final Pattern OPERAND =
      Pattern.compile("(?:\\[ \\w+ \\] )?\"([^\"]*)\" \\( (.*?) \\)(?: , (?=[\"\\[])|$)");

  private final Lowering at;

  Assembly(Lowering at) {
    this.at = at;
  }

  /// An operand: constraint and expression.
  private record Operand(String constraint, String text) {}

  void lower(String assembly, int line) {
    List<String> parts = parts(assembly.strip());
    if (!parts.getFirst().replace("\"", "").replaceAll("\\\\[nt]", "").isBlank()) {
      throw new Unlowerable("asm");
    }
    List<Operand> outputs = operands(parts.size() > 1 ? parts.get(1) : "");
    List<Operand> inputs = operands(parts.size() > 2 ? parts.get(2) : "");
    Map<Integer, String> tied = new HashMap<>();
    for (Operand in : inputs) {
      if (in.constraint().matches("\\d")) {
        tied.put(Integer.parseInt(in.constraint()), in.text());
      }
    }
    for (int i = 0; i < outputs.size(); i++) {
      Operand out = outputs.get(i);
      if (out.constraint().startsWith("+")) {
        continue;
      }
      String source = tied.get(i);
      if (source == null) {
        throw new Unlowerable("asm output");
      }
      if (!source.equals(out.text())) {
        move(out.text(), source, line);
      }
    }
  }

  /// Splits at colons outside of strings and parentheses.
  private static List<String> parts(String assembly) {
    var result = new ArrayList<String>();
    var part = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < assembly.length(); i++) {
      char c = assembly.charAt(i);
      quoted ^= c == '"' && (i == 0 || assembly.charAt(i - 1) != '\\');
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ':' && !quoted && depth == 0) {
        result.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    result.add(part.toString().strip());
    return result;
  }

  private static List<Operand> operands(String text) {
    var result = new ArrayList<Operand>();
    Matcher m = OPERAND.matcher(text);
    while (m.find()) {
      result.add(new Operand(m.group(1), m.group(2).strip()));
    }
    if (result.isEmpty() && !text.isEmpty()) {
      throw new Unlowerable("asm operands");
    }
    return result;
  }

  private void move(String to, String from, int line) {
    Value.Place target = local(to);
    Value source = at.expressions().rvalue(local(from));
    if (!(source instanceof Value.Number n) || Layouts.onlyScalar(target.type()).isEmpty()) {
      throw new Unlowerable("asm operands");
    }
    Expr e = at.arithmetic().convert(n, target.type()).expr();
    at.assignments().write(target, e, Assignments.Use.DISCARDED, line);
  }

  private Value.Place local(String name) {
    String bare = name.replaceAll("^[( ]+|[) ]+$", "");
    if (at.names().symbol(bare).orElse(null) instanceof Symbol.Local(var place)) {
      return place;
    }
    throw new Unlowerable("asm operand '" + name + "'");
  }
}
