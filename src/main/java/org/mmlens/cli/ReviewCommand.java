package org.mmlens.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mmlens.config.Layers;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The main job: a series in, a report out.
@Command(
    name = "review",
    header = "Runs the C of a patch series before and after it, and reports every difference.",
    description = {
      "",
      "Example: @|bold mmlens review v2-mm-unexport.mbox --git ~/linux --base v6.10|@",
      "",
      "With neither --tree nor --git the kernel tree one stands in is taken, else the miniature"
          + " one that comes with mmlens."
    })
final class ReviewCommand implements Callable<Integer>, Configuration.Reader {

  @Mixin private final SeriesOptions series = new SeriesOptions();
  @Mixin private final TreeOptions tree = new TreeOptions();
  @Mixin private final EngineOptions engineOptions = new EngineOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();
  @Mixin private final ReportOptions reports = new ReportOptions();

  @Option(
      names = "--save",
      paramLabel = "DIR",
      description = "Save each counterexample there, for @|bold mmlens replay|@.")
  private Optional<Path> save = Optional.empty();

  private final Surroundings here;
  private final Engine engine;
  private Declared declared = Declared.NOTHING;

  ReviewCommand(Surroundings here, Engine engine) {
    this.here = here;
    this.engine = engine;
  }

  @Override
  public void configured(Layers layers, Set<String> given) {
    declared = Declared.in(layers);
  }

  @Override
  public Integer call() {
    reports.check();
    save.ifPresent(folder -> Writable.folder("--save", folder));
    Intake intake =
        new Intake.Sources(series, tree, cache.folder(here)).read(here, reports.verbosity());
    engineOptions.check(intake.tree());
    ReviewOptions options =
        cache.keep(engineOptions.options(intake.series().patches().size()), here);
    Review measured;
    try (var progress = ProgressLine.begin(here, reports.verbosity())) {
      measured =
          cache.remembering(engine, here).review(intake.series(), intake.tree(), options, progress);
    }
    Review completed = intake.complete(measured, here, reports.verbosity());
    Review review = declared.mark(completed, here, reports.verbosity());
    save.ifPresent(folder -> Counterexamples.save(review, series.paths(), folder));
    return reports.write(review, here).status();
  }
}
