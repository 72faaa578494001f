package org.mmlens.bot.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// The other side, which counts what it accepts. It answers `250` as an SMTP server does, or, where
/// it looks up what it has, `had it`.
final class Peer implements AutoCloseable {

  /// Whether it looks up what it has.
  enum Memory {
    NONE,
    BY_MESSAGE_ID
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, Integer> accepted = new ConcurrentSkipListMap<>();
  private final Memory memory;

  Peer(Memory memory) throws IOException {
    this.memory = memory;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  int distinct() {
    return accepted.size();
  }

  int raw() {
    return accepted.values().stream().mapToInt(n -> n).sum();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client);
      } catch (SocketException e) {
        // The client was killed, or the test is over: nothing was accepted.
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void answer(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String id = in.readLine();
    if (id == null) {
      return;
    }
    boolean had = accepted.containsKey(id) && memory == Memory.BY_MESSAGE_ID;
    if (!had) {
      accepted.merge(id, 1, Integer::sum);
    }
    client.getOutputStream().write((had ? "had it\n" : "250\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
