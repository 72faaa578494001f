package org.mmlens.bot.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of the reports, as paths of URLs name them: `SERIES/` and `SERIES/FILE`.
///
/// A name that is not made of letters, digits, `.`, `_` and `-`, or begins with a dot, names
/// nothing; neither does a link.
final class ReportFiles {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}");
  private static final String INDEX = "index.html";
  private static final int LONGEST = 64 << 20;

  private final Path folder;

  ReportFiles(Path folder) {
    this.folder = folder;
  }

  /// {@return the answer for what stands behind `/reports/`; empty where there is no such file}
  Optional<Answer> answer(String path) throws IOException {
    List<String> names = List.of(path.split("/", -1));
    if (names.size() != 2 || !NAME.matcher(names.getFirst()).matches()) {
      return Optional.empty();
    }
    String name = names.getLast().isEmpty() ? INDEX : names.getLast();
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Path series = folder.resolve(names.getFirst());
    Path file = series.resolve(name);
    if (!Files.isDirectory(series, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(LONGEST);
      return Optional.of(name.equals(INDEX) ? Answer.report(bytes) : Answer.file(bytes));
    }
  }
}
