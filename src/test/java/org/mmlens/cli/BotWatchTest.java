package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.ConfigFile;
import org.mmlens.bot.config.ConfigReading;

class BotWatchTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private int port;

  @BeforeEach
  void configure() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    Files.createDirectories(folder.resolve("box/new"));
    Files.createDirectories(folder.resolve("box/cur"));
    Files.writeString(folder.resolve("box/new/1.x"), "Message-ID: <1@example.org>\n\nx\n");
    Files.writeString(
        folder.resolve("bot.toml"),
        """
        start = "beginning"
        [identity]
        address = "mmlens@example.org"
        [[source]]
        name = "box"
        kind = "maildir"
        path = "box"
        [[tree]]
        name = "any"
        path = "."
        [web]
        port = %d
        """
            .formatted(port));
  }

  @Test
  void theBotAtWorkLogsWhatItReads() throws IOException {
    Session.Result result = new Session(folder).run("bot", "once", "--config", "bot.toml");

    assertEquals(0, result.status(), result.err());
    String log = Files.readString(folder.resolve("log.jsonl"));
    assertEquals(
        true, log.contains("\"event\":\"source-read\",\"source\":\"box\",\"mails\":1}"), log);
  }

  @Test
  void thePageShowsWhatTheBotDoesAndWhatIsWrong() throws Exception {
    BotConfig config = config();
    try (BotPlaces places = BotPlaces.of(config);
        BotWatch watch = BotWatch.of(here(), config, places).serving(here(), config)) {
      watch.sources().getFirst().read(Optional.empty(), 10);
      String metrics = get("/metrics").body();
      HttpResponse<String> well = get("/health");
      Files.move(folder.resolve("box"), folder.resolve("moved"));
      assertThrows(IOException.class, () -> watch.sources().getFirst().read(Optional.empty(), 10));
      HttpResponse<String> ill = get("/health");

      assertEquals(
          true,
          metrics.contains("mmlens_mails_total{outcome=\"read\",source=\"box\"} 1.0"),
          metrics);
      assertEquals(true, metrics.contains("mmlens_queue{standing=\"reviews\"} 0.0"), metrics);
      assertEquals(200, well.statusCode(), well.body());
      assertEquals(503, ill.statusCode(), ill.body());
      assertEquals("mmlens: see http://localhost:" + port + "/\n", err.toString());
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    BotConfig config = config();
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        BotPlaces places = BotPlaces.of(config);
        BotWatch watch = BotWatch.of(here(), config, places)) {
      var refusal = assertThrows(Refusal.class, () -> watch.serving(here(), config));

      assertEquals(true, String.valueOf(refusal).contains("port " + port), refusal.toString());
    }
  }

  private BotConfig config() {
    ConfigReading reading = ConfigFile.read(folder.resolve("bot.toml"));
    return assertInstanceOf(ConfigReading.Usable.class, reading, "" + reading).config();
  }

  private Surroundings here() {
    return new Surroundings(
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        folder,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        OptionalInt.empty(),
        new Interruption());
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
