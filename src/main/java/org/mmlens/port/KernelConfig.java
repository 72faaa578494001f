package org.mmlens.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// A kernel configuration: the symbols that are set, with their values as a `.config` spells them.
///
/// @param values by symbol, e.g. `CONFIG_PGTABLE_LEVELS` to `4`; a symbol that is not set is absent
public record KernelConfig(SortedMap<String, String> values) {

  private static final Pattern SET = Pattern.compile("(CONFIG_[A-Za-z0-9_]+)=(.*)");
  private static final Pattern UNSET = Pattern.compile("# (CONFIG_[A-Za-z0-9_]+) is not set\\s*");
  private static final Pattern VALUE =
      Pattern.compile("[ymn]|-?[0-9]+|0[xX][0-9a-fA-F]+|\"(?:[^\"\\\\]|\\\\.)*\"");

  /// Copies the map.
  public KernelConfig {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /// What reading a `.config` gave.
  ///
  /// @param config the symbols of all lines that could be read
  /// @param diagnostics the lines that could not
  public record Reading(KernelConfig config, List<Diagnostic> diagnostics) {
    /// Copies the list.
    public Reading {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// {@return the configuration that comes with mmlens}
  public static KernelConfig standard() {
    String name = "default.config";
    return new KernelConfig(new TreeMap<>()).with(name, Resources.text(name)).config();
  }

  /// {@return this, changed line by line as a `.config` says: the last line about a symbol wins}
  ///
  /// @param path what the text was read from, for messages
  /// @param text lines `CONFIG_X=value`, `# CONFIG_X is not set`, comments
  public Reading with(String path, String text) {
    var changed = new TreeMap<>(values);
    var diagnostics = new ArrayList<Diagnostic>();
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher unset = UNSET.matcher(lines[i]);
      Matcher set = SET.matcher(lines[i]);
      if (unset.matches()) {
        changed.remove(unset.group(1));
      } else if (set.matches() && VALUE.matcher(set.group(2).strip()).matches()) {
        put(changed, set.group(1), set.group(2).strip());
      } else if (!lines[i].isBlank() && !lines[i].startsWith("#")) {
        diagnostics.add(unreadable(path, i + 1, lines[i]));
      }
    }
    return new Reading(new KernelConfig(changed), diagnostics);
  }

  private static void put(Map<String, String> changed, String symbol, String value) {
    if (value.equals("n")) {
      changed.remove(symbol);
    } else {
      changed.put(symbol, value);
    }
  }

  private static Diagnostic unreadable(String path, int line, String text) {
    return Diagnostic.error(
            "config-line",
            Position.ofLine(path, line),
            "a line of a .config expected: 'CONFIG_X=y', a number, a quoted string or"
                + " '# CONFIG_X is not set'")
        .withSourceLine(text);
  }

  /// {@return whether a symbol is `y`}
  ///
  /// @param symbol with its prefix `CONFIG_`
  public boolean on(String symbol) {
    return "y".equals(values.get(symbol));
  }

  /// {@return what a kernel build writes into `include/generated/autoconf.h` for this
  /// configuration}
  public String autoconf() {
    var header = new StringBuilder();
    values.forEach((symbol, value) -> header.append(define(symbol, value)));
    return header.toString();
  }

  private static String define(String symbol, String value) {
    return switch (value) {
      case "y" -> "#define " + symbol + " 1\n";
      case "m" -> "#define " + symbol + "_MODULE 1\n";
      default -> "#define " + symbol + " " + value + "\n";
    };
  }
}
