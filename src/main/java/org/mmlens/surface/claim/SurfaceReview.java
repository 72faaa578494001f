package org.mmlens.surface.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.mail.Series;
import org.mmlens.surface.Surface;
import org.mmlens.surface.SurfaceDelta;
import org.mmlens.tree.SeriesApplication;

/// What a series changes about the surface, and whether its messages tell the truth about it.
///
/// @param patches one for each patch that applies, in order
/// @param whole the tree before the series against the tree after the last of them; with the claims
///   of the cover letter
public record SurfaceReview(List<Part> patches, Part whole) {

  /// The surface side of one patch, or of the series as a whole.
  ///
  /// @param delta what changes
  /// @param claims what the message claims
  public record Part(SurfaceDelta delta, List<Judgement.Judged> claims) {
    /// Copies the list.
    public Part {
      claims = List.copyOf(claims);
    }
  }

  /// Copies the list.
  public SurfaceReview {
    patches = List.copyOf(patches);
  }

  /// {@return the review of a series; reads every C file of the tree once}
  ///
  /// @param series the series
  /// @param application the trees it leads through
  public static SurfaceReview of(Series series, SeriesApplication application) {
    return of(series, application, Surface.of(application.before()));
  }

  /// {@return the review of a series on a tree whose surface is known}
  ///
  /// @param series the series
  /// @param application the trees it leads through
  /// @param surface the surface of the tree it starts from
  public static SurfaceReview of(Series series, SeriesApplication application, Surface surface) {
    List<Part> patches = new ArrayList<>();
    Surface before = surface;
    for (SeriesApplication.Step step : application.steps()) {
      Set<String> touched = step.applied().lines().touchedPaths();
      Surface after = before.with(step.applied().tree(), touched);
      String message = step.mail().message();
      patches.add(part(before, after, touched, ClaimReader.read(step.mail().title(), message)));
      before = after;
    }
    return new SurfaceReview(patches, whole(series, application, surface, patches));
  }

  private static Part whole(
      Series series, SeriesApplication application, Surface surface, List<Part> patches) {
    List<Claim> claims =
        series
            .cover()
            .map(cover -> ClaimReader.read(cover.subject().title(), cover.text()))
            .orElse(List.of());
    if (patches.size() == 1 && claims.isEmpty()) {
      return new Part(patches.getFirst().delta(), List.of());
    }
    Set<String> touched = new TreeSet<>(application.lines().touchedPaths());
    return part(surface, surface.with(application.after(), touched), touched, claims);
  }

  private static Part part(Surface before, Surface after, Set<String> touched, List<Claim> claims) {
    return new Part(before.delta(after, touched), new ClaimJudge(before, after).judge(claims));
  }
}
