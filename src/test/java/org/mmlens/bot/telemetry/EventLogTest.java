package org.mmlens.bot.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mmlens.bot.telemetry.EventLog.Level;
import tools.jackson.databind.json.JsonMapper;

class EventLogTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-02T10:00:00.123456Z"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void anEventIsOneLineOfJsonInAscii() {
    log()
        .write(
            Level.WARNING,
            "mail-left-out",
            EventLog.text("source", "lore"),
            EventLog.number("bytes", 7),
            EventLog.text("subject", "caf\u00e9\n{\"x\": 1}\u2028\u0000"));

    assertEquals(
        """
        {"time":"2026-02-02T10:00:00.123Z","level":"warning","event":"mail-left-out",\
        "source":"lore","bytes":7,"subject":"caf\\u00E9\\n{\\"x\\": 1}\\u2028\\u0000"}
        """,
        text());
  }

  @Test
  void aTextWithoutEndIsCut() {
    log().write(Level.INFO, "x", EventLog.text("long", "y".repeat(1 << 20)));

    String value = JsonMapper.shared().readTree(text()).path("long").asString();
    assertEquals("y".repeat(3999) + "\u2026", value);
  }

  @Test
  void linesOfManyThreadsDoNotMix() {
    EventLog log = log();
    IntStream.range(0, 2000)
        .parallel()
        .forEach(
            n ->
                log.write(
                    Level.INFO,
                    "n",
                    EventLog.number("n", n),
                    EventLog.text("text", "z".repeat(n % 300))));

    List<Integer> numbers =
        text()
            .lines()
            .map(line -> JsonMapper.shared().readTree(line).path("n").asInt(-1))
            .sorted()
            .toList();
    assertEquals(IntStream.range(0, 2000).boxed().toList(), numbers);
  }

  @Test
  void aLogThatCannotBeWrittenSaysSoOnce() {
    var troubles = new AtomicInteger();
    var log =
        new EventLog(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("full");
              }
            },
            CLOCK,
            troubles::incrementAndGet);

    log.write(Level.INFO, "one");
    log.write(Level.INFO, "two");

    assertEquals(1, troubles.get());
  }

  private EventLog log() {
    return new EventLog(out, CLOCK, () -> {});
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
