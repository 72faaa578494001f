package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.mutate.Mutant;

/// The mutants that no run notices, as a list names them, each with the reason why.
final class Survivors {

  private static final Path FOLDER = Path.of("src/test/resources/review");

  private Survivors() {}

  /// {@return the reasons by mutant}
  ///
  /// In the list, an indented line is the reason for the lines directly above it; `#` begins a
  /// comment.
  ///
  /// @param list name of the file
  static Map<String, String> read(String list) throws IOException {
    Map<String, String> found = new TreeMap<>();
    List<String> open = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(list))) {
      if (line.startsWith(" ")) {
        open.forEach(mutant -> found.put(mutant, line.strip()));
        open.clear();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        open.add(line);
      }
    }
    assertEquals(List.of(), open, "lines without a reason below them");
    return found;
  }

  /// {@return mutants in their own words, numbered where a function has the same more than once}
  static Map<Mutant, String> inWords(List<Mutant> mutants) {
    Map<String, Integer> seen = new HashMap<>();
    Map<Mutant, String> names = new HashMap<>();
    for (Mutant m : mutants) {
      int nth = seen.merge(m.toString(), 1, Integer::sum);
      names.put(m, nth == 1 ? m.toString() : m + " (" + nth + ")");
    }
    return names;
  }

  /// {@return a mutant without a word of its file: function, line, operator, and digests of the
  /// lines it changes as they were and as they are}
  static String withoutText(Mutant m, byte[] file) {
    String was = new String(file, StandardCharsets.ISO_8859_1);
    String now = new String(m.in(file), StandardCharsets.ISO_8859_1);
    int from = was.lastIndexOf('\n', m.start()) + 1;
    int to = was.indexOf('\n', m.end());
    return "%s line %d %s: %s -> %s"
        .formatted(
            m.function(),
            m.line(),
            m.operator().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            digest(was.substring(from, to)),
            digest(now.substring(from, to + now.length() - was.length())));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
