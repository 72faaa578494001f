package org.mmlens.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mmlens.config.Layers;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Who may see and call what, before and after a series; nothing is compiled or run.
@Command(
    name = "surface",
    header =
        "Reports who may see and use what before and after a patch series, without running it.",
    description = {
      "",
      "Example: @|bold mmlens surface v2-mm-unexport.mbox --tree ~/linux|@",
      "",
      "With neither --tree nor --git the kernel tree one stands in is taken, else the miniature"
          + " one that comes with mmlens. What the messages claim about visibility, users and calls"
          + " is checked, too; see @|bold mmlens help visibility|@."
    })
final class SurfaceCommand implements Callable<Integer>, Configuration.Reader {

  @Mixin private final SeriesOptions series = new SeriesOptions();
  @Mixin private final TreeOptions tree = new TreeOptions();

  @Option(
      names = "--patch",
      paramLabel = "N",
      description = "Judge this patch of the series only, on top of those before it.")
  private Optional<Integer> patch = Optional.empty();

  @Mixin private final CacheOptions cache = new CacheOptions();
  @Mixin private final ReportOptions reports = new ReportOptions();

  private final Surroundings here;
  private final Engine engine;
  private Declared declared = Declared.NOTHING;

  SurfaceCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public void configured(Layers layers, Set<String> given) {
    declared = Declared.in(layers).withoutBehaviour();
  }

  @Override
  public Integer call() {
    reports.check();
    Intake intake =
        new Intake.Sources(series, tree, cache.folder(here)).read(here, reports.verbosity());
    PatchOption.check(patch, intake.series().patches().size());
    ReviewOptions options = cache.keep(ReviewOptions.standard().withOnly(patch), here);
    Review seen;
    try (var progress = ProgressLine.begin(here, reports.verbosity())) {
      seen =
          cache
              .remembering(engine, here)
              .surface(intake.series(), intake.tree(), options, progress);
    }
    Review completed = intake.complete(seen, here, reports.verbosity());
    Review review = declared.mark(completed, here, reports.verbosity());
    return reports.write(review, here).status();
  }
}
