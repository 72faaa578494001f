package org.mmlens.report;

import org.mmlens.review.Review;

/// A review in one format.
public interface Report {

  /// {@return the name the command line knows the format by}
  String format();

  /// {@return the whole report, each line ended with a line feed; empty where the format says
  /// nothing of such a review}
  ///
  /// @param review what is reported
  String render(Review review);
}
