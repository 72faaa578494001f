package org.mmlens.review;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.IrPrinter;
import org.mmlens.ir.Register;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;

/// Code of one function as text that does not depend on what else there is in the function:
/// registers and slots are numbered as they appear, and where a jump leads to is left out.
final class Wording {

  private static final Pattern LOCAL = Pattern.compile("([%$])(\\d+)\\w*");

  private final Function function;
  private final Naming naming;
  private final Map<String, String> known = new HashMap<>();

  /// What locals are called.
  enum Naming {
    /// Numbers only: what a variable is called is all the same.
    NUMBERS,
    /// C names, and numbers for what has none: for a part of a function.
    NAMES
  }

  Wording(Function function, Naming naming) {
    this.function = function;
    this.naming = naming;
  }

  /// {@return a parameter, which has to come before all else if numbers shall agree}
  String of(Register parameter) {
    return local(true, parameter.index());
  }

  /// {@return whether an instruction only says that a name stands for something from here on: where
  /// no run is an error it is all the same to it}
  static boolean declares(Instruction i) {
    return i instanceof Instruction.Enter || i instanceof Instruction.Forget;
  }

  /// {@return an instruction}
  String of(Instruction i) {
    return plain(IrPrinter.print(i));
  }

  /// {@return how a block ends}
  String of(Terminator end) {
    return switch (end) {
      case Terminator.Jump _ -> "";
      case Terminator.Branch b -> "if " + plain(IrPrinter.print(b.condition()));
      case Terminator.Switch s -> "switch " + plain(IrPrinter.print(s.value())) + arms(s);
      case Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ ->
          plain(IrPrinter.print(end));
    };
  }

  private static String arms(Terminator.Switch s) {
    var arms = new StringBuilder();
    s.arms().forEach(a -> arms.append(' ').append(a.first()).append("..").append(a.last()));
    return arms.toString();
  }

  private String plain(String printed) {
    return LOCAL
        .matcher(printed)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    local(m.group(1).equals("%"), Integer.parseInt(m.group(2)))));
  }

  private String local(boolean register, int index) {
    if (register) {
      Register r = function.registers().get(index);
      return "%" + name("%" + index, r.name()) + ":" + r.type();
    }
    Slot s = function.slots().get(index);
    return "$" + name("$" + index, s.name()) + ":" + s.bytes() + "/" + s.align();
  }

  private String name(String number, String name) {
    return naming == Naming.NAMES && !name.isEmpty()
        ? name
        : known.computeIfAbsent(number, _ -> "" + known.size());
  }
}
