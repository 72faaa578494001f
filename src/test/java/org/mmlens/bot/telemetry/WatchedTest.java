package org.mmlens.bot.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mmlens.bot.sink.Brink;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.telemetry.EventLog.Level;

class WatchedTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final EventLog log = new EventLog(out, InstantSource.fixed(Instant.EPOCH), () -> {});
  private final Meters meters = new Meters();

  @Test
  void whatASourceLeavesOutIsLoggedAndCounted() throws IOException {
    var source =
        source(new Batch(List.of(new Arrival(new byte[1], "x")), "c", List.of("too long")));

    source.read(Optional.empty(), 10);

    assertEquals(
        """
        {"event":"source-note","source":"lore","note":"too long"}
        {"event":"source-read","source":"lore","mails":1}
        """,
        events());
    assertEquals(true, meters.text().contains("outcome=\"left_out\",source=\"lore\"} 1.0"));
  }

  @Test
  void theSameTroubleIsToldOnceAndItsEndIsTold() throws IOException {
    var source = source("gone", "gone", new Batch(List.of(), "c"), new Batch(List.of(), "c"));

    for (int k = 0; k < 2; k++) {
      assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));
    }
    assertEquals("gone", source.trouble());
    source.read(Optional.empty(), 1);
    source.read(Optional.empty(), 1);

    assertEquals("", source.trouble());
    assertEquals(
        """
        {"event":"source-trouble","source":"lore","what":"gone"}
        {"event":"source-well","source":"lore"}
        """,
        events());
  }

  @Test
  void whatBecomesOfAParcelIsLoggedAndCounted() {
    var parcel =
        new Parcel(
            "m@x", "s@x", new byte[1], new Parcel.Envelope("b@x", List.of("a@x")), new TreeMap<>());
    for (Delivery delivery :
        List.of(
            new Delivery.Delivered("r"),
            new Delivery.AlreadyThere("r"),
            new Delivery.Later("w"),
            new Delivery.Unsure("w"),
            new Delivery.Refused("w"))) {
      var sink = new WatchedSink(sink(delivery), meters, log);

      assertEquals(delivery, sink.deliver(parcel, Brink.UNNOTED));
    }

    assertEquals(
        """
        {"event":"delivered","sink":"out","messageId":"m@x","series":"s@x","said":"r"}
        {"event":"already-there","sink":"out","messageId":"m@x","series":"s@x","said":"r"}
        {"event":"later","sink":"out","messageId":"m@x","series":"s@x","said":"w"}
        {"event":"unsure","sink":"out","messageId":"m@x","series":"s@x","said":"w"}
        {"event":"refused","sink":"out","messageId":"m@x","series":"s@x","said":"w"}
        """,
        events());
  }

  @Test
  void levelsTellWhatSomebodyHasToLookAt() {
    log.write(Level.ERROR, "x");

    assertEquals(true, out.toString(StandardCharsets.UTF_8).contains("\"level\":\"error\""));
  }

  private String events() {
    return out.toString(StandardCharsets.UTF_8)
        .replaceAll("\\{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"[a-z]+\",", "{");
  }

  /// A source that gives these batches, and throws these texts.
  private WatchedSource source(Object... answers) {
    Iterator<Object> left = List.of(answers).iterator();
    var source =
        new MailSource() {
          @Override
          public String name() {
            return "lore";
          }

          @Override
          public Batch read(Optional<String> cursor, int atMost) throws IOException {
            return switch (left.next()) {
              case Batch batch -> batch;
              case Object text -> throw new IOException(text.toString());
            };
          }

          @Override
          public void close() {}
        };
    return new WatchedSource(source, meters, log);
  }

  private static Sink sink(Delivery delivery) {
    return new Sink() {
      @Override
      public String name() {
        return "out";
      }

      @Override
      public Delivery deliver(Parcel parcel, Brink brink) {
        return delivery;
      }
    };
  }
}
