package org.mmlens.bot.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.telemetry.EventLog;
import org.mmlens.bot.telemetry.Meters;
import org.mmlens.bot.web.Status.Waiting;

class StatusServerTest {

  private static final String ENTRY =
      """
      {"folder": "s-1", "messageId": "m@x", "subject": "[PATCH] <b>one", "verdict": "different",
       "sent": 0}
      """;

  @TempDir private Path folder;
  private final Meters meters = new Meters();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private Status status = status("", List.of());
  private boolean trouble = false;
  private StatusServer server;

  @BeforeEach
  void start() throws IOException {
    Path series = Files.createDirectories(folder.resolve("reports/s-1"));
    Files.writeString(series.resolve("index.html"), "<p>the report</p>");
    Files.writeString(series.resolve("report.json"), "{}");
    Files.writeString(series.resolve("entry.json"), ENTRY);
    Files.writeString(folder.resolve("secret"), "the secret");
    server =
        StatusServer.start(
            0,
            this::now,
            folder.resolve("reports"),
            meters,
            new EventLog(log, InstantSource.system(), () -> {}));
  }

  @AfterEach
  void stop() {
    server.close();
    meters.close();
  }

  private Status now() {
    if (trouble) {
      throw new IllegalStateException("password=secret");
    }
    return status;
  }

  @Test
  void theOverviewShowsTheQueueAndLinksTheReports() throws Exception {
    status = status("", List.of(new Waiting("a@x", "[PATCH] two", "quiet", "2 of 3 patches")));

    String page = get("/").body();

    assertEquals(true, page.contains("<h1>mmlens bot: well</h1>"), page);
    assertEquals(
        true,
        page.contains(
            "<tr><td>quiet</td><td>[PATCH] two</td><td>2 of 3"
                + " patches</td><td>&lt;a@x&gt;</td></tr>"),
        page);
    assertEquals(true, page.contains("<a href=\"reports/s-1/\">[PATCH] &lt;b&gt;one</a>"), page);
  }

  @Test
  void healthIsGoodOrNotByItsStatus() throws Exception {
    HttpResponse<String> well = get("/health");
    status = status("the disk is full", List.of());
    HttpResponse<String> ill = get("/health");

    assertEquals(200, well.statusCode());
    assertEquals("{\"well\":true,\"parts\":{\"database\":\"well\"}}\n", well.body());
    assertEquals(503, ill.statusCode());
    assertEquals("{\"well\":false,\"parts\":{\"database\":\"the disk is full\"}}\n", ill.body());
  }

  @Test
  void metricsAreThoseOfTheMeters() throws Exception {
    meters.queue("held", () -> 7);

    HttpResponse<String> answer = get("/metrics");

    assertEquals(true, answer.body().contains("mmlens_queue{standing=\"held\"} 7.0"));
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        answer.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void aReportIsShownInASandboxAndOtherFilesAsText() throws Exception {
    HttpResponse<String> report = get("/reports/s-1/");
    HttpResponse<String> json = get("/reports/s-1/report.json");

    assertEquals("<p>the report</p>", report.body());
    assertEquals(true, policy(report).contains("sandbox allow-scripts"), policy(report));
    assertEquals("text/plain; charset=utf-8", json.headers().firstValue("content-type").orElse(""));
  }

  @Test
  void noPathLeadsOutOfTheReports() throws Exception {
    Files.createSymbolicLink(folder.resolve("reports/s-1/link"), folder.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("reports/away"), folder);
    Files.writeString(folder.resolve("reports/top"), "the secret");
    Files.writeString(folder.resolve("reports/s-1/.hidden"), "the secret");
    for (String path :
        List.of(
            "/reports/../secret",
            "/reports/s-1/../../secret",
            "/reports/%2e%2e/secret",
            "/reports/s-1/%2e%2e%2f%2e%2e%2fsecret",
            "/reports/..%2fsecret",
            "/reports//secret",
            "/reports/s-1//report.json",
            "/reports/s-1/link",
            "/reports/away/secret",
            "/reports/top",
            "/reports/s-1/.hidden",
            "/reports/s-1/report.json%00.html",
            "/reports/",
            "/reports",
            "/secret",
            "/reports/s-1")) {
      String answer = raw("GET " + path + " HTTP/1.1", "Host: localhost:" + server.port());

      assertEquals(true, answer.startsWith("HTTP/1.1 404 "), path + ": " + answer);
      assertEquals(false, answer.contains("the secret"), path);
    }
  }

  @Test
  void everyAnswerCarriesTheSameStrictHeaders() throws Exception {
    var wanted =
        Map.of(
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "referrer-policy", "no-referrer",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin",
            "cache-control", "no-store");
    for (String path : List.of("/", "/health", "/metrics", "/reports/s-1/", "/nothing")) {
      HttpResponse<String> answer = get(path);

      wanted.forEach(
          (name, value) ->
              assertEquals(value, answer.headers().firstValue(name).orElse(""), path + name));
      assertEquals(true, policy(answer).startsWith("default-src 'none'; "), path);
      assertEquals(true, policy(answer).contains("frame-ancestors 'none'"), path);
    }
  }

  @Test
  void onlyReadingIsPossible() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      HttpResponse<String> answer =
          send(request("/").method(method, HttpRequest.BodyPublishers.noBody()).build());

      assertEquals(405, answer.statusCode(), method);
    }
    HttpResponse<String> head =
        send(request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
  }

  @Test
  void anotherHostsNameIsNotAnswered() throws Exception {
    String foreign = raw("GET / HTTP/1.1", "Host: rebound.example.org:" + server.port());
    String none = raw("GET / HTTP/1.0");

    assertEquals(true, foreign.startsWith("HTTP/1.1 421 "), foreign);
    assertEquals(false, none.contains("mmlens bot"), none);
  }

  @Test
  void noOtherAddressOfThisMachineIsAnsweredOn() throws Exception {
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address :
          card.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
        boolean open;
        try (var socket = new Socket(address, server.port())) {
          open = socket.isConnected();
        } catch (IOException _) {
          open = false;
        }
        assertEquals(false, open, address.toString());
      }
    }
  }

  @Test
  void troubleIsLoggedAndNotShown() throws Exception {
    trouble = true;

    HttpResponse<String> answer = get("/health");

    assertEquals(503, answer.statusCode());
    assertEquals(false, answer.body().contains("secret"));
    assertEquals(true, log.toString(StandardCharsets.UTF_8).contains("\"event\":\"web-trouble\""));
  }

  private static Status status(String database, List<Waiting> queue) {
    return new Status(new TreeMap<>(Map.of("database", database)), new TreeMap<>(), queue);
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("content-security-policy").orElse("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private String raw(String... lines) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String text = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
