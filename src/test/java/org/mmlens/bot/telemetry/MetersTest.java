package org.mmlens.bot.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;

class MetersTest {

  @Test
  void whatHappenedIsCounted() {
    try (var meters = new Meters()) {
      var mail = new Arrival(new byte[1], "here");
      meters.read("lore", new Batch(List.of(mail, mail, mail), "", List.of("too long")));
      meters.read("lore", new Batch(List.of(mail), ""));
      meters.delivered("out", new Delivery.Delivered("x"));
      meters.delivered("out", new Delivery.Later("x"));
      meters.queue("HELD", () -> 3);

      assertEquals(
          """
          mmlens_deliveries_total{outcome="delivered",sink="out"} 1.0
          mmlens_deliveries_total{outcome="later",sink="out"} 1.0
          mmlens_mails_total{outcome="left_out",source="lore"} 1.0
          mmlens_mails_total{outcome="read",source="lore"} 4.0
          mmlens_queue{standing="held"} 3.0
          """,
          ours(meters));
    }
  }

  @Test
  void theMemoryOfTheProcessIsThere() {
    try (var meters = new Meters()) {
      assertEquals(true, meters.text().contains("jvm_memory_used_bytes{"), meters.text());
    }
  }

  private static String ours(Meters meters) {
    return meters
        .text()
        .lines()
        .filter(line -> line.startsWith("mmlens_") && !line.contains("_max{"))
        .sorted()
        .reduce("", (all, line) -> all + line + "\n");
  }
}
