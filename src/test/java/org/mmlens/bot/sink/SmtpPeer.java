package org.mmlens.bot.sink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// A small SMTP server on loopback that says to each command what the test wants, and counts.
public final class SmtpPeer implements AutoCloseable {

  /// A mail that was taken.
  public record Taken(String from, List<String> recipients, String text) {}

  private final ServerSocket socket;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private volatile Consumer<Taken> taker = mail -> {};
  private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());

  public SmtpPeer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// From now on a command that begins so is answered so; an empty answer hangs up.
  public void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /// From now on is given each mail that is taken, before its sender is told so.
  public void taking(Consumer<Taken> taker) {
    this.taker = taker;
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException _) {
        // the client hung up, or the test is over
      }
    }
  }

  private void converse(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    String from = "";
    var recipients = new ArrayList<String>();
    say(out, "220 peer");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String answer = answer(line);
      if (answer.isEmpty()) {
        return;
      }
      boolean good = answer.startsWith("2");
      if (line.startsWith("MAIL FROM:") && good) {
        from = path(line);
      } else if (line.startsWith("RCPT TO:") && good) {
        recipients.add(path(line));
      } else if (line.equals("RSET")) {
        recipients.clear();
      } else if (line.equals("DATA") && answer.startsWith("3")) {
        say(out, answer);
        Optional<String> text = data(in);
        if (text.isEmpty()) {
          return;
        }
        answer = answers.getOrDefault(".", "250 queued as " + (taken.size() + 1));
        if (answer.startsWith("2") || answer.isEmpty()) {
          var mail = new Taken(from, List.copyOf(recipients), text.get());
          taken.add(mail);
          taker.accept(mail);
        }
        if (answer.isEmpty()) {
          return;
        }
        recipients.clear();
      }
      say(out, answer);
      if (line.equals("QUIT")) {
        return;
      }
    }
  }

  private String answer(String line) {
    return answers.entrySet().stream()
        .filter(e -> line.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            line.equals("DATA")
                ? "354 go on"
                : line.startsWith("EHLO") ? "250 8BITMIME" : "250 ok");
  }

  private static String path(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  /// {@return the mail; empty where the client went before its end}
  private static Optional<String> data(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        return Optional.of(
            new String(
                text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      }
      text.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return Optional.empty();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
