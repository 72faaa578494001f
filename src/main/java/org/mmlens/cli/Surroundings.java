package org.mmlens.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mmlens.report.Style;

/// What a command finds around it. Tests make their own.
///
/// @param in standard input
/// @param out standard output
/// @param err standard error
/// @param folder the working folder
/// @param home where mmlens is installed, if that is known
/// @param build which build of mmlens this is, if that is known
/// @param variables the environment
/// @param terminal how wide standard output is, if it is a terminal
/// @param errTerminal how wide standard error is, if it is a terminal
/// @param interruption tells whether the user wants to have it over
record Surroundings(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Path folder,
    Optional<Path> home,
    Optional<String> build,
    Map<String, String> variables,
    OptionalInt terminal,
    OptionalInt errTerminal,
    Interruption interruption) {
  /// Copies the map.
  Surroundings {
    variables = Map.copyOf(variables);
  }

  /// Both streams go to one terminal, or to none.
  Surroundings(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Path folder,
      Optional<Path> home,
      Optional<String> build,
      Map<String, String> variables,
      OptionalInt terminal,
      Interruption interruption) {
    this(in, out, err, folder, home, build, variables, terminal, terminal, interruption);
  }

  /// {@return how wide standard error is, if a line on it can be written over}
  OptionalInt overwritable() {
    return variables.getOrDefault("TERM", "").equals("dumb") ? OptionalInt.empty() : errTerminal;
  }

  /// {@return whether output may be coloured (no-color.org)}
  boolean colour() {
    return terminal.isPresent() && variables.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /// {@return how a report on standard output may look}
  Style style() {
    return new Style(
        terminal.orElse(Style.WIDEST), colour() ? Style.Colour.ALWAYS : Style.Colour.NEVER);
  }

  /// Says something about the work, not part of a report.
  void say(String line) {
    err.println(line);
    err.flush();
  }
}
