package org.mmlens.bot.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;

/// A process that does what a bot does with its database, and nothing else: a mail stands for a
/// series, and there is no review. Tests start it and kill it. Arguments: URL, name, port of the
/// peer, mails.
final class StateWorker {

  private static final int BATCH = 7;

  private StateWorker() {}

  public static void main(String[] args) throws SQLException, IOException {
    String name = args[1];
    int port = Integer.parseInt(args[2]);
    int mails = Integer.parseInt(args[3]);
    try (Database database = Database.open(args[0])) {
      database.transact(tx -> Doubts.release(tx, name, Instant.now()));
      while (intake(database, mails)) {
        send(database, name, port);
      }
      while (send(database, name, port)) {}
    }
  }

  private static boolean intake(Database database, int mails) throws SQLException {
    return database.transact(
        tx -> {
          int from = Mails.cursor(tx, "made").map(Integer::parseInt).orElse(0);
          var arrivals = new ArrayList<Arrival>();
          for (int k = from; k < Math.min(from + BATCH, mails); k++) {
            String mail = "Message-ID: <m%d@example.org>\nSubject: [PATCH] %d\n\n".formatted(k, k);
            arrivals.add(new Arrival(mail.getBytes(StandardCharsets.UTF_8), "made:" + k));
          }
          String end = Integer.toString(from + arrivals.size());
          for (Arrival fresh :
              Mails.keep(tx, "made", new Batch(arrivals, end), mail -> Mails.Place.NONE)) {
            String revision = fresh.origin();
            if (Decisions.decide(tx, revision, "mail", "it has findings")) {
              Outbox.put(tx, "peer", parcel(revision), Outbox.Standing.WAITING, Instant.EPOCH);
            }
          }
          return from < mails;
        });
  }

  static Parcel parcel(String revision) {
    String id = revision.replace(':', '.') + "@mmlens.example.org";
    return new Parcel(
        id,
        revision,
        ("Message-ID: <" + id + ">\r\n\r\n").getBytes(StandardCharsets.UTF_8),
        new Parcel.Envelope("bot@example.org", List.of("author@example.org")),
        new TreeMap<>());
  }

  private static boolean send(Database database, String name, int port)
      throws SQLException, IOException {
    Optional<Parcel> next =
        database.transact(tx -> Outbox.take(tx, "peer", name, Instant.now(), Outbox.Pace.FREE));
    if (next.isPresent()) {
      String id = next.get().messageId();
      Delivery delivery = deliver(id, port);
      database.transact(
          tx -> {
            Outbox.settle(tx, "peer", id, delivery, Instant.now());
            return id;
          });
    }
    return next.isPresent();
  }

  private static Delivery deliver(String id, int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write((id + "\n").getBytes(StandardCharsets.UTF_8));
      String answer = String.valueOf(in.readLine());
      return answer.equals("250")
          ? new Delivery.Delivered(answer)
          : answer.equals("had it")
              ? new Delivery.AlreadyThere(answer)
              : new Delivery.Later(answer);
    }
  }
}
