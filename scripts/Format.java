import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// Checks or applies google-java-format: `java Format.java check|apply PATH...`.
///
/// Runs from source, in a JDK of its own: the formatter must read the newest syntax, and whatever
/// JVM Maven runs on may not. Ends with 1 where a file is not formatted as it should be, or cannot
/// be parsed.
final class Format {

  private final boolean apply;
  private final ConcurrentSkipListSet<Path> differing = new ConcurrentSkipListSet<>();
  private final ConcurrentSkipListSet<String> unreadable = new ConcurrentSkipListSet<>();

  private Format(boolean apply) {
    this.apply = apply;
  }

  static void main(String[] args) throws IOException {
    if (args.length < 2 || !List.of("check", "apply").contains(args[0])) {
      System.err.println("format: usage: java Format.java check|apply PATH...");
      System.exit(2);
    }
    var format = new Format(args[0].equals("apply"));
    List<Path> files = new ArrayList<>();
    for (String root : List.of(args).subList(1, args.length)) {
      if (Files.exists(Path.of(root))) {
        try (Stream<Path> found = Files.walk(Path.of(root))) {
          found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    files.parallelStream().forEach(format::file);
    System.exit(format.report(files.size()));
  }

  private void file(Path file) {
    try {
      String source = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (!formatted.equals(source)) {
        differing.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    } catch (IOException e) {
      unreadable.add(file + ": " + e);
    } catch (FormatterException e) {
      e.diagnostics().forEach(diagnostic -> unreadable.add(file + ":" + diagnostic));
    }
  }

  private int report(int count) {
    unreadable.forEach(message -> System.err.println("format: error: " + message));
    if (apply) {
      differing.forEach(file -> System.out.println("format: formatted " + file));
    } else {
      differing.forEach(file -> System.err.println("format: error: not formatted: " + file));
      if (!differing.isEmpty()) {
        System.err.println("format: hint: scripts/format formats the whole tree");
      }
    }
    boolean good = unreadable.isEmpty() && (apply || differing.isEmpty());
    if (good) {
      System.out.println("format: " + count + " files in google-java-format");
    }
    return good ? 0 : 1;
  }
}
