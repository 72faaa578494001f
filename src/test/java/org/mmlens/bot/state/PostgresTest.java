package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same state in a PostgreSQL server of Debian's, on loopback, in a folder of its own, for as
/// long as the test runs. The server refuses to run as root: it runs as `postgres` then.
class PostgresTest {

  private static final int MAILS = 100;
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private static Optional<Path> folder = Optional.empty();
  private static Optional<Process> server = Optional.empty();
  private static String url = "";

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = programs();
    assumeTrue(programs.isPresent(), "no PostgreSQL server is installed (package postgresql)");
    boolean root = System.getProperty("user.name").equals("root");
    assumeTrue(!root || Files.isExecutable(Path.of("/usr/sbin/runuser")), "root, and no runuser");
    Path made = Files.createTempDirectory("mmlens-pg");
    folder = Optional.of(made);
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
    server = Optional.of(run(command(as, bin.resolve("postgres"), serve)));
    url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mmlens";
    String[] ready = {"-h", "127.0.0.1", "-p", Integer.toString(port), "-t", "1"};
    int tries = 0;
    while (run(command(List.of(), bin.resolve("pg_isready"), ready)).waitFor() != 0) {
      assertEquals(true, tries++ < 300 && server.get().isAlive(), "the server starts");
      server.get().waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (server.isPresent()) {
      // runuser hands the signal on; the server ends at once and cleanly for SIGTERM without
      // clients.
      server.get().destroy();
      server.get().waitFor(30, TimeUnit.SECONDS);
    }
    if (folder.isPresent()) {
      try (Stream<Path> files = Files.walk(folder.get())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  @Test
  void threeWorkersThatShareTheWorkSendEachMailOnce() throws Exception {
    try (var peer = new Peer(Peer.Memory.NONE)) {
      var workers = new ArrayList<Process>();
      for (String name : List.of("one", "two", "three")) {
        workers.add(OutboxKillTest.worker(url, name, peer, MAILS));
      }
      for (Process worker : workers) {
        assertEquals(0, worker.waitFor());
      }

      assertEquals(MAILS, peer.distinct(), "mails that arrived");
      assertEquals(MAILS, peer.raw(), "deliveries");
    }
    try (Database database = Database.open(url)) {
      assertEquals(MAILS, database.transact(Mails::count));
      assertEquals("{SENT=" + MAILS + "}", database.transact(Outbox::census).toString());
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
