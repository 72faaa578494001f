package org.mmlens.report;

import java.util.Locale;
import org.mmlens.review.Review;

/// The body of a POST to patchwork's `/api/1.x/patches/ID/checks/`.
///
/// `target_url` is the poster's to add: a report does not know where it will be found.
final class PatchworkReport implements Report {

  @Override
  public String format() {
    return "patchwork";
  }

  @Override
  public String render(Review review) {
    return Json.object(
        json ->
            json.text("state", CheckState.of(review).name().toLowerCase(Locale.ROOT))
                .text("context", "mmlens")
                .text("description", CheckState.summary(review)));
  }
}
