package org.mmlens.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.mmlens.mail.PatchText;

/// A history of made-up changes to real files: edits, renames, new, deleted and mode changes.
final class KernelHistory {

  private static final List<String> FOLDERS = List.of("mm", "ipc", "lib", "include/asm-generic");
  private static final long SEED = 20240601;

  private final Git git;
  private final RandomGenerator random = new SplittableRandom(SEED);
  private final List<String> files = new ArrayList<>();
  private final List<String> commits = new ArrayList<>();
  private final String base;

  private KernelHistory(Git git, Path kernel) throws IOException {
    this.git = git;
    for (String folder : FOLDERS) {
      copy(kernel, folder);
    }
    this.base = commit("base");
  }

  static KernelHistory make(Git git, Path kernel, int commits) throws IOException {
    var history = new KernelHistory(git, kernel);
    for (int i = 1; i <= commits; i++) {
      history.change(i);
      history.commits.add(
          history.commit("change number " + i + "\n\nFrom here on all is new.\n\nZoë said so."));
    }
    return history;
  }

  private void copy(Path kernel, String folder) throws IOException {
    try (Stream<Path> all = Files.walk(kernel.resolve(folder))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        Path relative = kernel.relativize(file);
        Path to = git.folder().resolve(relative);
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        files.add(relative.toString());
      }
    }
  }

  private String commit(String message) {
    git.must("add", "-A");
    git.must("commit", "-q", "--allow-empty", "-m", message);
    return git.must("rev-parse", "HEAD");
  }

  /// One to four changes.
  private void change(int number) throws IOException {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      int which = random.nextInt(files.size());
      switch (random.nextInt(10)) {
        case 0 -> rename(which, number + "-" + i);
        case 1 -> create(number + "-" + i);
        case 2 -> {
          Files.delete(path(files.get(which)));
          files.remove(which);
        }
        case 3 -> path(files.get(which)).toFile().setExecutable(random.nextBoolean());
        case 4 -> {
          edit(files.get(which));
          rename(which, number + "-" + i);
        }
        default -> edit(files.get(which));
      }
    }
    Path last = path(files.get(random.nextInt(files.size())));
    Files.writeString(last, "/* change " + number + " */\n", StandardOpenOption.APPEND);
  }

  private Path path(String file) {
    return git.folder().resolve(file);
  }

  private void rename(int which, String tag) throws IOException {
    String to = "mm/moved é " + tag + ".c";
    Files.move(path(files.get(which)), path(to));
    files.set(which, to);
  }

  private void create(String tag) throws IOException {
    String file = "mm/new-" + tag + ".c";
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append("int line_").append(random.nextInt(1000)).append(";\n");
    }
    Files.writeString(path(file), text);
    files.add(file);
  }

  private void edit(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(path(file));
    var lines = new ArrayList<>(PatchText.split(new String(bytes, StandardCharsets.ISO_8859_1)));
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = lines.isEmpty() ? 0 : random.nextInt(lines.size());
      switch (random.nextInt(lines.isEmpty() ? 1 : 4)) {
        case 0 -> lines.add(at, "\tadded(" + random.nextInt(1000) + ");\n");
        case 1 -> lines.remove(at);
        case 2 -> lines.set(at, "From \u00c3\u00a9 " + lines.get(at));
        default -> lines.set(at, lines.get(at).replace(";", "; ;"));
      }
    }
    String text = String.join("", lines);
    String ended = random.nextInt(12) == 0 ? text.stripTrailing() : text;
    Files.write(path(file), ended.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// {@return the tree the history starts from, read from the object store}
  SourceTree base() {
    return switch (Trees.git(git.folder(), base)) {
      case Trees.Opening.Opened(var tree) -> tree;
      case Trees.Opening.Refused(var why) -> throw new AssertionError(why.render());
    };
  }

  /// {@return the id git gave the tree of a commit}
  String tree(int index) {
    return git.must("rev-parse", commits.get(index) + "^{tree}");
  }

  byte[] mails(String option) {
    Git.Result result = git.run("format-patch", "--stdout", "-n", option, base + "..HEAD");
    if (!result.ok()) {
      throw new AssertionError(result.err());
    }
    return result.out();
  }
}
