package org.mmlens.bot.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Reads a configuration.
public final class ConfigFile {

  private static final int MOST_HOURS = 24 * 365;

  private final Problems problems;
  private final Section top;

  private ConfigFile(Problems problems, Section top) {
    this.problems = problems;
    this.top = top;
  }

  /// {@return the configuration in a file}
  ///
  /// @param file TOML, UTF-8; paths in it are relative to its folder
  public static ConfigReading read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file), folder(file));
    } catch (NoSuchFileException e) {
      return refused(file, "expected a configuration, found no such file");
    } catch (CharacterCodingException e) {
      return refused(file, "expected UTF-8, found other bytes");
    } catch (IOException e) {
      return refused(file, "cannot be read: " + e.getMessage());
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static ConfigReading refused(Path file, String why) {
    return new ConfigReading.Refused(
        List.of(Diagnostic.error("config-unreadable", Position.ofFile(file.toString()), why)));
  }

  /// {@return the configuration in a text}
  ///
  /// @param name what to call it
  /// @param text TOML
  /// @param folder what paths are relative to
  public static ConfigReading parse(String name, String text, Path folder) {
    var problems = new Problems(name, text);
    TomlParseResult toml = Toml.parse(text);
    toml.errors().forEach(e -> problems.add("config-toml", e.position(), message(e)));
    if (toml.hasErrors()) {
      return new ConfigReading.Refused(problems.found());
    }
    BotConfig config = new ConfigFile(problems, Section.top(toml, folder, problems)).all();
    return problems.found().isEmpty()
        ? new ConfigReading.Usable(config)
        : new ConfigReading.Refused(problems.found());
  }

  private static String message(org.tomlj.TomlParseError error) {
    String said = String.valueOf(error.getMessage()).replaceAll("\\s+", " ");
    return "not TOML: " + said;
  }

  private BotConfig all() {
    Path folder = top.path("folder", "");
    List<ListConfig> lists = distinct("list", ConfigFile::list, ListConfig::address);
    Section limits = top.section("limits");
    var config =
        new BotConfig(
            folder,
            database(folder),
            identity(top.section("identity")),
            needed("source", distinct("source", Places::source, SourceConfig::name)),
            top.choice("start", BotConfig.Start.class, BotConfig.Start.NOW),
            sinks(folder),
            needed("tree", distinct("tree", s -> tree(s, lists), TreeConfig::name)),
            lists,
            others(),
            limits(limits),
            sizes(limits),
            web(top.section("web")));
    limits.done();
    top.done();
    return config;
  }

  private String database(Path folder) {
    String usual = "jdbc:sqlite:" + folder.resolve("bot.db");
    String url = top.optional("database").orElse(usual);
    if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
      top.wrong("database", "expected 'jdbc:sqlite:' or 'jdbc:postgresql:', found '" + url + "'");
    }
    return url;
  }

  /// Where no sink is named, what would be sent lies on this machine and nothing is sent.
  private List<SinkConfig> sinks(Path folder) {
    List<SinkConfig> named = distinct("sink", Places::sink, SinkConfig::name);
    return named.isEmpty()
        ? List.of(new SinkConfig.Outbox("outbox", folder.resolve("outbox")))
        : named;
  }

  private <T> List<T> needed(String key, List<T> found) {
    if (found.isEmpty() && top.sections(key).isEmpty()) {
      problems.missing("expected at least one [[" + key + "]], found none");
    }
    return found;
  }

  private <T> List<T> distinct(
      String key, Function<Section, Optional<T>> reader, Function<T, String> name) {
    var found = new ArrayList<T>();
    var names = new TreeSet<String>();
    for (Section section : top.sections(key)) {
      reader
          .apply(section)
          .ifPresent(
              one -> {
                section.done();
                found.add(one);
                if (!names.add(name.apply(one))) {
                  section.wrong(
                      "found a second [[%s]] called '%s', expected another name"
                          .formatted(key, name.apply(one)));
                }
              });
    }
    return found;
  }

  private static Identity identity(Section s) {
    var identity =
        new Identity(
            name(s),
            s.address("address"),
            s.optionalAddress("reply-to"),
            s.addresses("aliases"),
            s.addresses("bots"));
    s.done();
    return identity;
  }

  private static String name(Section s) {
    String name = s.optional("name").orElse("mmlens");
    if (name.isBlank() || name.length() > 60 || name.chars().anyMatch(c -> c < ' ' || c > '~')) {
      s.wrong("name", "expected up to 60 ASCII characters, found '" + name + "'");
    }
    return name;
  }

  private static Optional<ListConfig> list(Section s) {
    return Optional.of(new ListConfig(s.address("address"), policy(s)));
  }

  private Policy others() {
    Section s = top.section("others");
    Policy policy = policy(s);
    s.done();
    return policy;
  }

  private static Policy policy(Section s) {
    return new Policy(
        s.choice("policy", Policy.Audience.class, Policy.USUAL.audience()),
        s.flag("moderated", Policy.USUAL.moderated()),
        s.number("embargo-hours", Policy.USUAL.embargoHours(), 0, MOST_HOURS));
  }

  private static Optional<TreeConfig> tree(Section s, List<ListConfig> known) {
    String name = s.text("name");
    List<String> lists = s.addresses("lists");
    List<String> words = known.stream().map(ListConfig::address).toList();
    lists.stream()
        .filter(list -> !words.contains(list))
        .forEach(list -> s.unknownWord("lists", list, words));
    boolean git = s.optional("git").isPresent();
    if (git == s.optional("path").isPresent()) {
      s.wrong("expected either 'git' or 'path' in [[tree]], found " + (git ? "both" : "neither"));
      return Optional.empty();
    }
    return Optional.of(
        git
            ? new TreeConfig.Git(
                name, lists, s.path("git"), s.optional("base"), s.texts("branches"))
            : new TreeConfig.Files(name, lists, s.path("path")));
  }

  private static LimitsConfig limits(Section s) {
    return new LimitsConfig(
        s.number("quiet-minutes", 30, 0, 60 * 24 * 30),
        s.number("reviews", 1, 1, 256),
        s.number("heap-mib", 2048, 64, 1 << 20),
        Duration.ofMinutes(s.number("review-minutes", 10, 1, 60 * 24)),
        s.number("output-mib", 64, 1, 1024),
        s.number("attempts", 2, 1, 20),
        s.number("mails-per-hour", 20, 0, 10_000),
        s.number("mails-per-author", 5, 0, 10_000),
        s.number("patches", 60, 1, 2000),
        s.number("fault-runs", 1500, 0, 1_000_000));
  }

  private static SizesConfig sizes(Section s) {
    return new SizesConfig(
        s.number("mail-mib", 32, 1, 256),
        s.number("batch-mib", 64, 1, 1024),
        s.number("log-mib", 64, 1, 1 << 20));
  }

  private static OptionalInt web(Section s) {
    OptionalInt port = s.number("port", 0, 65535);
    s.done();
    return port;
  }
}
