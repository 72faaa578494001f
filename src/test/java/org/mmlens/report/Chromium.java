package org.mmlens.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless Chromium, spoken to in its DevTools protocol over a WebSocket on the loopback.
///
/// It can resolve no name, so that whatever a page asks for beyond files goes nowhere.
final class Chromium implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  private Chromium(Process process, URI devTools) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(devTools, listener()).join();
  }

  /// {@return a browser; the test is skipped where there is none}
  ///
  /// @param folder for what it keeps
  static Chromium start(Path folder) throws IOException {
    Optional<Path> program = program();
    assumeTrue(program.isPresent(), "not installed: chromium");
    var command = new ArrayList<String>();
    command.add(program.orElseThrow().toString());
    command.addAll(
        List.of(
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-first-run",
            "--remote-debugging-port=0",
            "--user-data-dir=" + folder));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    Process process = new ProcessBuilder(command).redirectOutput(new File("/dev/null")).start();
    return new Chromium(process, devTools(process));
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(n -> Path.of(folder, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Reads on after the line that is waited for, so that the browser never stands still.
  private static URI devTools(Process process) throws IOException {
    var errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    var said = new StringBuilder();
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      said.append(line).append('\n');
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
        return URI.create(listening.group(1));
      }
    }
    throw new IOException("chromium ended: " + said);
  }

  /// A page and what it has done since it was opened.
  final class Page {

    private final String session;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> loaded = new LinkedBlockingQueue<>();

    private Page(String session) {
      this.session = session;
    }

    /// Loads a page and waits until it and its scripts have run.
    void load(URI uri) throws InterruptedException {
      call("Page.navigate", Map.of("url", uri.toString()));
      if (loaded.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("not loaded: " + uri);
      }
    }

    /// {@return the value of an expression, which must be a string, number or boolean}
    String value(String expression) {
      JsonNode answer =
          call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
      if (answer.has("exceptionDetails")) {
        throw new IllegalStateException(answer.toString());
      }
      return answer.path("result").path("value").asString();
    }

    /// Presses a key and lets go of it.
    void press(String key) {
      call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
      call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    JsonNode call(String method, Map<String, Object> parameters) {
      return Chromium.this.call(method, parameters, session);
    }

    /// {@return the parameters of the events of that name so far}
    List<JsonNode> events(String method) {
      return events.stream()
          .filter(event -> event.path("method").asString().equals(method))
          .map(event -> event.path("params"))
          .toList();
    }
  }

  /// {@return an empty page that is watched from now on}
  Page open() {
    JsonNode target = call("Target.createTarget", Map.of("url", "about:blank"), "");
    String id = target.path("targetId").asString();
    JsonNode attached = call("Target.attachToTarget", Map.of("targetId", id, "flatten", true), "");
    var page = new Page(attached.path("sessionId").asString());
    pages.put(page.session, page);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      page.call(domain + ".enable", Map.of());
    }
    return page;
  }

  private JsonNode call(String method, Map<String, Object> parameters, String session) {
    int id = lastId.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    answers.put(id, answer);
    var message = JsonMapper.shared().createObjectNode().put("id", id).put("method", method);
    message.set("params", JsonMapper.shared().valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    JsonNode told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (told.has("error")) {
      throw new IllegalStateException(method + ": " + told.path("error"));
    }
    return told.path("result");
  }

  private void receive(JsonNode message) {
    if (message.has("id")) {
      Optional.ofNullable(answers.remove(message.path("id").asInt()))
          .ifPresent(answer -> answer.complete(message));
      return;
    }
    Page page = pages.get(message.path("sessionId").asString(""));
    if (page == null) {
      return;
    }
    page.events.add(message);
    if (message.path("method").asString().equals("Page.loadEventFired")) {
      page.loaded.add("loaded");
    }
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {
      private final StringBuilder text = new StringBuilder();

      @Override
      public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
          receive(JsonMapper.shared().readTree(text.toString()));
          text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
      }
    };
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
