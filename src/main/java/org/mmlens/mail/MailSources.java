package org.mmlens.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Turns what a person names into files to read: a file, a maildir, a folder of patches.
final class MailSources {

  private static final Pattern MAIL_FILE =
      Pattern.compile(".*\\.(patch|eml|mbox|mbx|diff|mbox\\.gz|mail)", Pattern.CASE_INSENSITIVE);

  private final Consumer<Diagnostic> diagnostics;
  private final List<MailSource> sources = new ArrayList<>();

  private MailSources(Consumer<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /// {@return the files behind the paths, folders in name order}
  static List<MailSource> of(List<Path> paths, Consumer<Diagnostic> diagnostics) {
    var all = new MailSources(diagnostics);
    paths.forEach(all::add);
    return List.copyOf(all.sources);
  }

  /// {@return bytes already in memory as a source}
  static MailSource ofBytes(String name, byte[] bytes) {
    return new MailSource(name, () -> new ByteArrayInputStream(bytes));
  }

  private void add(Path path) {
    if (Files.isDirectory(path)) {
      folder(path);
    } else if (!Files.exists(path)) {
      refuse("mail-missing", path, "expected a mailbox, a maildir or a patch file, found nothing");
    } else if (!Files.isReadable(path)) {
      refuse("mail-unreadable", path, "this file has no read permission for this user");
    } else {
      sources.add(new MailSource(path.toString(), () -> open(path)));
    }
  }

  private static InputStream open(Path path) throws IOException {
    return Files.newInputStream(path);
  }

  private void folder(Path folder) {
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      refuse("mail-unreadable", folder, "this folder has no read permission for this user");
      return;
    }
    var files = new ArrayList<Path>();
    try {
      if (Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"))) {
        list(folder.resolve("cur"), files, false);
        list(folder.resolve("new"), files, false);
      } else {
        list(folder, files, true);
      }
    } catch (IOException e) {
      refuse("mail-unreadable", folder, "this folder cannot be read: " + e.getMessage());
      return;
    }
    if (files.isEmpty()) {
      refuse(
          "mail-none",
          folder,
          "expected a maildir (cur/, new/) or files named *.patch, *.eml, *.mbox, *.mbox.gz or"
              + " *.diff, found none");
    }
    files.forEach(this::add);
  }

  private static void list(Path folder, List<Path> into, boolean byName) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(Files::isRegularFile)
          .filter(p -> !byName || MAIL_FILE.matcher(p.getFileName().toString()).matches())
          .sorted()
          .forEach(into::add);
    }
  }

  private void refuse(String code, Path path, String message) {
    diagnostics.accept(Diagnostic.error(code, Position.ofFile(path.toString()), message));
  }
}
