package org.mmlens.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual: a page in section 1 for the program and for each of its commands, and one in section
/// 7 for each topic of its help.
///
/// @param version what the pages say they are of
/// @param topics the text of each topic, by its name
public record ManPages(String version, Map<String, String> topics) {

  private static final int SECTION_COMMANDS = 1;
  private static final int SECTION_MISCELLANEA = 7;

  /// Copies the map.
  public ManPages {
    topics = new TreeMap<>(topics);
  }

  /// {@return every page, by the name of its file, e.g. `mmlens-review.1`}
  ///
  /// @param program the whole command line
  public SequencedMap<String, String> all(CommandSpec program) {
    SequencedMap<String, String> pages = new TreeMap<>();
    addCommands(pages, program);
    topics.forEach(
        (name, text) ->
            pages.put(
                name(program) + "-" + name + "." + SECTION_MISCELLANEA,
                topic(program, name, text)));
    return pages;
  }

  private void addCommands(Map<String, String> pages, CommandSpec command) {
    pages.put(name(command) + "." + SECTION_COMMANDS, page(command));
    Plain.below(command).forEach(sub -> addCommands(pages, sub));
  }

  /// {@return the page of one command}
  ///
  /// @param command of the program, or the program
  public String page(CommandSpec command) {
    var roff = new Roff(name(command), SECTION_COMMANDS, version);
    roff.section("NAME").text(name(command) + " - " + lowerFirst(Plain.header(command)));
    roff.section("SYNOPSIS").verbatim(synopsis(command));
    description(roff, command);
    parameters(roff, command);
    options(roff, command);
    commands(roff, command);
    exitCodes(roff, command);
    seeAlso(roff, command);
    return roff.toString();
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private static String lowerFirst(String header) {
    String text = header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static List<String> synopsis(CommandSpec command) {
    return new Help(command, Help.defaultColorScheme(Ansi.OFF)).synopsis(0).lines().toList();
  }

  private static void description(Roff roff, CommandSpec command) {
    roff.section("DESCRIPTION").text(Plain.header(command));
    List<String> examples = new ArrayList<>();
    for (String line : command.usageMessage().description()) {
      String text = Plain.of(line);
      if (text.startsWith("Example: ")) {
        examples.add("    " + text.substring("Example: ".length()));
      } else {
        roff.paragraph(text);
      }
    }
    if (!examples.isEmpty()) {
      roff.section("EXAMPLES").verbatim(examples);
    }
  }

  private static void parameters(Roff roff, CommandSpec command) {
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      roff.section("ARGUMENTS").term(parameter.paramLabel(), Plain.description(parameter));
    }
  }

  private static void options(Roff roff, CommandSpec command) {
    roff.section("OPTIONS");
    for (OptionSpec option : command.options()) {
      String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
      roff.term(String.join(", ", option.names()) + value, Plain.description(option));
    }
  }

  private static void commands(Roff roff, CommandSpec command) {
    List<CommandSpec> below = Plain.below(command);
    if (!below.isEmpty()) {
      roff.section("COMMANDS");
      below.forEach(sub -> roff.term(sub.name(), Plain.header(sub)));
    }
  }

  private static void exitCodes(Roff roff, CommandSpec command) {
    Map<String, String> codes = command.usageMessage().exitCodeList();
    if (!codes.isEmpty()) {
      roff.section("EXIT STATUS");
      codes.forEach((code, meaning) -> roff.term(code.strip(), Plain.of(meaning)));
    }
  }

  private void seeAlso(Roff roff, CommandSpec command) {
    List<String> names = new ArrayList<>();
    CommandSpec root = command.root();
    if (command != root) {
      names.add(name(root) + "(" + SECTION_COMMANDS + ")");
    } else {
      Plain.below(root).forEach(sub -> names.add(name(sub) + "(" + SECTION_COMMANDS + ")"));
    }
    topics
        .keySet()
        .forEach(topic -> names.add(name(root) + "-" + topic + "(" + SECTION_MISCELLANEA + ")"));
    roff.section("SEE ALSO").text(String.join(", ", names));
  }

  private String topic(CommandSpec program, String name, String text) {
    String page = name(program) + "-" + name;
    var roff = new Roff(page, SECTION_MISCELLANEA, version);
    List<String> lines = text.lines().toList();
    String title = lines.getFirst().replaceFirst("^[a-z-]+: ", "");
    roff.section("NAME").text(page + " - " + title);
    roff.section("DESCRIPTION").verbatim(lines.subList(1, lines.size()));
    roff.section("SEE ALSO").text(name(program) + "(" + SECTION_COMMANDS + ")");
    return roff.toString();
  }
}
