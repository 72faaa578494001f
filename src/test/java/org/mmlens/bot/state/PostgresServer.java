package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of Debian's, on loopback, in a folder of its own. It refuses to run as root:
/// it runs as `postgres` then.
public final class PostgresServer implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path folder;
  private final Process server;
  private final String url;

  private PostgresServer(Path folder, Process server, String url) {
    this.folder = folder;
    this.server = server;
    this.url = url;
  }

  public String url() {
    return url;
  }

  /// Starts one; skips the test, with a reason, where none is installed.
  public static PostgresServer start() throws Exception {
    Optional<Path> programs = programs();
    assumeTrue(programs.isPresent(), "no PostgreSQL server is installed (package postgresql)");
    boolean root = System.getProperty("user.name").equals("root");
    assumeTrue(!root || Files.isExecutable(Path.of("/usr/sbin/runuser")), "root, and no runuser");
    Path made = Files.createTempDirectory("mmlens-pg");
    if (root) {
      assertEquals(0, run(List.of("chown", "postgres", made.toString())).waitFor());
    }
    Path data = made.resolve("data");
    List<String> as = root ? List.of("/usr/sbin/runuser", "-u", "postgres", "--") : List.of();
    Path bin = programs.get();
    String[] make = {"-D", data.toString(), "-A", "trust", "-U", "mmlens", "--no-sync"};
    assertEquals(0, run(command(as, bin.resolve("initdb"), make)).waitFor());
    int port = freePort();
    String[] serve = {
      "-D", data.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1", "-k", made.toString()
    };
    Process server = run(command(as, bin.resolve("postgres"), serve));
    String[] ready = {"-h", "127.0.0.1", "-p", Integer.toString(port), "-t", "1"};
    int tries = 0;
    while (run(command(List.of(), bin.resolve("pg_isready"), ready)).waitFor() != 0) {
      assertEquals(true, tries++ < 300 && server.isAlive(), "the server starts");
      server.waitFor(100, TimeUnit.MILLISECONDS);
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mmlens";
    return new PostgresServer(made, server, url);
  }

  @Override
  public void close() throws IOException {
    // runuser hands the signal on; the server ends at once and cleanly for SIGTERM without clients.
    server.destroy();
    server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static List<String> command(List<String> as, Path program, String... arguments) {
    return Stream.of(as.stream(), Stream.of(program.toString()), Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }

  private static Process run(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(Path.of("/").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
