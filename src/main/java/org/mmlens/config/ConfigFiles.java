package org.mmlens.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Finds the configuration files and reads them.
///
/// @param variables the environment, of which `HOME` counts
/// @param schema what the files may hold
public record ConfigFiles(Map<String, String> variables, Schema schema) {

  /// The name of the file in a tree.
  public static final String IN_TREE = ".mmlens.toml";

  /// A file that is there, but cannot be read.
  public static final String UNREADABLE = "config-unreadable";

  /// A file name that leads out of the tree whose file holds it.
  public static final String OUTSIDE = "config-outside";

  private static final int MOST_BYTES = 1 << 18;

  /// Copies the map.
  public ConfigFiles {
    variables = Map.copyOf(variables);
  }

  /// {@return the file of the tree a folder is in, if it has one}
  ///
  /// As git looks for its own: in the folder, then in the one above, but not above the root of the
  /// tree, and not at all where there is no such root, so that nobody else's folder on the way up
  /// has a say.
  ///
  /// @param folder where to begin
  /// @param root whether a folder is the root of a tree
  public static Optional<Path> inTree(Path folder, Predicate<Path> root) {
    Optional<Path> nearest = Optional.empty();
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(IN_TREE);
      if (nearest.isEmpty() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        nearest = Optional.of(file);
      }
      if (root.test(at)) {
        return nearest;
      }
    }
    return Optional.empty();
  }

  /// {@return the user's own file, if there is one}
  ///
  /// @param variables the environment, of which `HOME` and `XDG_CONFIG_HOME` count
  public static Optional<Path> ofUser(Map<String, String> variables) {
    return absolute(variables, "XDG_CONFIG_HOME")
        .or(() -> absolute(variables, "HOME").map(folder -> folder.resolve(".config")))
        .map(folder -> folder.resolve("mmlens").resolve("config.toml"))
        .filter(Files::exists);
  }

  private Optional<Path> home() {
    return absolute(variables, "HOME");
  }

  /// A relative path in one of these variables does not count.
  private static Optional<Path> absolute(Map<String, String> variables, String variable) {
    try {
      return Optional.of(variables.getOrDefault(variable, ""))
          .filter(text -> !text.isEmpty())
          .map(Path::of)
          .filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// {@return what a file says, with the names of files in it made absolute}
  ///
  /// @param file the file
  /// @param layer whose it is
  public Reading read(Path file, Layer layer) {
    String name = name(file, layer);
    String text;
    try {
      text = text(file, layer);
    } catch (CharacterCodingException e) {
      return unreadable(name, "found bytes that are not UTF-8");
    } catch (IOException e) {
      return unreadable(name, "cannot be read: " + reason(e));
    }
    Reading reading = TomlFile.read(name, text, layer, schema);
    List<Setting> settings = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(reading.problems());
    for (Setting setting : reading.settings()) {
      if (setting.key().kind() instanceof Kind.File) {
        resolved(setting, file, problems).ifPresent(settings::add);
      } else {
        settings.add(setting);
      }
    }
    return new Reading(settings, reading.rows(), problems);
  }

  /// How messages call a file: as the user would, and the same on every machine.
  private String name(Path file, Layer layer) {
    return switch (layer) {
      case TREE -> IN_TREE;
      case USER ->
          home()
              .filter(file::startsWith)
              .map(home -> "~/" + home.relativize(file))
              .orElse(file.toString());
    };
  }

  private static Reading unreadable(String name, String message) {
    return new Reading(
        List.of(),
        List.of(),
        List.of(Diagnostic.error(UNREADABLE, Position.ofFile(name), message)));
  }

  /// A link in a tree could lead to what is none of the tree's business.
  private static String text(Path file, Layer layer) throws IOException {
    boolean regular =
        layer == Layer.TREE
            ? Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            : Files.isRegularFile(file);
    if (!regular) {
      throw new IOException("it is no regular file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("it is longer than %,d bytes".formatted(MOST_BYTES));
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "no permission"
        : String.valueOf(e.getMessage());
  }

  private Optional<Setting> resolved(Setting setting, Path file, List<Diagnostic> problems) {
    String word = setting.word();
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    Path path;
    try {
      Optional<Path> home = word.startsWith("~/") ? home() : Optional.empty();
      path = home.map(h -> h.resolve(word.substring(2))).orElseGet(() -> folder.resolve(word));
    } catch (InvalidPathException e) {
      problems.add(
          setting
              .place()
              .error(TomlFile.VALUE, "found '%s', expected the name of a file".formatted(word)));
      return Optional.empty();
    }
    if (setting.place().layer() == Layer.TREE) {
      path = real(path);
      if (!path.startsWith(real(folder))) {
        problems.add(
            setting
                .place()
                .ofValue()
                .error(
                    OUTSIDE,
                    "found '%s', expected a file below the folder of %s".formatted(word, IN_TREE)));
        return Optional.empty();
      }
    }
    return Optional.of(
        new Setting(setting.key(), List.of(path.normalize().toString()), setting.place()));
  }

  /// Links are followed: one of them could lead out.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.normalize();
    }
  }
}
