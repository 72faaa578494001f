package org.mmlens.bot.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What sinks need of a review in JSON (docs/json.md).
///
/// @param verdict of the review as a whole
/// @param patches in the order of the series
record JsonReview(String verdict, List<Part> patches) {

  private static final int LONGEST = 200;

  JsonReview {
    patches = List.copyOf(patches);
  }

  /// A patch as the state of a check.
  ///
  /// @param messageId without angle brackets; empty where the patch has none
  /// @param state `success`, `warning` or `fail`
  /// @param description the verdict and what decides it, on one line
  record Part(String messageId, String state, String description) {}

  /// {@return the review that a parcel carries; empty where it carries none in JSON}
  ///
  /// @throws IOException where the file is not there or no review
  static Optional<JsonReview> of(Parcel parcel) throws IOException {
    Path file = parcel.reports().get("json");
    if (file == null) {
      return Optional.empty();
    }
    try {
      JsonNode review = JsonMapper.shared().readTree(Files.readAllBytes(file));
      var parts = new ArrayList<Part>();
      for (JsonNode patch : review.path("patches")) {
        parts.add(part(patch));
      }
      return Optional.of(new JsonReview(review.path("verdict").asString(""), parts));
    } catch (JacksonException e) {
      throw new IOException(file + ": expected a review in JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Part part(JsonNode patch) {
    String verdict = patch.path("verdict").asString("");
    State state =
        switch (verdict) {
          case "not-reviewed" -> State.FAIL;
          case "no-difference", "different", "not-run" -> State.SUCCESS;
          default -> State.WARNING;
        };
    // Findings come most severe first.
    JsonNode worst = patch.path("findings").path(0);
    state = State.worse(state, State.ofSeverity(worst.path("severity").asString("")));
    String reason =
        state != State.SUCCESS && worst.has("message")
            ? worst.path("message").asString("")
            : patch.path("reasons").path(0).asString("");
    String line = (reason.isEmpty() ? verdict : verdict + ": " + reason).replaceAll("\\s+", " ");
    String cut = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    return new Part(patch.path("messageId").asString(""), state.word(), cut);
  }

  private enum State {
    SUCCESS,
    WARNING,
    FAIL;

    static State ofSeverity(String severity) {
      return switch (severity) {
        case "error" -> FAIL;
        case "warning" -> WARNING;
        default -> SUCCESS;
      };
    }

    static State worse(State a, State b) {
      return a.compareTo(b) >= 0 ? a : b;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
