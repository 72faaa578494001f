import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the patches that are reviewed.
///
/// @param root of the project
/// @param kernel a tree of Linux 6.12
/// @param work where they are written to
record Patches(Path root, Path kernel, Path work) {

  static final List<String> ERRORS =
      List.of("EINVAL", "EIO", "EPERM", "EBUSY", "ENOSPC", "EAGAIN", "E2BIG", "EROFS", "EINTR");

  /// {@return a patch that has relocate_vma_down() return another error}
  String oneLine(String error) throws Exception {
    List<String> before = Files.readAllLines(kernel.resolve("mm/mmap.c"));
    int function =
        IntStream.range(0, before.size())
            .filter(i -> before.get(i).startsWith("int relocate_vma_down("))
            .findFirst()
            .orElseThrow();
    int line =
        IntStream.range(function, before.size())
            .filter(i -> before.get(i).contains("return -EFAULT;"))
            .findFirst()
            .orElseThrow();
    List<String> after = new ArrayList<>(before);
    after.set(line, before.get(line).replace("EFAULT", error));
    return mail(error, 1, 1, diff("mm/mmap.c", before, after)).toString();
  }

  /// {@return a series on the miniature kernel, each patch with a statement more in
  /// shift_arg_pages()}
  String series(int patches) throws Exception {
    List<String> lines = Files.readAllLines(root.resolve("fixtures/linux/fs/exec.c"));
    Path all = work.resolve("series" + patches + ".mbox");
    Files.deleteIfExists(all);
    StringBuilder mbox = new StringBuilder();
    for (int k = 1; k <= patches; k++) {
      List<String> next = new ArrayList<>(lines);
      int at = next.indexOf("\tlru_add_drain();");
      next.add(at, "\tlength += %d - %d;".formatted(k, k));
      mbox.append("From bench Thu Jan  1 00:00:00 2026\n");
      mbox.append(Files.readString(mail("s" + k, k, patches, diff("fs/exec.c", lines, next))));
      mbox.append('\n');
      lines = next;
    }
    Files.writeString(all, mbox);
    return all.toString();
  }

  /// {@return a patch that adds a comment to the first headers of include/linux}
  String touching(int files) throws Exception {
    List<Path> headers;
    try (Stream<Path> found = Files.list(kernel.resolve("include/linux"))) {
      headers = found.filter(f -> f.toString().endsWith(".h")).sorted().limit(files).toList();
    }
    StringBuilder diffs = new StringBuilder();
    for (Path header : headers) {
      List<String> before = Files.readAllLines(header);
      List<String> after = new ArrayList<>(before);
      after.add("/* one more line */");
      diffs.append(diff(kernel.relativize(header).toString(), before, after));
    }
    return mail("touch" + files, 1, 1, diffs.toString()).toString();
  }

  private String diff(String path, List<String> before, List<String> after) throws Exception {
    Path a = Files.write(work.resolve("a"), before);
    Path b = Files.write(work.resolve("b"), after);
    Path patch = work.resolve("diff");
    new ProcessBuilder(
            "diff",
            "-u",
            "--label",
            "a/" + path,
            "--label",
            "b/" + path,
            a.toString(),
            b.toString())
        .redirectOutput(patch.toFile())
        .start()
        .waitFor();
    return Files.readString(patch);
  }

  private Path mail(String name, int number, int of, String diff) throws Exception {
    return Files.writeString(
        work.resolve(name + ".patch"),
        """
        From: Bench <bench@example.org>
        Date: Thu, 1 Jan 2026 00:%02d:00 +0000
        Message-ID: <bench.%s.%d@example.org>
        Subject: [PATCH %d/%d] mm: measure %s

        Changes a line.

        Signed-off-by: Bench <bench@example.org>
        ---
        %s--
        2.50.0
        """
            .formatted(number, name, number, number, of, name, diff));
  }
}
