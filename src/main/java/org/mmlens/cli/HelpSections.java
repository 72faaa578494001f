package org.mmlens.cli;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Options in the help of a command, put together by what they are about: those of one mixin stand
/// under one heading.
final class HelpSections {

  private static final String OTHERS = "Options";

  private static final Map<Class<?>, String> TITLES =
      Map.of(
          SeriesOptions.class, "Which series",
          TreeOptions.class, "Which tree",
          EngineOptions.class, "What is run",
          MachineOptions.class, "What is run",
          CacheOptions.class, "What is kept",
          ReportOptions.class, "Reports",
          StoryOptions.class, "What is shown");

  private HelpSections() {}

  /// Gives a command and those below it such help.
  static void in(CommandLine command) {
    command.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpSections::options);
    command.getSubcommands().values().forEach(HelpSections::in);
  }

  private static String options(Help help) {
    SequencedMap<String, List<OptionSpec>> sections = new LinkedHashMap<>();
    List<OptionSpec> shown =
        help.commandSpec().options().stream().filter(o -> !o.hidden()).toList();
    shown.forEach(o -> sections.computeIfAbsent(title(o), _ -> new ArrayList<>()).add(o));
    List<OptionSpec> others = sections.remove(OTHERS);
    if (others != null) {
      sections.putLast(OTHERS, others);
    }
    var text = new StringBuilder();
    sections.forEach(
        (title, options) -> {
          // All of them are measured, so that the columns of the sections meet.
          Help.Layout layout =
              help.createDefaultLayout(
                  shown, help.commandSpec().positionalParameters(), help.colorScheme());
          layout.addOptions(options, help.parameterLabelRenderer());
          text.append("%n%s:%n%s".formatted(title, layout));
        });
    return text.toString();
  }

  private static String title(OptionSpec option) {
    return option.userObject() instanceof Member member
        ? TITLES.getOrDefault(member.getDeclaringClass(), OTHERS)
        : OTHERS;
  }
}
