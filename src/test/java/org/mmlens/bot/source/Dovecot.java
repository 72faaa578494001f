package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.mmlens.bot.server.Trust;

/// Debian's dovecot on loopback, in a folder of its own, with the password `secret` for every user.
/// It does not touch mail as root: it runs as `nobody` then.
final class Dovecot {

  private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

  private final Path folder;
  private final Process process;
  private final int plainPort;
  private final int tlsPort;

  private Dovecot(Path folder, Process process, int plainPort, int tlsPort) {
    this.folder = folder;
    this.process = process;
    this.plainPort = plainPort;
    this.tlsPort = tlsPort;
  }

  static Dovecot start() throws Exception {
    assumeTrue(Files.isExecutable(PROGRAM), "no dovecot is installed (package dovecot-imapd)");
    boolean root = System.getProperty("user.name").equals("root");
    assumeTrue(!root || Files.isExecutable(Path.of("/usr/sbin/runuser")), "root, and no runuser");
    String user = root ? "nobody" : System.getProperty("user.name");
    Path folder = Files.createTempDirectory("mmlens-imap");
    int plain = freePort();
    int tls = freePort();
    Files.createDirectory(folder.resolve("mail"));
    certificate(folder);
    Files.writeString(folder.resolve("conf"), configuration(folder, user, plain, tls));
    if (root) {
      run("chown", "-R", user, folder.toString());
    }
    var command = new ArrayList<String>();
    if (root) {
      command.addAll(List.of("/usr/sbin/runuser", "-u", user, "--"));
    }
    command.addAll(List.of(PROGRAM.toString(), "-F", "-c", folder.resolve("conf").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    var server = new Dovecot(folder, process, plain, tls);
    server.awaitGreeting();
    return server;
  }

  private static String configuration(Path folder, String user, int plain, int tls)
      throws Exception {
    return """
    base_dir = %1$s/run
    state_dir = %1$s/run
    log_path = %1$s/log
    protocols = imap
    listen = 127.0.0.1
    ssl = yes
    ssl_cert = <%1$s/cert.pem
    ssl_key = <%1$s/key.pem
    disable_plaintext_auth = no
    default_internal_user = %2$s
    default_internal_group = %3$s
    default_login_user = %2$s
    first_valid_uid = 1
    first_valid_gid = 0
    mail_location = maildir:%1$s/mail
    auth_mechanisms = plain
    passdb {
      driver = static
      args = password=secret
    }
    userdb {
      driver = static
      args = uid=%2$s gid=%3$s home=%1$s/mail
    }
    service imap-login {
      chroot =
      inet_listener imap {
        port = %4$d
      }
      inet_listener imaps {
        port = %5$d
      }
    }
    service anvil {
      chroot =
    }
    service stats {
      chroot =
    }
    """
        .formatted(folder, user, group(user), plain, tls);
  }

  private static String group(String user) throws Exception {
    Process id = new ProcessBuilder("id", "-gn", user).start();
    String name =
        new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, id.waitFor());
    return name.strip();
  }

  private static void certificate(Path folder) throws Exception {
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        folder.resolve("key.pem").toString(),
        "-out",
        folder.resolve("cert.pem").toString());
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor(), () -> String.join(" ", command));
  }

  private void awaitGreeting() throws Exception {
    for (int tries = 0; tries < 300; tries++) {
      assertEquals(true, process.isAlive(), () -> "dovecot runs: " + log());
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), plainPort)) {
        if (socket.getInputStream().read() == '*') {
          return;
        }
      } catch (IOException _) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("dovecot does not answer: " + log());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  int plainPort() {
    return plainPort;
  }

  int tlsPort() {
    return tlsPort;
  }

  /// {@return what believes this server's certificate and no other}
  SSLContext trust() {
    return Trust.in(Optional.of(folder.resolve("cert.pem"))).orElseThrow();
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /// Dovecot ends its own processes on SIGTERM.
  void stop() throws Exception {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
