import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Starts commands and measures them.
///
/// @param root of the project
/// @param java the JVM
/// @param work holds the cache of the mmlens that is measured
/// @param runs how often a command is run
record Commands(Path root, Path java, Path work, int runs) {

  Commands withRuns(int other) {
    return new Commands(root, java, work, other);
  }

  List<String> mmlens(String... args) {
    List<String> command = new ArrayList<>(List.of(root.resolve("mmlens").toString()));
    command.addAll(List.of(args));
    return command;
  }

  /// The launcher's command, but for the AOT cache.
  List<String> plain(String... args) {
    return limited("6g", args);
  }

  List<String> limited(String heap, String... args) {
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
                  "-XX:PretenureSizeThreshold=1m",
                  "-XX:InitialRAMPercentage=4",
                  "-XX:+IgnoreUnrecognizedVMOptions",
                  "-XX:+UseTransparentHugePages",
                  "-XX:-UsePerfData",
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

  Times times(IntFunction<List<String>> command) throws Exception {
    return times(command, false);
  }

  Times cold(IntFunction<List<String>> command) throws Exception {
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
  long run(List<String> command) throws Exception {
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

  static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  static boolean canDrop() {
    return Files.isWritable(Path.of("/proc/sys/vm/drop_caches"));
  }

  private static void drop() throws Exception {
    if (canDrop()) {
      new ProcessBuilder("sync").start().waitFor();
      Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
    }
  }
}
