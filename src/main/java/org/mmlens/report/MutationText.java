package org.mmlens.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mmlens.mutate.Mutant;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Mutation.Tried;
import org.mmlens.review.Trials.Answer;

/// What mutants showed, for people: how many were noticed, and a patch for each that was not.
public final class MutationText {

  private static final int CONTEXT = 3;

  private MutationText() {}

  /// {@return one line on one mutant}
  ///
  /// @param tried the mutant
  public static String line(Tried tried) {
    return "%-16s %s:%d %s%s"
        .formatted(
            word(tried.answer()),
            Printable.of(tried.path()),
            tried.mutant().line(),
            Printable.of(tried.mutant().toString()),
            detail(tried.answer()));
  }

  /// {@return the word for an answer: `killed`, `survived`, `same-code`, `does-not-compile`,
  /// `inconclusive`}
  ///
  /// @param answer the answer
  public static String word(Answer answer) {
    return switch (answer) {
      case Answer.Noticed _ -> "killed";
      case Answer.Silent _ -> "survived";
      case Answer.SameCode _ -> "same-code";
      case Answer.DoesNotCompile _ -> "does-not-compile";
      case Answer.Inconclusive _ -> "inconclusive";
    };
  }

  private static String detail(Answer answer) {
    return switch (answer) {
      case Answer.Noticed(var first) -> " (" + first.title() + ")";
      case Answer.Silent(boolean notes) -> notes ? " (a note)" : "";
      case Answer.SameCode _, Answer.DoesNotCompile _ -> "";
      case Answer.Inconclusive(String reason) -> " (" + Printable.of(reason) + ")";
    };
  }

  /// {@return the figures and the survivors}
  ///
  /// @param all every mutant that was tried
  /// @param files the content of the files, by path
  /// @param style what the terminal can show
  public static String of(List<Tried> all, Map<String, byte[]> files, Style style) {
    var page = new TextPage(style);
    List<Tried> survivors = all.stream().filter(t -> t.answer() instanceof Answer.Silent).toList();
    for (Tried t : survivors) {
      page.blank();
      page.prose("survived: ", Ink.DOUBTFUL, "  ", Printable.of(t.mutant().toString()));
      page.diff("", diff(t, files.getOrDefault(t.path(), new byte[0])), 100);
    }
    page.blank();
    SortedMap<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(t -> word(t.answer()), TreeMap::new, Collectors.counting()));
    page.prose(
        "%,d mutants: ".formatted(all.size()),
        survivors.isEmpty() ? Ink.GOOD : Ink.DOUBTFUL,
        "  ",
        counts.entrySet().stream()
            .map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
            .collect(Collectors.joining(", ")));
    SortedMap<Mutant.Operator, long[]> operators = new TreeMap<>();
    for (Tried t : all) {
      long[] n = operators.computeIfAbsent(t.mutant().operator(), _ -> new long[3]);
      n[0]++;
      n[1] += t.answer() instanceof Answer.Noticed ? 1 : 0;
      n[2] += t.answer() instanceof Answer.Silent ? 1 : 0;
    }
    operators.forEach(
        (operator, n) ->
            page.line(
                "  ",
                "%-20s %4d made, %4d killed, %3d survived"
                    .formatted(
                        operator.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        n[0],
                        n[1],
                        n[2])));
    page.line("  ", "%.2f s for a mutant, in the median".formatted(median(all)));
    return page.toString();
  }

  private static double median(List<Tried> all) {
    long[] sorted = all.stream().mapToLong(Tried::nanos).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1e9;
  }

  private static List<String> diff(Tried tried, byte[] file) {
    List<String> was = lines(file);
    List<String> now = lines(tried.mutant().in(file));
    String path = tried.path();
    return UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + path, "b/" + path, was, DiffUtils.diff(was, now), CONTEXT)
        .stream()
        .map(Printable::of)
        .toList();
  }

  private static List<String> lines(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).lines().toList();
  }
}
