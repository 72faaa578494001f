package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmlens.surface.scan.Export.Audience;

/// Macros that declare something: exports, system calls, definers.
final class KnownMacros {

  private static final Pattern SYSTEM_CALL = Pattern.compile("SYSCALL_DEFINE\\d");
  private static final Pattern COMPAT_SYSTEM_CALL = Pattern.compile("COMPAT_SYSCALL_DEFINE\\d");

  private KnownMacros() {}

  /// {@return the symbol of a function that a macro defines}
  static String functionName(String macro, String argument) {
    if (SYSTEM_CALL.matcher(macro).matches()) {
      return "sys_" + argument;
    }
    return COMPAT_SYSTEM_CALL.matcher(macro).matches() ? "compat_sys_" + argument : argument;
  }

  /// {@return the arguments of `MACRO(…)`}
  static List<Pending> arguments(Pending items) {
    List<Pending> arguments = new ArrayList<>();
    int end = items.behind(1) - 1;
    int start = 2;
    for (int i = 2; i <= end; i++) {
      if (i == end || items.is(i, ',')) {
        arguments.add(items.slice(start, i));
        start = i + 1;
      } else if (items.is(i, '(') || items.is(i, '[')) {
        i = items.behind(i) - 1;
      }
    }
    return arguments;
  }

  /// {@return the export the macro stands for, if it is one}
  static Optional<Export> export(String macro, List<Pending> arguments, Place place) {
    boolean exports = macro.startsWith("EXPORT_") && macro.contains("SYMBOL");
    if (!exports || arguments.isEmpty() || !arguments.getFirst().word(0)) {
      return Optional.empty();
    }
    String symbol = arguments.getFirst().text(0);
    String named = arguments.size() > 1 ? text(arguments.get(1)) : "";
    if (macro.startsWith("EXPORT_TRACEPOINT")) {
      symbol = "__tracepoint_" + symbol;
    }
    if (macro.contains("_FOR_MODULES")) {
      return Optional.of(new Export(symbol, Audience.NAMESPACE, "module:" + named, place));
    }
    if (macro.contains("_NS")) {
      return Optional.of(new Export(symbol, Audience.NAMESPACE, named, place));
    }
    if (macro.endsWith("_IF_KUNIT")) {
      return Optional.of(
          new Export(symbol, Audience.NAMESPACE, "EXPORTED_FOR_KUNIT_TESTING", place));
    }
    Audience audience = macro.endsWith("_GPL") ? Audience.GPL : Audience.ALL;
    return Optional.of(new Export(symbol, audience, "", place));
  }

  private static String text(Pending items) {
    var text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      text.append(items.text(i).replace("\"", ""));
    }
    return text.toString();
  }
}
