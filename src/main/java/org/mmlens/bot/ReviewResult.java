package org.mmlens.bot;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.bot.ReviewResult.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the bot keeps of a review: enough to know whether to speak, and to compare the next
/// revision with.
///
/// @param verdict the word for all of it
/// @param remarks findings above notes, each fingerprint once
/// @param reasons why parts came to no verdict
record ReviewResult(String verdict, List<Remark> remarks, List<String> reasons) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_REASONS = 20;
  private static final int MOST_REMARKS = 200;

  /// A finding.
  ///
  /// @param fingerprint the same where a series is rebased or sent again
  /// @param message one sentence
  record Remark(String fingerprint, String message) {}

  ReviewResult {
    remarks = List.copyOf(remarks);
    reasons = List.copyOf(reasons);
  }

  /// {@return whether something could not be judged}
  boolean inconclusive() {
    return !reasons.isEmpty();
  }

  /// {@return what a JSON report says}
  ///
  /// @param report `mmlens-review/1`
  static ReviewResult ofReport(byte[] report) throws JacksonException {
    JsonNode root = JSON.readTree(report);
    var parts = new ArrayList<JsonNode>();
    root.path("patches").forEach(parts::add);
    if (root.has("whole")) {
      parts.add(root.path("whole"));
    }
    var remarks = new ArrayList<Remark>();
    var reasons = new ArrayList<String>();
    for (JsonNode part : parts) {
      for (JsonNode finding : part.path("findings")) {
        add(remarks, finding);
      }
      if (part.path("verdict").asString("").equals("inconclusive")) {
        for (JsonNode reason : part.path("reasons")) {
          String text = reason.asString("");
          if (!reasons.contains(text) && reasons.size() < MOST_REASONS) {
            reasons.add(text);
          }
        }
      }
    }
    return new ReviewResult(root.path("verdict").asString(""), remarks, reasons);
  }

  private static void add(List<Remark> remarks, JsonNode finding) {
    String fingerprint = finding.path("fingerprint").asString("");
    boolean note = finding.path("severity").asString("").equals("note");
    boolean there = remarks.stream().anyMatch(r -> r.fingerprint().equals(fingerprint));
    if (!note && !there && remarks.size() < MOST_REMARKS) {
      remarks.add(new Remark(fingerprint, finding.path("message").asString("")));
    }
  }

  /// {@return this as text for the database}
  String stored() {
    return JSON.writeValueAsString(this);
  }

  /// {@return what [#stored] gave}
  static ReviewResult ofStored(String text) {
    return JSON.readValue(text, ReviewResult.class);
  }
}
