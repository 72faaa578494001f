package org.mmlens.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The hooks of a repository, as mmlens finds and leaves them.
///
/// Where git reads hooks from its configuration, they are put there, and no file is touched; any
/// number of hooks of the same name can stand side by side then. Elsewhere a hook is a file in the
/// folder that git itself names (`core.hooksPath` included), and a file that is there already is
/// left alone unless it is to be run first.
///
/// @param git in the repository
/// @param program `scripts/hook-run` of this installation
public record Installation(Git git, Path program) {

  private static final String PROBE = "mmlens-probe";

  /// What is done with a hook that is there already.
  public enum Older {
    /// Nothing: mmlens is not installed then.
    REFUSE,
    /// It is run first, then mmlens.
    CHAIN
  }

  /// {@return how things stand with a hook}
  ///
  /// @param hook which
  public Place place(Hook hook) {
    Optional<String> command = git.line("config", "--get", key(hook, "command"));
    if (command.isPresent()) {
      return new Place.InConfig(command.get());
    }
    Path file = file(hook);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Place.Free();
    }
    String text = read(file);
    if (!HookFile.ours(text)) {
      return new Place.Taken(file);
    }
    return HookFile.intact(text)
        ? new Place.InFile(file, exists(before(file)), HookFile.program(text))
        : new Place.Changed(file);
  }

  /// Installs a hook.
  ///
  /// @param hook which
  /// @param older what to do with one that is there
  /// @return how things stand now
  public Place install(Hook hook, Older older) {
    switch (place(hook)) {
      case Place.InConfig _ -> uninstall(hook);
      case Place.InFile _ -> {
        // A new file takes its place below; what is run before it stays.
        if (inConfig()) {
          uninstall(hook);
        }
      }
      case Place.Changed(var file) -> throw changed(file);
      case Place.Taken(var file) -> {
        if (!inConfig()) {
          chain(hook, file, older);
        }
      }
      case Place.Free() -> {}
    }
    if (inConfig()) {
      git.must("config", "--local", key(hook, "command"), command(hook));
      git.must("config", "--local", key(hook, "event"), hook.word());
    } else {
      write(file(hook), new HookFile(hook, program).text());
    }
    return place(hook);
  }

  private static void chain(Hook hook, Path file, Older older) {
    if (older == Older.REFUSE) {
      throw new HookException(
          "found a %s hook, %s, expected none; --chain has it run first"
              .formatted(hook.word(), file));
    }
    if (exists(before(file))) {
      throw new HookException(
          "found %s, expected no such file: that is where the present hook would go"
              .formatted(before(file)));
    }
    move(file, before(file));
  }

  /// Takes a hook away, and puts the one before it back in its place.
  ///
  /// @param hook which
  /// @return how things stand now
  public Place uninstall(Hook hook) {
    switch (place(hook)) {
      case Place.Free() -> throw new HookException("found no %s hook".formatted(hook.word()));
      case Place.Taken(var file) ->
          throw new HookException(
              "found a %s hook that is not of mmlens, %s; it stays".formatted(hook.word(), file));
      case Place.Changed(var file) -> throw changed(file);
      case Place.InConfig _ ->
          git.must("config", "--local", "--remove-section", "hook." + name(hook));
      case Place.InFile(var file, var chained, _) -> {
        delete(file);
        if (chained) {
          move(before(file), file);
        }
      }
    }
    return place(hook);
  }

  private static HookException changed(Path file) {
    return new HookException(
        "found %s, which mmlens wrote and somebody changed since; expected it as it was: edit or delete it by hand"
            .formatted(file));
  }

  /// {@return whether git takes hooks from its configuration}
  boolean inConfig() {
    Git.Answer answer =
        git.ask(
            "-c",
            "hook." + PROBE + ".event=pre-commit",
            "-c",
            "hook." + PROBE + ".command=true",
            "hook",
            "list",
            "pre-commit");
    return answer.ok() && answer.text().contains(PROBE);
  }

  private String command(Hook hook) {
    return HookFile.quoted(program.toString()) + " " + hook.word();
  }

  private static String name(Hook hook) {
    return "mmlens-" + hook.word();
  }

  private static String key(Hook hook, String variable) {
    return "hook." + name(hook) + "." + variable;
  }

  private Path file(Hook hook) {
    return git.path("--git-path", "hooks/" + hook.word());
  }

  private static Path before(Path file) {
    return file.resolveSibling(file.getFileName() + HookFile.BEFORE);
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /// A hook may be any program: a file that is no text is just not of mmlens.
  private static String read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new HookException(file + " cannot be read: " + e.getMessage());
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, text);
      Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new HookException(file + " cannot be written: " + e.getMessage());
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new HookException("%s cannot be renamed: %s".formatted(from, e.getMessage()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return where git looks for hook files, if somebody has set it}
  public List<String> hooksPath() {
    return git.line("config", "--get", "core.hooksPath").stream().toList();
  }
}
