package org.mmlens.bot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mmlens.bot.sink.ReportEntry;
import org.mmlens.bot.telemetry.EventLog;
import org.mmlens.bot.telemetry.EventLog.Level;
import org.mmlens.bot.telemetry.Meters;

/// Answers on loopback: `/` for people, `/reports/SERIES/` for the reports, `/health` for whatever
/// watches the bot, `/metrics` for Prometheus.
///
/// Only `GET` and `HEAD` are known. A request has to name this machine as its host: a page of
/// somebody else's, whose name resolves to loopback, is not answered.
public final class StatusServer implements AutoCloseable {

  private static final int THREADS = 4;
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService workers;
  private final Status.Source source;
  private final Meters meters;
  private final EventLog log;
  private final Path reportFolder;
  private final ReportFiles reports;
  private final Set<String> hosts;

  private StatusServer(
      HttpServer server, Status.Source source, Path reportFolder, Meters meters, EventLog log) {
    this.server = server;
    this.source = source;
    this.reportFolder = reportFolder;
    this.reports = new ReportFiles(reportFolder);
    this.meters = meters;
    this.log = log;
    int port = server.getAddress().getPort();
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    this.workers = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());
  }

  /// Starts to answer.
  ///
  /// @param port on loopback; 0 for any that is free
  /// @param source looks at the bot
  /// @param reportFolder holds a folder for each series, as the sink of HTML reports makes them
  /// @param meters the numbers
  /// @param log where it is said what went wrong
  /// @return the server
  /// @throws IOException where the port is taken
  public static StatusServer start(
      int port, Status.Source source, Path reportFolder, Meters meters, EventLog log)
      throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer http = HttpServer.create(address, 0);
    var server = new StatusServer(http, source, reportFolder, meters, log);
    http.createContext("/", server::handle);
    http.setExecutor(server.workers);
    http.start();
    return server;
  }

  /// {@return the port it answers on}
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host)) {
      return Answer.refused(421, "this is not the host that was asked for");
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return Answer.refused(405, "only GET and HEAD are known here");
    }
    // As it was sent: what is escaped in it names nothing.
    String path = exchange.getRequestURI().getRawPath();
    try {
      return answer(path);
    } catch (Exception e) {
      log.write(
          Level.ERROR,
          "web-trouble",
          EventLog.text("path", path),
          EventLog.text("what", e.toString()));
      return Answer.refused(503, "this cannot be found out now; the log says why");
    }
  }

  private Answer answer(String path) throws Exception {
    switch (path) {
      case "/" -> {
        return Answer.page(200, Pages.overview(source.now(), ReportEntry.all(reportFolder)));
      }
      case "/health" -> {
        Status status = source.now();
        return Answer.text(status.well() ? 200 : 503, "application/json", Pages.health(status));
      }
      case "/metrics" -> {
        return Answer.text(200, PROMETHEUS, meters.text());
      }
      default -> {
        String prefix = "/reports/";
        return (path.startsWith(prefix)
                ? reports.answer(path.substring(prefix.length()))
                : java.util.Optional.<Answer>empty())
            .orElseGet(() -> Answer.refused(404, "there is nothing here"));
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Content-Security-Policy", answer.policy());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
