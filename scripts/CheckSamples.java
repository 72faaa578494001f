import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts the launcher on every sample series and compares what it says with the `.expect` beside
/// it: `java -cp mmlens.jar CheckSamples.java LAUNCHER FOLDER`.
///
/// What an `.expect` says is described in `patches/README.md`. Each sample runs as a process of its
/// own, as a user would start it. Ends with 1 where a sample says something else.
final class CheckSamples {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path launcher;

  private CheckSamples(Path launcher) {
    this.launcher = launcher;
  }

  static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("samples: usage: java CheckSamples.java LAUNCHER FOLDER");
      System.exit(2);
    }
    var check = new CheckSamples(Path.of(args[0]).toAbsolutePath());
    List<Path> expectations;
    try (Stream<Path> files = Files.list(Path.of(args[1]))) {
      expectations = files.filter(f -> f.toString().endsWith(".expect")).sorted().toList();
    }
    int wrong = 0;
    for (Path expectation : expectations) {
      long began = System.nanoTime();
      List<String> objections = check.sample(expectation);
      double seconds = (System.nanoTime() - began) / 1e9;
      String name = expectation.getFileName().toString().replaceFirst("\\.expect$", "");
      System.out.printf(
          "samples: %s %s (%.1f s)%n",
          objections.isEmpty() ? "as expected" : "WRONG", name, seconds);
      objections.forEach(objection -> System.out.println("samples:   " + objection));
      wrong += objections.isEmpty() ? 0 : 1;
    }
    System.out.printf(
        "samples: %d of %d as expected%n", expectations.size() - wrong, expectations.size());
    System.exit(wrong == 0 && !expectations.isEmpty() ? 0 : 1);
  }

  /// One run of the launcher.
  private record Run(int exit, String out, String err) {}

  private List<String> sample(Path expectation) throws IOException, InterruptedException {
    JsonNode expected = JSON.readTree(Files.readString(expectation));
    String mail = expectation.toString().replaceFirst("\\.expect$", ".mbox");
    Run run = run(launcher.toString(), "review", "--format", "json", mail);
    List<String> objections = new ArrayList<>();
    same(objections, "exit code", expected.path("exit").asString(), String.valueOf(run.exit()));
    if (expected.has("diagnostic")) {
      diagnostic(objections, expected.path("diagnostic"), run.out() + run.err());
    }
    if (!run.out().isBlank()) {
      try {
        report(objections, expected, JSON.readTree(run.out()));
      } catch (JacksonException e) {
        objections.add("standard output is no JSON: " + e.getOriginalMessage());
      }
    } else if (run.exit() != 3) {
      objections.add("nothing on standard output");
    }
    if (!objections.isEmpty()) {
      run.err().lines().limit(20).forEach(line -> objections.add("stderr: " + line));
    }
    return objections;
  }

  private static void report(List<String> objections, JsonNode expected, JsonNode report) {
    JsonNode patches = report.path("patches");
    JsonNode whole = report.has("whole") ? report.path("whole") : patches.path(patches.size() - 1);
    same(
        objections, "series", expected.path("series").asString(), whole.path("verdict").asString());
    same(
        objections,
        "number of patches",
        String.valueOf(expected.path("patches").size()),
        String.valueOf(patches.size()));
    for (int i = 0; i < patches.size() && i < expected.path("patches").size(); i++) {
      patch(objections, "patch " + (i + 1), expected.path("patches").path(i), patches.path(i));
    }
    for (JsonNode change : expected.path("surface")) {
      Stream<JsonNode> findings =
          patches.valueStream().flatMap(p -> p.path("findings").valueStream());
      if (findings.noneMatch(finding -> tells(finding, change))) {
        objections.add("no finding tells of " + change);
      }
    }
  }

  private static void patch(
      List<String> objections, String name, JsonNode expected, JsonNode patch) {
    same(objections, name, expected.path("verdict").asString(), patch.path("verdict").asString());
    Set<String> seen = new LinkedHashSet<>();
    for (JsonNode difference : patch.path("differences")) {
      seen.add(difference.path("observable").asString());
      difference.path("also").forEach(also -> seen.add(also.asString()));
    }
    for (JsonNode observable : expected.path("observables")) {
      if (!seen.contains(observable.asString())) {
        objections.add(name + ": no difference in " + observable.asString() + "; seen: " + seen);
      }
    }
  }

  private static boolean tells(JsonNode finding, JsonNode change) {
    Pattern symbol =
        Pattern.compile("\\b" + Pattern.quote(change.path("symbol").asString()) + "\\b");
    return finding.path("rule").asString().equals(change.path("rule").asString())
        && symbol.matcher(finding.path("message").asString()).find();
  }

  private static void diagnostic(List<String> objections, JsonNode expected, String output) {
    String place = expected.path("file").asString();
    if (expected.has("line")) {
      String line = expected.path("line").asString();
      if (!output.contains(place + ":" + line)
          && !Pattern.compile(Pattern.quote(place) + "\",\\s*\"line\" : " + line)
              .matcher(output)
              .find()) {
        objections.add("nothing names " + place + ":" + line);
      }
    }
    for (String text : List.of(place, expected.path("says").asString())) {
      if (!output.contains(text)) {
        objections.add("nothing says '" + text + "'");
      }
    }
  }

  private static void same(List<String> objections, String what, String expected, String found) {
    if (!expected.equals(found)) {
      objections.add("%s: %s, expected %s".formatted(what, found, expected));
    }
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("mmlens", ".out");
    Path err = Files.createTempFile("mmlens", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      int exit = process.waitFor();
      return new Run(exit, Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
