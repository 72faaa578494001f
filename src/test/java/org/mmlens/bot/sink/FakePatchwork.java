package org.mmlens.bot.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmlens.bot.sink.PatchworkApi.Check;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// As much of patchwork's REST interface as checks need, on loopback, in the shapes that its
/// documentation gives (version 1.3): pages of at most 250, filters, a token.
final class FakePatchwork implements AutoCloseable {

  private static final Pattern CHECKS = Pattern.compile("/api/1\\.3/patches/(\\d+)/checks/");

  private final HttpServer server;
  private final String token;
  private final Map<Integer, String> patches = new TreeMap<>();
  private final Map<Integer, List<Check>> checks = new TreeMap<>();
  private boolean filters = true;
  private int failure = 0;

  FakePatchwork(String token) throws IOException {
    this.token = token;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/1.3");
  }

  synchronized void patch(int id, String messageId) {
    patches.put(id, messageId);
  }

  synchronized void forget(int id) {
    patches.remove(id);
  }

  synchronized void check(int patch, Check check) {
    checks.computeIfAbsent(patch, _ -> new ArrayList<>()).add(check);
  }

  synchronized Map<Integer, List<Check>> checks() {
    return new TreeMap<>(checks);
  }

  synchronized int checkCount() {
    return checks.values().stream().mapToInt(List::size).sum();
  }

  synchronized void ignoreFilters() {
    filters = false;
  }

  /// From now on every answer has this status.
  synchronized void fail(int status) {
    failure = status;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      boolean known =
          ("Token " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      if (failure > 0) {
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
        answer(exchange, failure, JsonMapper.shared().createObjectNode());
      } else if (!known) {
        answer(exchange, 401, JsonMapper.shared().createObjectNode());
      } else {
        answer(exchange, sent);
      }
    }
  }

  private void answer(HttpExchange exchange, byte[] sent) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange.getRequestURI());
    Matcher one = CHECKS.matcher(path);
    if (path.equals("/api/1.3/patches/")) {
      answer(exchange, 200, page(patches(query), query));
    } else if (!one.matches() || !patches.containsKey(Integer.valueOf(one.group(1)))) {
      answer(exchange, 404, JsonMapper.shared().createObjectNode());
    } else if (exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 200, page(checks(Integer.parseInt(one.group(1)), query), query));
    } else {
      JsonNode check = JsonMapper.shared().readTree(sent);
      check(Integer.parseInt(one.group(1)), Check.of(check));
      answer(exchange, 201, check);
    }
  }

  private List<JsonNode> patches(Map<String, String> query) {
    var found = new ArrayList<JsonNode>();
    patches.forEach(
        (id, messageId) -> {
          if (!filters || messageId.equals(query.get("msgid"))) {
            found.add(
                JsonMapper.shared()
                    .createObjectNode()
                    .put("id", id)
                    .put("msgid", "<" + messageId + ">"));
          }
        });
    return found;
  }

  private List<JsonNode> checks(int patch, Map<String, String> query) {
    var found = new ArrayList<JsonNode>();
    int id = 1000 * patch;
    for (Check check : checks.getOrDefault(patch, List.of())) {
      id++;
      if (!filters || check.context().equals(query.get("context"))) {
        found.add(
            JsonMapper.shared()
                .createObjectNode()
                .put("id", id)
                .put("state", check.state())
                .put("context", check.context())
                .put("description", check.description())
                .put("target_url", check.url()));
      }
    }
    return found;
  }

  private static ArrayNode page(List<JsonNode> all, Map<String, String> query) {
    int size = Math.min(250, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int from = size * (Integer.parseInt(query.getOrDefault("page", "1")) - 1);
    ArrayNode page = JsonMapper.shared().createArrayNode();
    all.stream().skip(from).limit(size).forEach(page::add);
    return page;
  }

  private static Map<String, String> query(URI uri) {
    var found = new LinkedHashMap<String, String>();
    for (String pair : String.valueOf(uri.getRawQuery()).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private static void answer(HttpExchange exchange, int status, JsonNode json) throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(json);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
