package org.mmlens.bot.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Mails;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revisions;

class DatabaseStatusTest {

  private static final Instant NOW = Instant.parse("2026-02-02T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatWaitsIsReadFromTheDatabase() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("state");
    try (Database database = Database.open(url)) {
      database.transact(
          tx -> {
            byte[] mail = "Message-ID: <1@x>\n\nx\n".getBytes(StandardCharsets.UTF_8);
            Mails.keep(
                tx,
                "lore",
                new Batch(List.of(new Arrival(mail, "here")), "c"),
                arrival -> Mails.Place.NONE);
            return Revisions.note(
                tx,
                new Revision(
                    "1@x",
                    "t",
                    2,
                    "ann@example.org",
                    "mm: two",
                    "",
                    "",
                    "2 3",
                    Revision.Phase.COLLECTING,
                    NOW));
          });
    }

    Status status = status(url).now();

    assertEquals(true, status.well());
    assertEquals(
        "{mails=1, reviews to make=0, revisions collecting=1}", status.counts().toString());
    assertEquals(
        List.of(
            new Status.Waiting(
                "1@x", "mm: two", "collecting", "v2 of ann@example.org, missing 2 3")),
        status.queue());
  }

  @Test
  void aDatabaseThatCannotBeReadIsATroubleThatShowsNoUrl() {
    Status status = status("jdbc:postgresql://127.0.0.1:1/x?password=secret").now();

    assertEquals(false, status.well());
    assertEquals("it cannot be read", status.parts().get("database"));
    assertEquals(false, status.toString().contains("secret"));
  }

  private static DatabaseStatus status(String url) {
    return new DatabaseStatus(
        url, InstantSource.fixed(NOW), () -> new TreeMap<>(Map.of("source lore", "")));
  }
}
