package org.mmlens.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mmlens.config.Key;
import org.mmlens.config.Kind;
import org.mmlens.config.Layers;
import org.mmlens.config.Place;
import org.mmlens.config.Row;
import org.mmlens.config.TomlText;
import org.mmlens.report.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What is in force, and who said so.
@Command(
    name = "config",
    header = "Prints what is in force where one stands, and where each value comes from.",
    description = {
      "",
      "Example: @|bold mmlens config --tree ~/linux|@",
      "",
      "What is printed can be kept as a configuration file: .mmlens.toml in a tree, or"
          + " ~/.config/mmlens/config.toml (see @|bold mmlens help configuration|@)."
    },
    exitCodeList = {
      "0:printed",
      "2:the command line or a configuration file is not as it must be",
      "70:a bug of mmlens"
    })
final class ConfigCommand implements Callable<Integer>, Configuration.Reader {

  private static final int WIDEST = 40;

  @Mixin private final TreeOptions tree = new TreeOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Surroundings here;
  private Layers layers = Layers.NONE;
  private Set<String> given = Set.of();

  ConfigCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public void configured(Layers found, Set<String> typed) {
    layers = found;
    Declared.in(found);
    given = typed;
  }

  @Override
  public Integer call() {
    tree.check();
    List<Line> lines = ConfigKeys.schema().keys().stream().map(this::line).toList();
    int width =
        lines.stream().mapToInt(l -> l.text().length()).filter(w -> w <= WIDEST).max().orElse(0);
    for (Line line : lines) {
      String gap = " ".repeat(Math.max(0, width - line.text().length()));
      here.out().println(line.text() + gap + "  # " + line.origin());
    }
    layers.rows(Declared.TABLE).forEach(this::row);
    here.out().flush();
    return ExitCode.CLEAN.status();
  }

  private void row(Row row) {
    here.out().println("\n[[%s]]  # %s".formatted(row.table(), origin(row.place())));
    row.cells().values().forEach(s -> here.out().println(assignment(s.key(), s.words())));
  }

  private record Line(String text, String origin) {}

  /// What has a value is set as TOML sets it, what has none is a comment.
  private Line line(Key key) {
    if (given.contains(key.name())) {
      List<String> words =
          spec.commandLine().getParseResult().matchedOption(key.name()).originalStringValues();
      return new Line(assignment(key, words), "command line");
    }
    Optional<HookOptions.Said> inGit = HookOptions.inGit(here, key.name());
    if (inGit.isPresent()) {
      return new Line(
          assignment(key, List.of(inGit.get().value())), "git's " + inGit.get().variable());
    }
    List<String> path = List.of(key.name().split("\\."));
    List<String> command = path.subList(0, path.size() - 1);
    List<String> options = ConfigKeys.schema().keys().stream().map(Key::option).distinct().toList();
    return Optional.ofNullable(layers.settings(command, options, given).get(key.option()))
        .filter(setting -> setting.key().equals(key))
        .map(setting -> new Line(assignment(key, setting.words()), origin(setting.place())))
        .orElseGet(() -> standard(key));
  }

  private static Line standard(Key key) {
    return key.standard()
        .map(value -> new Line(assignment(key, List.of(value)), "default"))
        .orElseGet(() -> new Line("# " + key.name() + " =", "not set"));
  }

  private static String origin(Place place) {
    return Printable.of(place.at().path()) + ":" + place.at().line();
  }

  private static String assignment(Key key, List<String> words) {
    List<String> values = words.stream().map(word -> value(key.kind(), word)).toList();
    String value = values.size() == 1 ? values.getFirst() : "[" + String.join(", ", values) + "]";
    return key.name() + " = " + value;
  }

  private static String value(Kind kind, String word) {
    return switch (kind) {
      case Kind.Switch _ -> word.isEmpty() ? "true" : word;
      case Kind.Whole _ -> word;
      case Kind.Word _, Kind.WordWithFile _, Kind.Text _, Kind.File _ -> TomlText.quoted(word);
      case Kind.Several(Kind each) -> value(each, word);
    };
  }
}
