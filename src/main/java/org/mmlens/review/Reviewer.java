package org.mmlens.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.mail.Series;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.surface.claim.Claim;
import org.mmlens.surface.claim.ClaimReader;
import org.mmlens.tree.SourceTree;

/// Reviews a series: applies its patches one by one, runs the tree before each against the tree
/// after it, and the first tree against the last, and compares what is visible of them.
public final class Reviewer {

  private static final Verdict NOTHING_RUN =
      new Verdict.NotRun("nothing was executed: this looks at what is visible only");

  private static final Verdict NOT_COMPILED =
      new Verdict.NotRun(
          "the patch changes only what this configuration does not compile for the lens");

  private static final Verdict NOTHING_CAME =
      new Verdict.NotRun("no run came to code that the patch changes");

  private final ReviewOptions options;
  private final Progress progress;
  private final Changes changes = new Changes();
  private volatile Optional<Draft> draft = Optional.empty();
  private volatile Optional<TreeCompiler> compiling = Optional.empty();

  /// Prepares a review.
  ///
  /// @param options how much is run
  /// @param progress hears how far it is
  public Reviewer(ReviewOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// {@return the review}
  ///
  /// @param series what is reviewed
  /// @param tree what it is applied to
  public Review review(Series series, SourceTree tree) {
    draft = Optional.of(new Draft(series, tree.name(), options));
    TreeSteps steps = TreeSteps.of(series, tree);
    var compiler =
        new TreeCompiler(options.config(), allTouched(steps), TreeCompiler.Kept.of(options, tree));
    compiling = Optional.of(compiler);
    Future<?> _ = Background.begin(ScenarioSpace::all);
    steps.steps().stream()
        .limit(1)
        .flatMap(first -> Stream.of(first.before(), first.after()))
        .forEach(compiler::anticipate);
    var bench = new Workbench(options, allChanged(steps), compiler);
    Review review = review(series, tree, steps, Optional.of(bench));
    compiler.save();
    return review;
  }

  /// {@return the review without anything being compiled or run: what is visible, and the claims
  /// about it}
  ///
  /// @param series what is reviewed
  /// @param tree what it is applied to
  public Review surface(Series series, SourceTree tree) {
    draft = Optional.of(new Draft(series, tree.name(), options));
    return review(series, tree, TreeSteps.of(series, tree), Optional.empty());
  }

  /// {@return what is known of a review that another thread is at work on, marked incomplete; empty
  /// before it has begun}
  public Optional<Review> soFar() {
    return draft.map(d -> d.review(Draft.State.INCOMPLETE));
  }

  /// Keeps for the next run what a review has compiled that is at work on another thread and will
  /// not be waited for. What is kept is what was asked of units until then, and as right as at its
  /// end.
  public void keep() {
    compiling.ifPresent(TreeCompiler::save);
  }

  private Review review(
      Series series, SourceTree tree, TreeSteps steps, Optional<Workbench> bench) {
    Draft known = draft.orElseThrow();
    known.found(steps.warnings());
    known.found(steps.refused());
    known.placed(steps.placing());
    Surfaces surfaces = new Surfaces(tree, allTouched(steps), options.names());
    Desk desk = new Desk(bench, surfaces, known::found, known::early);
    int total = series.patches().size();
    for (int k = 1; k <= total && !progress.interrupted(); k++) {
      if (options.only().isPresent() && options.only().get() != k) {
        continue;
      }
      if (k <= steps.steps().size()) {
        PatchReview judged = judge(series, steps, k, desk);
        known.patch(judged);
        progress.judged(judged);
        forget(steps, k, bench);
      } else {
        String reason =
            k == steps.steps().size() + 1
                ? "the patch does not apply"
                : "a patch before it does not apply";
        known.patch(PatchReviews.notReviewed(series, k, reason));
      }
    }
    if (total > 1 && options.only().isEmpty() && !progress.interrupted()) {
      known.whole(whole(series, steps, desk));
    }
    return known.review(progress.interrupted() ? Draft.State.INCOMPLETE : Draft.State.COMPLETE);
  }

  /// Only the first tree is needed again, when the series as a whole is judged.
  private static void forget(TreeSteps steps, int k, Optional<Workbench> bench) {
    SourceTree before = steps.steps().get(k - 1).before();
    if (before != steps.base()) {
      bench.ifPresent(b -> b.drop(before));
    }
  }

  private PatchReview judge(Series series, TreeSteps steps, int k, Desk desk) {
    TreeSteps.Step step = steps.steps().get(k - 1);
    Set<String> paths = new TreeSet<>(step.lines().touchedPaths());
    Change change = new Change(k, series.patches().size(), step.before(), step.after(), paths);
    List<Claim> claims = new ArrayList<>();
    claims.addAll(ClaimReader.read(step.patch().title(), step.patch().message()));
    if (series.patches().size() == 1) {
      claims.addAll(coverClaims(series));
    }
    return PatchReviews.of(series, step, judge(change, claims.stream().distinct().toList(), desk));
  }

  private PatchReview whole(Series series, TreeSteps steps, Desk desk) {
    if (!steps.refused().isEmpty()) {
      return PatchReviews.whole(
          series, new Judgement(new Verdict.NotReviewed("the series does not apply"), List.of()));
    }
    Change change =
        new Change(0, series.patches().size(), steps.base(), steps.last(), allTouched(steps));
    return PatchReviews.whole(series, judge(change, coverClaims(series), desk));
  }

  private static List<Claim> coverClaims(Series series) {
    return series
        .cover()
        .map(cover -> ClaimReader.read(cover.subject().title(), cover.text()))
        .orElse(List.of());
  }

  /// Two trees to compare.
  ///
  /// @param number of the patch; 0 for the series as a whole
  /// @param total how many patches there are
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  record Change(int number, int total, SourceTree before, SourceTree after, Set<String> paths) {}

  /// What is said about two trees.
  ///
  /// @param verdict on behaviour
  /// @param findings all of them
  record Judgement(Verdict verdict, List<Finding> findings) {}

  /// {@return what is said about the difference of two trees, without any mail}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  public TreeReview compare(SourceTree before, SourceTree after, Set<String> paths) {
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    Set<String> changed = changes.between(before, after, paths).functions().keySet();
    var compiler = new TreeCompiler(options.config(), paths, TreeCompiler.Kept.of(options, before));
    Desk desk =
        new Desk(
            Optional.of(new Workbench(options, changed, compiler)),
            new Surfaces(before, paths, options.names()),
            diagnostics::addAll,
            (_, _) -> {});
    Judgement judgement = judge(new Change(1, 1, before, after, paths), List.of(), desk);
    compiler.save();
    return new TreeReview(judgement.verdict(), judgement.findings(), List.copyOf(diagnostics));
  }

  /// What is said about the difference of two trees.
  ///
  /// @param verdict on behaviour
  /// @param findings all of them
  /// @param diagnostics what does not compile
  public record TreeReview(Verdict verdict, List<Finding> findings, List<Diagnostic> diagnostics) {
    /// Copies the lists.
    public TreeReview {
      findings = List.copyOf(findings);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// What the trees of one series are looked at with.
  ///
  /// @param bench runs them; absent if nothing is to be run
  /// @param surfaces looks at what is visible
  /// @param diagnostics takes what is wrong with the input
  /// @param early takes what is found about a patch, by its number, before it is judged
  private record Desk(
      Optional<Workbench> bench,
      Surfaces surfaces,
      Consumer<List<Diagnostic>> diagnostics,
      BiConsumer<Integer, List<Finding>> early) {

    private Read read(Change change, ChangedCode changed) {
      List<Finding> found = surfaces.findings(change);
      early.accept(change.number(), found);
      List<Claim> documented =
          bench.isPresent() ? surfaces.documented(change, changed.functions().keySet()) : List.of();
      return new Read(found, documented);
    }
  }

  /// What reading the trees has shown, while they were run.
  ///
  /// @param visible what changes of who may see what
  /// @param documented what comments say of functions of the change; nothing if they are not run
  private record Read(List<Finding> visible, List<Claim> documented) {}

  private Judgement judge(Change change, List<Claim> claims, Desk desk) {
    ChangedCode changed = changes.between(change.before(), change.after(), change.paths());
    Future<Read> reading = Background.begin(() -> desk.read(change, changed));
    Shown shown =
        desk.bench()
            .map(bench -> run(change, changed, bench, desk.diagnostics()))
            .orElseGet(() -> Shown.nothing(NOTHING_RUN));
    Read read = Background.join(reading);
    List<Finding> findings = new ArrayList<>(read.visible());
    findings.addAll(shown.findings());
    findings.addAll(LostChecks.of(change));
    // Comments make claims as messages do; what no run can tell of them is not worth a word.
    List<Claim> all = new ArrayList<>(claims);
    if (shown.executed().isPresent()) {
      all.addAll(read.documented());
    }
    findings.addAll(new ClaimFindings(change, changed, desk.surfaces(), shown).of(all));
    return new Judgement(shown.verdict(), findings);
  }

  private Shown run(
      Change change, ChangedCode changed, Workbench bench, Consumer<List<Diagnostic>> diagnostics) {
    progress.step(change.number(), change.total(), "compiling");
    bench.anticipate(change.before());
    bench.anticipate(change.after());
    Side before = bench.side(change.before());
    Side after = bench.side(change.after());
    if (after instanceof Side.Broken(var errors)) {
      diagnostics.accept(errors);
      return Shown.nothing(new Verdict.NotReviewed("the tree after it does not compile"));
    }
    if (before instanceof Side.Broken(var errors)) {
      diagnostics.accept(errors);
      return Shown.nothing(new Verdict.NotReviewed("the tree before it does not compile"));
    }
    progress.step(change.number(), change.total(), "running");
    Uncompiled uncompiled = uncompiled(change, before, after);
    var subject =
        new Subject(
            changed, Suspects.between(change.before(), change.after(), change.paths(), bench));
    List<Finding> findings = new ArrayList<>();
    uncompiled.ranges().forEach(range -> findings.add(BehaviourFindings.uncompiled(range)));
    BehaviourFindings.unread(uncompiled.unread()).ifPresent(findings::add);
    Behaviour.Compared compared = bench.compare(before, after, subject, progress);
    if (uncompiled.everything()
        && compared.verdict() instanceof Verdict.NoDifference(var evidence, _)
        && evidence.sameCode()) {
      return new Shown(NOT_COMPILED, changed.functions().keySet(), findings, Optional.empty());
    }
    findings.addAll(BehaviourFindings.of(change, compared, changed, before, after));
    Verdict verdict = compared.verdict();
    if (verdict instanceof Verdict.NoDifference
        && before instanceof Side.Ready b
        && after instanceof Side.Ready a) {
      Unrun unrun = Unrun.of(change, changed, b, a);
      findings.addAll(UnrunFindings.of(unrun));
      verdict = unrun.everything() ? NOTHING_CAME : verdict;
    }
    return new Shown(verdict, compared.notRun(), findings, Shown.executed(before, after, compared));
  }

  private static Uncompiled uncompiled(Change change, Side before, Side after) {
    return before instanceof Side.Ready b && after instanceof Side.Ready a
        ? Uncompiled.of(
            new Uncompiled.Source(change.before(), b.program()),
            new Uncompiled.Source(change.after(), a.program()),
            change.paths())
        : Uncompiled.unknown();
  }

  private static Set<String> allTouched(TreeSteps steps) {
    Set<String> paths = new TreeSet<>();
    steps.steps().forEach(s -> paths.addAll(s.lines().touchedPaths()));
    return paths;
  }

  private Set<String> allChanged(TreeSteps steps) {
    Set<String> names = new TreeSet<>();
    for (TreeSteps.Step s : steps.steps()) {
      names.addAll(
          changes.between(s.before(), s.after(), s.lines().touchedPaths()).functions().keySet());
    }
    return names;
  }
}
