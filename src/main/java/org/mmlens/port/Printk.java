package org.mmlens.port;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Formats the text of a printk, as far as it serves a reader.
///
/// Pointers (`%p` and all its extensions) are left as they stand in the format: their values say
/// nothing and differ between two kernels.
final class Printk {

  private static final Pattern CONVERSION =
      Pattern.compile(
          "%([-+"
              + " #0]*)(\\*|[0-9]+)?(\\.(?:\\*|[0-9]+)?)?(hh|h|ll|l|z|t|j|L)?([a-zA-Z%])([A-Za-z]*)");
  private static final int LIMIT = 1024;

  private Printk() {}

  /// {@return the text without its level}
  ///
  /// @param args the address of the arguments, 8 bytes each
  static String format(Machine m, long format, long args) {
    String text = Ram.string(m, format).replaceAll("\u0001.", "").strip();
    StringBuilder out = new StringBuilder();
    Matcher c = CONVERSION.matcher(text);
    long next = args;
    int from = 0;
    while (c.find(from) && out.length() < LIMIT) {
      out.append(text, from, c.start());
      from = c.end() - c.group(6).length();
      if (c.group(5).equals("%")) {
        out.append('%');
        continue;
      }
      next += stars(c);
      long value = Ram.loadLenient(m, next, 8);
      next += 8;
      if (c.group(5).equals("p")) {
        from = c.end();
      }
      out.append(one(m, c, value));
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int stars(Matcher c) {
    boolean width = "*".equals(c.group(2));
    boolean precision = ".*".equals(c.group(3));
    return (width ? 8 : 0) + (precision ? 8 : 0);
  }

  private static String one(Machine m, Matcher c, long value) {
    boolean wide =
        c.group(4) != null && (c.group(4).startsWith("l") || "zjtL".contains(c.group(4)));
    long unsigned = wide ? value : value & 0xffff_ffffL;
    return switch (c.group(5)) {
      case "d", "i" -> Long.toString(wide ? value : (int) value);
      case "u" -> Long.toUnsignedString(unsigned);
      case "x" -> Long.toHexString(unsigned);
      case "X" -> Long.toHexString(unsigned).toUpperCase(java.util.Locale.ROOT);
      case "o" -> Long.toOctalString(unsigned);
      case "c" -> Character.toString((char) (value & 0xff));
      case "s" -> value == 0 ? "(null)" : Ram.string(m, value);
      default -> c.group();
    };
  }
}
