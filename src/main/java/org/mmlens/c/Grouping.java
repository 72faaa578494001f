package org.mmlens.c;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.Sources;
import org.mmlens.cache.Packer;
import org.mmlens.cache.Unpacker;

/// Decides which `.c` files can be read as one translation unit, by a look at their text.
///
/// Two files conflict if both define a name of file scope (`static` or not), a tag or a macro, or
/// if a macro of the one read first is a word in the other. A file that sets macros for the headers
/// it includes shares with nobody.
final class Grouping {
  private static final Pattern DEFINED =
      Pattern.compile(
          "^(?:(?:static|inline|const|unsigned|struct \\w+|enum \\w+|[a-z_]\\w*)[ \\t*]+)+\\**"
              + "([A-Za-z_]\\w*)\\s*(?:\\(|=|;|\\[)",
          Pattern.MULTILINE);
  private static final Pattern GENERATED =
      Pattern.compile("^(?:static )?[A-Z_][A-Z0-9_]+\\(\\s*([A-Za-z_]\\w*)", Pattern.MULTILINE);

  /// `__read_mostly` and the like, between a name and its initialiser.
  private static final Pattern ATTRIBUTE = Pattern.compile("(?<=[\\w\\]])\\s+__\\w+(?=\\s*[=;])");

  private static final Pattern TAG =
      Pattern.compile("^(?:typedef )?(?:struct|union|enum)\\s+(\\w+)\\s*\\{", Pattern.MULTILINE);
  private static final Pattern ENUMERATOR =
      Pattern.compile("^\\s+([A-Z][A-Z0-9_]+)\\s*(?:=[^,;]*)?,\\s*$", Pattern.MULTILINE);
  private static final Pattern MACRO =
      Pattern.compile("^[ \\t]*#[ \\t]*define[ \\t]+(\\w+)", Pattern.MULTILINE);
  private static final Pattern INCLUDE =
      Pattern.compile("^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([^>\"]+)[>\"]", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  /// Only prefixes messages, or is taken back by the header it is meant for.
  private static final Set<String> HARMLESS = Set.of("pr_fmt", "CREATE_TRACE_POINTS");

  /// What files define and mention, by their content.
  static final class Known {
    private final Map<ByteBuffer, Words> files = new ConcurrentHashMap<>();

    private Words of(byte[] content) {
      return files.computeIfAbsent(ByteBuffer.wrap(content), _ -> Grouping.words(content));
    }
  }

  private Grouping() {}

  /// What a file defines and mentions, as far as its text alone says so.
  private record Words(Set<String> names, Set<String> macros, Set<String> words) {}

  /// What a file defines and mentions.
  ///
  /// @param words what its text alone says
  /// @param early whether a macro is set before a header that mentions it is included
  private record File(Words words, boolean early) {

    /// {@return whether this file cannot follow `other` in one unit}
    boolean conflicts(File other) {
      return early
          || other.early
          || meet(words.names, other.words.names)
          || meet(words.macros, other.words.macros)
          || meet(other.words.macros, words.words);
    }

    private static boolean meet(Set<String> a, Set<String> b) {
      return a.size() < b.size()
          ? a.stream().anyMatch(b::contains)
          : b.stream().anyMatch(a::contains);
    }
  }

  static List<List<String>> of(
      List<String> files,
      Collection<String> alone,
      Sources sources,
      Configuration configuration,
      Known contents) {
    var groups = new ArrayList<List<String>>();
    var single = new ArrayList<List<String>>();
    Map<String, File> known = new HashMap<>();
    for (String path : files) {
      if (alone.contains(path)) {
        single.add(List.of(path));
        continue;
      }
      File file = known.computeIfAbsent(path, p -> read(p, sources, configuration, contents));
      groups.stream()
          .filter(
              g ->
                  g.stream()
                      .flatMap(m -> Optional.ofNullable(known.get(m)).stream())
                      .noneMatch(file::conflicts))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.getLast();
              })
          .add(path);
    }
    single.addAll(groups);
    return single;
  }

  static byte[] packed(List<List<String>> groups) {
    var out = new Packer();
    out.number(groups.size());
    groups.forEach(out::texts);
    return out.packed();
  }

  static List<List<String>> unpacked(byte[] bytes) {
    var in = new Unpacker(bytes);
    var groups = new ArrayList<List<String>>();
    for (int left = in.count(); left > 0; left--) {
      groups.add(in.texts());
    }
    return groups;
  }

  private static File read(
      String path, Sources sources, Configuration configuration, Known contents) {
    byte[] content = sources.read(path).orElse(new byte[0]);
    return new File(contents.of(content), early(text(content), sources, configuration));
  }

  private static Words words(byte[] content) {
    String text = text(content);
    String code = ATTRIBUTE.matcher(text).replaceAll("");
    var names = new HashSet<String>();
    all(DEFINED, code, names);
    all(TAG, code, names);
    names.removeIf(n -> n.equals(n.toUpperCase(Locale.ROOT)));
    all(ENUMERATOR, code, names);
    all(GENERATED, code, names);
    names.remove("struct");
    var macros = new HashSet<String>();
    all(MACRO, text, macros);
    macros.removeAll(HARMLESS);
    return new Words(names, macros, words(text));
  }

  /// {@return whether a macro is set before a header that mentions it is included}
  private static boolean early(String text, Sources sources, Configuration configuration) {
    int body = text.indexOf("\n{");
    String head = body < 0 ? text : text.substring(0, body);
    Matcher include = INCLUDE.matcher(head);
    while (include.find()) {
      var before = new HashSet<String>();
      all(MACRO, head.substring(0, include.start()), before);
      before.removeAll(HARMLESS);
      if (!before.isEmpty()) {
        String header = include.group(1);
        Set<String> mentioned =
            configuration.includePath().stream()
                .flatMap(folder -> sources.read(folder + "/" + header).stream())
                .findFirst()
                .map(bytes -> words(text(bytes)))
                .orElse(Set.of());
        if (before.stream().anyMatch(mentioned::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static void all(Pattern pattern, String text, Set<String> into) {
    Matcher m = pattern.matcher(text);
    while (m.find()) {
      into.add(m.group(1));
    }
  }
}
