import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Runs mmlens again and again and writes down how long it takes: see `scripts/bench`.
final class Bench {

  private static final String BEGIN = "<!-- scripts/bench writes from here -->\n";
  private static final String END = "<!-- to here -->\n";
  private static final List<Integer> PATCHES = List.of(1, 5, 20, 50);
  private static final List<Integer> FILES = List.of(1, 20, 200);

  private final Path root;
  private final Path work;
  private final Path kernel;
  private final Patches made;
  private final int runs;
  private final int fewer;
  private Commands commands;
  private final StringBuilder out = new StringBuilder();

  private Bench(Path root, Path java, int runs) throws IOException {
    this.root = root;
    this.runs = runs;
    this.fewer = Math.max(1, runs - 2);
    this.work = Files.createTempDirectory("bench");
    this.kernel = root.resolve("fixtures/kernels/linux-source-6.12");
    this.made = new Patches(root, kernel, work);
    this.commands = new Commands(root, java, work, runs);
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

  private void all() throws Exception {
    machine();
    start();
    if (Files.isDirectory(kernel)) {
      kernel();
    }
    write();
    commands = commands.withRuns(fewer);
    List<Times> patches = series();
    write();
    List<Times> files = Files.isDirectory(kernel) ? files() : List.of();
    write();
    Files.writeString(
        root.resolve("docs/performance.svg"), Plot.of(PATCHES, patches, FILES, files));
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
        Commands.lines(Path.of("/proc/cpuinfo"))
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.replaceFirst(".*: *", ""))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    String permission =
        Commands.canDrop() ? "dropped before each run" : "not dropped, for want of permission";
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
    row("`mmlens --version`", commands.times(_ -> commands.mmlens("--version")));
    row("the same without AOT cache", commands.times(_ -> commands.plain("--version")));
    row("the same, cold", commands.cold(_ -> commands.mmlens("--version")));
    row("`mmlens surface`, sample 1", commands.times(_ -> commands.mmlens("surface", sample)));
    row("the same without AOT cache", commands.times(_ -> commands.plain("surface", sample)));
    row(
        "`mmlens review`, sample 1, nothing kept",
        commands.times(_ -> commands.mmlens("review", "--no-cache", sample)));
    row(
        "the same without AOT cache",
        commands.times(_ -> commands.plain("review", "--no-cache", sample)));
    row("the same, cold", commands.cold(_ -> commands.mmlens("review", "--no-cache", sample)));
    commands.run(commands.mmlens("review", sample));
    row(
        "everything kept but the result",
        commands.times(_ -> commands.mmlens("review", "--fresh", sample)));
    row(
        "the same without AOT cache",
        commands.times(_ -> commands.plain("review", "--fresh", sample)));
    row("the result kept, too", commands.times(_ -> commands.mmlens("review", sample)));
    row(
        "heap of 256 MiB, nothing kept",
        commands.times(_ -> commands.limited("256m", "review", "--no-cache", sample)));
    out.append('\n');
  }

  private void kernel() throws Exception {
    List<String> patches = new ArrayList<>();
    for (String error : Patches.ERRORS.subList(0, Math.min(runs + 1, Patches.ERRORS.size()))) {
      patches.add(made.oneLine(error));
    }
    String first = patches.getFirst();
    String tree = kernel.toString();
    head("Linux 6.12, one line of `relocate_vma_down()` changed", "command");
    row(
        "`surface`, nothing kept",
        commands.times(_ -> commands.mmlens("surface", "--no-cache", first, "--tree", tree)));
    commands.run(commands.mmlens("surface", first, "--tree", tree));
    row(
        "`surface`, index kept",
        commands.times(_ -> commands.mmlens("surface", first, "--tree", tree)));
    row(
        "`review`, nothing kept, cold",
        commands.cold(_ -> commands.mmlens("review", "--no-cache", first, "--tree", tree)));
    row(
        "the same, not cold",
        commands.times(_ -> commands.mmlens("review", "--no-cache", first, "--tree", tree)));
    commands.run(commands.mmlens("review", first, "--tree", tree));
    row(
        "`review`, everything kept but the result",
        commands.times(_ -> commands.mmlens("review", "--fresh", first, "--tree", tree)));
    row(
        "the same, cold",
        commands.cold(_ -> commands.mmlens("review", "--fresh", first, "--tree", tree)));
    row(
        "the result kept, too",
        commands.times(_ -> commands.mmlens("review", first, "--tree", tree)));
    row(
        "`review` of another change of the line, what is before it kept",
        commands.times(
            k ->
                commands.mmlens(
                    "review", patches.get(1 + k % (patches.size() - 1)), "--tree", tree)));
    row(
        "heap of 1 GiB, nothing kept",
        commands.times(_ -> commands.limited("1g", "review", "--no-cache", first, "--tree", tree)));
    out.append('\n');
  }

  private List<Times> series() throws Exception {
    head("Series on the miniature kernel, nothing kept", "patches");
    List<Times> found = new ArrayList<>();
    for (int patches : PATCHES) {
      String series = made.series(patches);
      found.add(commands.times(_ -> commands.limited("256m", "review", "--no-cache", series)));
      row(patches + ", heap of 256 MiB", found.getLast());
    }
    out.append('\n');
    return found;
  }

  private List<Times> files() throws Exception {
    head("Files touched: a comment in headers of Linux 6.12, nothing kept", "files");
    List<Times> found = new ArrayList<>();
    for (int files : FILES) {
      String patch = made.touching(files);
      found.add(
          commands.times(
              _ ->
                  commands.limited(
                      "1g", "review", "--no-cache", patch, "--tree", kernel.toString())));
      row(files + ", heap of 1 GiB", found.getLast());
    }
    out.append('\n');
    return found;
  }

  private void delete() throws IOException {
    try (Stream<Path> all = Files.walk(work)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
