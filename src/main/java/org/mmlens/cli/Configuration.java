package org.mmlens.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.config.ConfigFiles;
import org.mmlens.config.Kind;
import org.mmlens.config.Layer;
import org.mmlens.config.Layers;
import org.mmlens.config.Reading;
import org.mmlens.config.Setting;
import org.mmlens.diag.Diagnostic;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Completes a command line by what the configuration files say.
final class Configuration {

  private final Surroundings here;

  Configuration(Surroundings here) {
    this.here = here;
  }

  /// A command that wants to know what the files say beside its options.
  interface Reader {
    /// Hears it before it is called.
    ///
    /// @param layers what the files say
    /// @param given the options that were typed, without dashes, which no file overrules
    void configured(Layers layers, Set<String> given);
  }

  /// {@return the arguments, with the options that files add}
  ///
  /// A command line that cannot be read is handed on as it is: running it says why.
  ///
  /// @param line the whole command line
  /// @param args what was typed
  List<String> complete(CommandLine line, List<String> args) {
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args.toArray(String[]::new));
    } catch (ParameterException e) {
      return args;
    }
    List<ParseResult> chain =
        parsed.asCommandLineList().stream().map(CommandLine::getParseResult).toList();
    ParseResult last = chain.getLast();
    Optional<Reader> reader = reader(chain);
    if (!isWork(last, reader)) {
      return args;
    }
    Layers layers = layers(last);
    Set<String> given = new TreeSet<>(names(last.matchedOptions()));
    reader.ifPresent(r -> r.configured(layers, given));
    List<String> words = chain.stream().skip(1).map(p -> p.commandSpec().name()).toList();
    return with(args, words, layers.settings(words, names(last.commandSpec().options()), given));
  }

  private static Optional<Reader> reader(List<ParseResult> chain) {
    return chain.reversed().stream()
        .map(command -> command.commandSpec().userObject())
        .flatMap(command -> command instanceof Reader reader ? Stream.of(reader) : Stream.of())
        .findFirst();
  }

  /// {@return whether files have a say in a command: it works on a tree, or asks for them}
  private static boolean isWork(ParseResult command, Optional<Reader> reader) {
    boolean asksForHelp = command.isUsageHelpRequested() || command.isVersionHelpRequested();
    return !asksForHelp
        && (reader.isPresent() || command.commandSpec().findOption("--tree") != null);
  }

  private Layers layers(ParseResult command) {
    Optional<Path> ofUser = ConfigFiles.ofUser(here.variables());
    Optional<Path> inTree = inTree(command);
    if (ofUser.isEmpty() && inTree.isEmpty()) {
      return Layers.NONE;
    }
    var files = new ConfigFiles(here.variables(), ConfigKeys.schema());
    Optional<Reading> user = ofUser.map(file -> files.read(file, Layer.USER));
    Optional<Reading> tree =
        inTree
            .filter(_ -> user.isEmpty() || !user.get().says("no-tree-config"))
            .map(file -> files.read(file, Layer.TREE));
    List<Reading> readings = Stream.of(tree, user).flatMap(Optional::stream).toList();
    List<Diagnostic> problems = readings.stream().flatMap(r -> r.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw Refusal.of(ExitCode.USAGE, problems);
    }
    return new Layers(readings);
  }

  /// The tree's own file lies in the folder that is named, else in the checkout one stands in.
  private Optional<Path> inTree(ParseResult command) {
    if (command.hasMatchedOption("--no-tree-config")) {
      return Optional.empty();
    }
    if (command.hasMatchedOption("--tree")) {
      Path tree = value(command, "--tree");
      return Files.isDirectory(tree)
          ? ConfigFiles.inTree(tree, tree.toAbsolutePath().normalize()::equals)
          : Optional.empty();
    }
    Path start = command.hasMatchedOption("--git") ? value(command, "--git") : here.folder();
    return ConfigFiles.inTree(start, Configuration::isRoot);
  }

  private static Path value(ParseResult command, String option) {
    try {
      return Path.of(command.matchedOption(option).originalStringValues().getFirst());
    } catch (InvalidPathException e) {
      throw new IllegalStateException("the converter of " + option + " takes paths only", e);
    }
  }

  private static boolean isRoot(Path folder) {
    return Files.exists(folder.resolve(".git")) || KernelTree.isWhole(folder);
  }

  private static List<String> names(List<OptionSpec> options) {
    return options.stream().map(o -> o.longestName().replaceFirst("^-+", "")).toList();
  }

  /// Options of the file go right behind the words of the command.
  private static List<String> with(
      List<String> args, List<String> words, Map<String, Setting> options) {
    int place = 0;
    for (String word : words) {
      place += args.subList(place, args.size()).indexOf(word) + 1;
    }
    List<String> added = new ArrayList<>();
    options.forEach((name, setting) -> added.addAll(arguments(name, setting)));
    List<String> all = new ArrayList<>(args);
    all.addAll(place, added);
    return all;
  }

  private static List<String> arguments(String option, Setting setting) {
    return switch (setting.key().kind()) {
      case Kind.Switch _ -> setting.word().equals("true") ? List.of("--" + option) : List.of();
      case Kind.Whole _,
          Kind.Word _,
          Kind.WordWithFile _,
          Kind.Text _,
          Kind.File _,
          Kind.Several _ ->
          setting.words().stream().map(word -> "--" + option + "=" + word).toList();
    };
  }
}
