package org.mmlens.bot.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The part of patchwork's REST interface that checks need (patchwork documentation, "The REST
/// API", version 1.3).
///
/// The token goes to the configured server and nowhere else: redirections are not followed, and
/// without TLS only this machine is spoken to. No message shows it.
public final class PatchworkApi {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LONGEST_ANSWER = 8 << 20;
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 20;

  private final URI base;
  private final Path tokenFile;
  private final HttpClient client;

  /// A check of a patch.
  ///
  /// @param state `pending`, `success`, `warning` or `fail`
  /// @param context what it is called, a slug
  /// @param description one line
  /// @param url where more is said; empty for nowhere
  record Check(String state, String context, String description, String url) {

    static Check of(JsonNode json) {
      return new Check(
          json.path("state").asString(""),
          json.path("context").asString(""),
          json.path("description").asString(""),
          json.path("target_url").asString(""));
    }

    byte[] json() {
      var object = JsonMapper.shared().createObjectNode();
      object.put("state", state).put("context", context).put("description", description);
      if (!url.isEmpty()) {
        object.put("target_url", url);
      }
      return JsonMapper.shared().writeValueAsBytes(object);
    }
  }

  /// The server will not do it, however often it is asked.
  static final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /// Names a server; it is not spoken to yet.
  ///
  /// @param base its interface, e.g. `https://patchwork.example.org/api/1.3`
  /// @param tokenFile the file that holds the token in its first line
  /// @param trust whom to believe that they are the server; the platform's authorities where absent
  public PatchworkApi(URI base, Path tokenFile, Optional<SSLContext> trust) {
    String text = base.toString();
    this.base = URI.create(text.endsWith("/") ? text : text + "/");
    this.tokenFile = tokenFile;
    HttpClient.Builder builder =
        HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER);
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// {@return the patches with this Message-ID: one for each project that has it}
  List<Integer> patches(String messageId) throws IOException, InterruptedException {
    var ids = new ArrayList<Integer>();
    for (JsonNode patch : all("patches/?msgid=" + encoded(messageId))) {
      // A server that does not know the filter answers with all patches there are.
      if (patch.path("msgid").asString("").equals("<" + messageId + ">")) {
        ids.add(patch.path("id").asInt());
      }
    }
    return List.copyOf(ids);
  }

  /// {@return the last check of this context; empty where there is none}
  Optional<Check> newest(int patch, String context) throws IOException, InterruptedException {
    return all("patches/%d/checks/?context=%s".formatted(patch, encoded(context))).stream()
        .filter(check -> check.path("context").asString("").equals(context))
        .max(Comparator.comparingInt(check -> check.path("id").asInt()))
        .map(Check::of);
  }

  void post(int patch, Check check) throws IOException, InterruptedException {
    HttpRequest request =
        request("patches/%d/checks/".formatted(patch))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(check.json()))
            .build();
    answer(request);
  }

  private List<JsonNode> all(String query) throws IOException, InterruptedException {
    var all = new ArrayList<JsonNode>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      String text = query + "&per_page=" + PAGE + "&page=" + page;
      JsonNode list = answer(request(text).GET().build());
      list.forEach(all::add);
      if (list.size() < PAGE) {
        break;
      }
    }
    return all;
  }

  private HttpRequest.Builder request(String path) throws IOException {
    boolean tls = "https".equals(base.getScheme());
    if (!tls && !InetAddress.getByName(base.getHost()).isLoopbackAddress()) {
      throw new IOException(base + ": without TLS only this machine is spoken to");
    }
    String token = Files.readString(tokenFile).lines().findFirst().orElse("").strip();
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Token " + token);
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    String what = request.method() + " " + request.uri();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    byte[] body;
    try (InputStream in = response.body()) {
      body = in.readNBytes(LONGEST_ANSWER);
    }
    int status = response.statusCode();
    switch (status) {
      case 200, 201 -> {
        return json(what, body);
      }
      case 400, 403, 404, 405 -> throw new Refusal(what + ": status " + status);
      default -> throw new IOException(what + ": status " + status);
    }
  }

  private static JsonNode json(String what, byte[] body) throws IOException {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new IOException(what + ": expected JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
