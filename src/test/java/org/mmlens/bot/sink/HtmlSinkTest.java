package org.mmlens.bot.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlSinkTest {

  @TempDir private Path folder;

  @Test
  void aReportLiesUnderAUrlThatTheMessageIdGives() throws IOException {
    Delivery delivery =
        sink().deliver(parcel("1@example.org", "subject", "<p>report</p>"), Brink.UNNOTED);

    String name = Names.of("series-1@example.org");
    assertEquals(new Delivery.Delivered("https://reviews.example.org/mm/" + name + "/"), delivery);
    assertEquals("<p>report</p>", Files.readString(site().resolve(name + "/index.html")));
    assertEquals(
        "{\"verdict\": \"different\"}", Files.readString(site().resolve(name + "/report.json")));
  }

  @Test
  void theIndexListsEveryReportTheNewestFirst() throws IOException {
    sink().deliver(parcel("1@example.org", "[PATCH] one", "x"), Brink.UNNOTED);
    sink().deliver(parcel("2@example.org", "[PATCH] two", "x"), Brink.UNNOTED);

    List<String> subjects = ReportEntry.all(site()).stream().map(ReportEntry::subject).toList();
    String index = Files.readString(site().resolve("index.html"));

    assertEquals(List.of("[PATCH] two", "[PATCH] one"), subjects);
    assertEquals(true, index.indexOf("[PATCH] two") < index.indexOf("[PATCH] one"), index);
    assertEquals(2, index.split("<td>different</td>", -1).length - 1, index);
  }

  @Test
  void aParcelThatComesAgainChangesNothing() throws IOException {
    sink().deliver(parcel("1@example.org", "subject", "first"), Brink.UNNOTED);
    List<String> before = files();

    assertInstanceOf(
        Delivery.AlreadyThere.class,
        sink().deliver(parcel("1@example.org", "subject", "second"), Brink.UNNOTED));
    assertEquals(before, files());
  }

  @Test
  void aReportThatWasCutShortIsPutThereAnew() throws IOException {
    sink().deliver(parcel("1@example.org", "subject", "whole"), Brink.UNNOTED);
    Path place = site().resolve(Names.of("series-1@example.org"));
    Files.delete(place.resolve("entry.json"));
    Files.writeString(place.resolve("index.html"), "ha");

    assertInstanceOf(
        Delivery.Delivered.class,
        sink().deliver(parcel("1@example.org", "subject", "whole"), Brink.UNNOTED));
    assertEquals("whole", Files.readString(place.resolve("index.html")));
  }

  @Test
  void textOfStrangersDoesNotBecomeMarkup() throws IOException {
    sink()
        .deliver(parcel("<script>@\"x", "</td><script>alert(1)</script>&\"'", "x"), Brink.UNNOTED);

    String index = Files.readString(site().resolve("index.html"));

    assertEquals(false, index.contains("<script"), index);
    assertEquals(
        true,
        index.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"),
        index);
  }

  @Test
  void noSeriesLeadsOutOfTheFolder() throws IOException {
    for (String id : List.of("../../x", "/etc/x", "..", "a/../../b")) {
      sink().deliver(parcel(id, "subject", "x"), Brink.UNNOTED);
    }

    try (Stream<Path> inner = Files.list(folder)) {
      assertEquals(
          List.of("made", "site"), inner.map(p -> p.getFileName().toString()).sorted().toList());
    }
    assertEquals(4, ReportEntry.all(site()).size());
  }

  @Test
  void severalWorkersAtOnceLoseNoLineOfTheIndex() throws IOException {
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            n ->
                sink()
                    .deliver(
                        parcel(n + "@example.org", "[PATCH] number " + n + ";", "x"),
                        Brink.UNNOTED));

    String index = Files.readString(site().resolve("index.html"));

    assertEquals(
        List.of(),
        IntStream.range(0, 40).filter(n -> !index.contains("number " + n + ";")).boxed().toList());
  }

  @Test
  void aParcelWithoutAReportIsRefusedAndAFolderThatCannotBeWrittenMakesItWait() throws IOException {
    assertInstanceOf(
        Delivery.Refused.class,
        sink().deliver(Parcels.parcel("1@example.org", "ann@example.org"), Brink.UNNOTED));

    Files.writeString(site(), "a file");
    assertInstanceOf(
        Delivery.Later.class,
        sink().deliver(parcel("1@example.org", "subject", "x"), Brink.UNNOTED));
  }

  private Path site() {
    return folder.resolve("site");
  }

  private HtmlSink sink() {
    return new HtmlSink(
        "h", new ReportPlaces(site(), Optional.of(URI.create("https://reviews.example.org/mm"))));
  }

  private Parcel parcel(String id, String subject, String report) {
    SortedMap<String, Path> reports = new TreeMap<>();
    try {
      Path made = Files.createDirectories(folder.resolve("made"));
      String name = Names.of(id);
      reports.put("html", Files.writeString(made.resolve(name + ".html"), report));
      reports.put(
          "json", Files.writeString(made.resolve(name + ".json"), "{\"verdict\": \"different\"}"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    int day = 1 + Math.floorMod(id.codePointAt(0), 20);
    String message =
        "Subject: Re: %s\r\nDate: %d Feb 2026 10:00:00 +0000\r\n\r\nbody\r\n"
            .formatted(subject, day);
    return new Parcel(
        id,
        "series-" + id,
        message.getBytes(StandardCharsets.UTF_8),
        new Parcel.Envelope("bot@example.org", List.of("ann@example.org")),
        reports);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(site())) {
      return all.filter(Files::isRegularFile)
          .sorted()
          .map(file -> file + ": " + read(file))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
