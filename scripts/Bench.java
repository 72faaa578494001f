import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs mmlens again and again and writes down how long it takes: see `scripts/bench`.
final class Bench {

  private static final String BEGIN = "<!-- scripts/bench writes from here -->\n";
  private static final String END = "<!-- to here -->\n";
  private static final List<Integer> PATCHES = List.of(1, 5, 20, 50);
  private static final List<Integer> FILES = List.of(1, 20, 200);
  private static final List<String> ERRORS =
      List.of("EINVAL", "EIO", "EPERM", "EBUSY", "ENOSPC", "EAGAIN", "E2BIG", "EROFS", "EINTR");

  private final Path root;
  private final Path java;
  private int runs;
  private final Path work;
  private final Path kernel;
  private final StringBuilder out = new StringBuilder();

  private Bench(Path root, Path java, int runs) throws IOException {
    this.root = root;
    this.java = java;
    this.runs = runs;
    this.work = Files.createTempDirectory("bench");
    this.kernel = root.resolve("fixtures/kernels/linux-source-6.12");
  }

  static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    var bench = new Bench(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
    try {
      bench.all();
    } finally {
      bench.delete();
    }
  }

  /// What some runs of one kind took.
  ///
  /// @param millis wall time of each, sorted
  /// @param processor processor time of each, of all threads, sorted
  /// @param megabytes the most memory that one of them had resident
  private record Times(List<Long> millis, List<Long> processor, long megabytes) {
    long median() {
      return millis.get(millis.size() / 2);
    }

    String row(String name) {
      return "| %s | %s | %s to %s | %s | %d MB |%n"
          .formatted(
              name,
              seconds(median()),
              seconds(millis.getFirst()),
              seconds(millis.getLast()),
              seconds(processor.get(processor.size() / 2)),
              megabytes);
    }

    private static String seconds(long millis) {
      return "%.2f s".formatted(millis / 1000.0);
    }
  }

  private void all() throws Exception {
    machine();
    start();
    if (Files.isDirectory(kernel)) {
      kernel();
    }
    write();
    runs = Math.max(1, runs - 2);
    List<Times> patches = series();
    write();
    List<Times> files = Files.isDirectory(kernel) ? files() : List.of();
    write();
    Files.writeString(root.resolve("docs/performance.svg"), plot(patches, files));
  }

  /// Puts what is known so far into the page.
  private void write() throws IOException {
    Path file = root.resolve("docs/PERFORMANCE.md");
    String page = Files.readString(file);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    Files.writeString(
        file, page.substring(0, begin) + "\n" + out + page.substring(page.indexOf(END)));
  }

  private void machine() throws Exception {
    String model =
        lines(Path.of("/proc/cpuinfo"))
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst(".*: *", ""))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    String permission =
        canDrop() ? "dropped before each run" : "not dropped, for want of permission";
    out.append(
        """
        %d processors (%s), %s, JDK %s; %d runs of each, %d of those that measure size. Processor: the time of
        all threads, which says more than wall time where others use the machine. Cold: page cache %s.

        """
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                model.strip(),
                System.getProperty("os.name"),
                Runtime.version(),
                runs,
                Math.max(1, runs - 2),
                permission));
  }

  private void head(String title, String first) {
    out.append("### ").append(title).append("\n\n| ").append(first);
    out.append(" | median | spread | processor | resident |\n|---|---|---|---|---|\n");
  }

  private void row(String name, Times times) {
    String row = times.row(name);
    System.err.print(row);
    out.append(row);
  }

  private void start() throws Exception {
    String sample = root.resolve("patches/01-unexport-vma-expand.mbox").toString();
    head("Start, and the miniature kernel", "command");
    row("`mmlens --version`", times(_ -> mmlens("--version")));
    row("the same without AOT cache", times(_ -> plain("--version")));
    row("the same, cold", cold(_ -> mmlens("--version")));
    row("`mmlens surface`, sample 1", times(_ -> mmlens("surface", sample)));
    row("the same without AOT cache", times(_ -> plain("surface", sample)));
    row(
        "`mmlens review`, sample 1, nothing kept",
        times(_ -> mmlens("review", "--no-cache", sample)));
    row("the same without AOT cache", times(_ -> plain("review", "--no-cache", sample)));
    row("the same, cold", cold(_ -> mmlens("review", "--no-cache", sample)));
    run(mmlens("review", sample));
    row("everything kept", times(_ -> mmlens("review", sample)));
    row("the same without AOT cache", times(_ -> plain("review", sample)));
    row(
        "heap of 256 MiB, nothing kept",
        times(_ -> limited("256m", "review", "--no-cache", sample)));
    out.append('\n');
  }

  private void kernel() throws Exception {
    List<String> patches = new ArrayList<>();
    for (String error : ERRORS.subList(0, Math.min(runs + 1, ERRORS.size()))) {
      patches.add(oneLine(error));
    }
    String first = patches.getFirst();
    String tree = kernel.toString();
    head("Linux 6.12, one line of `relocate_vma_down()` changed", "command");
    row(
        "`surface`, nothing kept",
        times(_ -> mmlens("surface", "--no-cache", first, "--tree", tree)));
    run(mmlens("surface", first, "--tree", tree));
    row("`surface`, index kept", times(_ -> mmlens("surface", first, "--tree", tree)));
    row(
        "`review`, nothing kept, cold",
        cold(_ -> mmlens("review", "--no-cache", first, "--tree", tree)));
    row("the same, not cold", times(_ -> mmlens("review", "--no-cache", first, "--tree", tree)));
    run(mmlens("review", first, "--tree", tree));
    row("`review`, everything kept", times(_ -> mmlens("review", first, "--tree", tree)));
    row("the same, cold", cold(_ -> mmlens("review", first, "--tree", tree)));
    row(
        "`review` of another change of the line, what is before it kept",
        times(k -> mmlens("review", patches.get(1 + k % (patches.size() - 1)), "--tree", tree)));
    row(
        "heap of 1 GiB, nothing kept",
        times(_ -> limited("1g", "review", "--no-cache", first, "--tree", tree)));
    out.append('\n');
  }

  private List<Times> series() throws Exception {
    head("Series on the miniature kernel, nothing kept", "patches");
    List<Times> found = new ArrayList<>();
    for (int patches : PATCHES) {
      String series = series(patches);
      found.add(times(_ -> limited("256m", "review", "--no-cache", series)));
      row(patches + ", heap of 256 MiB", found.getLast());
    }
    out.append('\n');
    return found;
  }

  private List<Times> files() throws Exception {
    head("Files touched: a comment in headers of Linux 6.12, nothing kept", "files");
    List<Times> found = new ArrayList<>();
    for (int files : FILES) {
      String patch = touching(files);
      found.add(
          times(_ -> limited("1g", "review", "--no-cache", patch, "--tree", kernel.toString())));
      row(files + ", heap of 1 GiB", found.getLast());
    }
    out.append('\n');
    return found;
  }

  // What is run.

  private List<String> mmlens(String... args) {
    List<String> command = new ArrayList<>(List.of(root.resolve("mmlens").toString()));
    command.addAll(List.of(args));
    return command;
  }

  /// The launcher's command, but for the AOT cache.
  private List<String> plain(String... args) {
    return limited("6g", args);
  }

  private List<String> limited(String heap, String... args) {
    try {
      Path store = root.resolve("target/launcher");
      String build = Files.readString(store.resolve("current")).strip();
      List<String> command =
          new ArrayList<>(
              List.of(
                  java.toString(),
                  "-Xmx" + heap,
                  "-XX:+UseSerialGC",
                  "-XX:-DontCompileHugeMethods",
                  "-XX:TieredStopAtLevel=1",
                  "-Xss8m",
                  "-Dmmlens.home=" + root,
                  "-Dmmlens.build=" + build,
                  "-jar",
                  store.resolve(build).resolve("mmlens.jar").toString()));
      command.addAll(List.of(args));
      return command;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Times times(IntFunction<List<String>> command) throws Exception {
    return times(command, false);
  }

  private Times cold(IntFunction<List<String>> command) throws Exception {
    return times(command, true);
  }

  private Times times(IntFunction<List<String>> command, boolean cold) throws Exception {
    List<Long> millis = new ArrayList<>();
    List<Long> processor = new ArrayList<>();
    long most = 0;
    for (int k = 0; k < runs; k++) {
      List<String> measured = command.apply(k);
      if (cold) {
        drop();
      }
      long busy = processorMillis();
      long begun = System.nanoTime();
      most = Math.max(most, run(measured));
      millis.add((System.nanoTime() - begun) / 1_000_000);
      processor.add(processorMillis() - busy);
    }
    millis.sort(Comparator.naturalOrder());
    processor.sort(Comparator.naturalOrder());
    return new Times(List.copyOf(millis), List.copyOf(processor), most / 1024);
  }

  /// {@return what all processes that were waited for have used; 0 where the system does not say}
  private static long processorMillis() {
    String line = lines(Path.of("/proc/self/stat")).findFirst().orElse("");
    String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > 14 ? 10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) : 0;
  }

  /// Runs a command; a review that finds something ends with 1, which is no failure.
  ///
  /// @return the most memory it had resident, in KiB
  private long run(List<String> command) throws Exception {
    Path errors = work.resolve("errors");
    var builder = new ProcessBuilder(command);
    builder.environment().put("MMLENS_CACHE", work.resolve("cache").toString());
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile())
            .redirectInput(new File("/dev/null"))
            .start();
    Path status = Path.of("/proc/" + process.pid() + "/status");
    long most = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      most = Math.max(most, resident(status));
    }
    if (process.exitValue() > 1) {
      throw new IllegalStateException(
          "%s ended with %d: %s".formatted(command, process.exitValue(), Files.readString(errors)));
    }
    return most;
  }

  private static long resident(Path status) {
    return lines(status)
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean canDrop() {
    return Files.isWritable(Path.of("/proc/sys/vm/drop_caches"));
  }

  private static void drop() throws Exception {
    if (canDrop()) {
      new ProcessBuilder("sync").start().waitFor();
      Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
    }
  }

  // Patches.

  /// {@return a patch that has relocate_vma_down() return another error}
  private String oneLine(String error) throws Exception {
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
  private String series(int patches) throws Exception {
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
  private String touching(int files) throws Exception {
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

  private void delete() throws IOException {
    try (Stream<Path> all = Files.walk(work)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  // The plot: time against size, both axes linear, so that linear cost is a straight line.

  private static String plot(List<Times> patches, List<Times> files) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="760" height="300" viewBox="0 0 760 300" font-family="sans-serif" font-size="12">
        <title>Cost of a review against its size</title>
        <rect width="760" height="300" fill="#fff"/>
        """);
    panel(svg, 60, "patches in a series, miniature kernel", PATCHES, patches);
    panel(svg, 440, "headers touched, Linux 6.12", FILES, files);
    return svg.append("</svg>\n").toString();
  }

  private static void panel(
      StringBuilder svg, int left, String title, List<Integer> sizes, List<Times> times) {
    if (times.isEmpty()) {
      return;
    }
    double most = times.stream().mapToLong(t -> t.millis().getLast()).max().orElseThrow() / 1000.0;
    int widest = sizes.getLast();
    svg.append("<g transform=\"translate(%d,30)\">%n".formatted(left));
    svg.append("<text x=\"0\" y=\"-10\">seconds; %s</text>%n".formatted(title));
    svg.append("<path d=\"M0 0V220H280\" fill=\"none\" stroke=\"#888\"/>\n");
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < sizes.size(); i++) {
      double x = 280.0 * sizes.get(i) / widest;
      double y = 220 - 210 * times.get(i).median() / 1000.0 / most;
      double low = 220 - 210 * times.get(i).millis().getFirst() / 1000.0 / most;
      double high = 220 - 210 * times.get(i).millis().getLast() / 1000.0 / most;
      line.append("%s%.1f %.1f".formatted(i == 0 ? "M" : "L", x, y));
      svg.append(
          "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#06c\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#06c\"/>%n"
              .formatted(x, low, high, x, y));
      svg.append(
          "<text x=\"%.1f\" y=\"236\" text-anchor=\"middle\">%d</text>%n"
              .formatted(x, sizes.get(i)));
      svg.append(
          "<text x=\"%.1f\" y=\"%.1f\">%.1f</text>%n"
              .formatted(x + 6, y - 6, times.get(i).median() / 1000.0));
    }
    svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#06c\"/>%n</g>%n".formatted(line));
  }
}
