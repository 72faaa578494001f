package org.mmlens.report;

import java.util.List;
import org.mmlens.review.Review;

/// What b4 reads from a command of `b4.review-series-check-cmd`: an array with one object, the
/// whole text report as its details.
final class B4JsonReport implements Report {

  @Override
  public String format() {
    return "b4-json";
  }

  @Override
  public String render(Review review) {
    return Json.array(
        List.of(review),
        (json, r) ->
            json.text("tool", "mmlens")
                .text("status", status(CheckState.of(r)))
                .text("summary", CheckState.summary(r))
                .text("details", new TextReport(Style.plain()).render(r)));
  }

  private static String status(CheckState state) {
    return switch (state) {
      case SUCCESS -> "pass";
      case WARNING -> "warn";
      case FAIL -> "fail";
    };
  }
}
