package org.mmlens.surface.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds the claims in a commit message or cover letter.
///
/// Sentences are matched one by one. `these functions`, `both` and `their` mean the functions that
/// the text named last; a sentence that is not understood claims nothing.
public final class ClaimReader {

  private static final String NAME = "`?[A-Za-z_]\\w*(?:\\(\\))?`?";
  private static final String FUNCTION = "`?[A-Za-z_]\\w*\\(\\)`?";
  private static final String SEPARATOR = "(?: ?, and | and | or | & | ?/ ?|, )";
  private static final String NAMES = "((?:the )?" + NAME + "(?:" + SEPARATOR + NAME + ")*)";
  private static final String FUNCTIONS = "(" + FUNCTION + "(?:" + SEPARATOR + FUNCTION + ")*)";
  private static final String PLACE = "([\\w-]+(?:/[\\w.-]*)+|[\\w-]+\\.[ch])";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  private static final Pattern NAMED = Pattern.compile(FUNCTION);

  /// What is denied, wished or left open is not claimed.
  private static final Pattern DENIED =
      Pattern.compile(
          "\\b(?:not|never|no longer(?! used)|cannot|\\w+n't|instead of|rather"
              + " than|without|should|could|would|might|may|if|unless|want(?:s|ed)?"
              + " to|prevents?|avoids?)\\b",
          FLAGS);

  /// How many characters before a match may deny it.
  private static final int REACH = 24;

  /// What another patch does is not claimed of this one.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(?:later|subsequent|following|next|previous|earlier|prior|upcoming|another|future)"
              + " (?:patch|commit|change|series)|\\bfollow-up\\b|\\bin the future\\b",
          FLAGS);

  /// A sentence that makes a claim.
  ///
  /// @param pattern how it is put
  /// @param claim the claim, from the match and the functions named last
  private record Form(Pattern pattern, BiFunction<MatchResult, List<String>, Claim> claim) {}

  private static final List<Form> FORMS =
      List.of(
          form(
              "no (?:intended |intentional )?(?:functional|function|behaviou?ral) changes?(?: (?:is"
                  + " |are )?(?:intended|expected|intentional))?|no change(?:s)? (?:in|of|to)"
                  + " (?:behaviou?r|functionality)(?: intended)?",
              (m, last) -> new Claim.NoFunctionalChange(m.group())),
          form(
              "\\bunexport(?:s|ed|ing)? " + NAMES,
              (m, last) -> new Claim.Unexport(m.group(), names(m.group(1)))),
          form(
              "\\bmak(?:e|es|ing) " + NAMES + " static\\b",
              (m, last) -> new Claim.MakeStatic(m.group(), names(m.group(1)))),
          form(
              "\\bmov(?:e|es|ed|ing) " + FUNCTIONS + " (?:from \\S+ )?(?:to|into) " + PLACE,
              (m, last) -> new Claim.Move(m.group(), names(m.group(1)), place(m.group(2)))),
          form(
              "\\brenam(?:e|es|ed|ing) (" + NAME + ") (?:to|into) (" + NAME + ")",
              (m, last) -> new Claim.Rename(m.group(), name(m.group(1)), name(m.group(2)))),
          form(
              "("
                  + FUNCTION
                  + ") is (?:the|their|its) (?:only|sole) (external )?(?:user|caller)"
                  + "(?: of "
                  + FUNCTIONS
                  + ")?(?: outside (?:of )?(\\S+/))?",
              ClaimReader::userFirst),
          form(
              "(?:only|sole) (external )?(?:user|caller) of (?:these (?:two )?functions|"
                  + FUNCTIONS
                  + ")(?: outside (?:of )?(\\S+/))?(?:,| is) ("
                  + FUNCTION
                  + ")",
              ClaimReader::symbolFirst),
          form(
              FUNCTIONS
                  + " (?:is|are|becomes?) (?:now )?(?:unused|no longer used)\\b"
                  + "|"
                  + FUNCTIONS
                  + " ha(?:s|ve) no (?:more |remaining )?(?:users?|callers?)(?: left)?",
              (m, last) ->
                  new Claim.Unused(m.group(), names(m.group(1) == null ? m.group(2) : m.group(1)))),
          form(
              "(?<!has )(?<!have )\\bno (?:more )?(?:users|callers)(?: of "
                  + FUNCTIONS
                  + ")? (?:are )?left\\b",
              (m, last) ->
                  new Claim.Unused(m.group(), m.group(1) == null ? last : names(m.group(1)))),
          form(
              FUNCTIONS
                  + "(?:,? as (?:used|called) (?:by|in|from) "
                  + FUNCTION
                  + ",?)?(?: [\\w, ]*?)??(?: which)? (?:(?:ultimately|eventually|indirectly) "
                  + "(?:invokes?|calls?|leads? to|ends? up (?:in|calling))|leads? to) ([\\w()/ ]+)",
              (m, last) -> new Claim.Invokes(m.group(), names(m.group(1)), targets(m.group(2)))));

  private ClaimReader() {}

  private static Form form(String pattern, BiFunction<MatchResult, List<String>, Claim> claim) {
    return new Form(Pattern.compile(pattern, FLAGS), claim);
  }

  /// {@return the claims, in order}
  ///
  /// @param title the first line of the message
  /// @param message the rest of it
  public static List<Claim> read(String title, String message) {
    List<Claim> claims = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (String sentence : sentences(title, message)) {
      for (Form form : FORMS) {
        form.pattern()
            .matcher(sentence)
            .results()
            .filter(match -> claimed(sentence, match))
            .map(match -> form.claim().apply(match, List.copyOf(last)))
            .filter(ClaimReader::aboutSomething)
            .forEach(claims::add);
      }
      List<String> named = NAMED.matcher(sentence).results().map(m -> name(m.group())).toList();
      if (!named.isEmpty()) {
        last.clear();
        last.addAll(named);
      }
    }
    return claims;
  }

  private static boolean claimed(String sentence, MatchResult match) {
    String before = sentence.substring(Math.max(0, match.start() - REACH), match.start());
    return !ELSEWHERE.matcher(sentence).find()
        && !DENIED.matcher(before).find()
        && !DENIED.matcher(match.group()).find();
  }

  private static List<String> sentences(String title, String message) {
    List<String> sentences = new ArrayList<>(List.of(title.strip()));
    for (String paragraph : message.split("\\n\\s*\\n")) {
      String flat = paragraph.replaceAll("\\s*\\n\\s*", " ").strip();
      sentences.addAll(List.of(flat.split("(?<=[.!?:;])\\s+")));
    }
    return sentences;
  }

  private static boolean aboutSomething(Claim claim) {
    return switch (claim) {
      case Claim.NoFunctionalChange _, Claim.Rename _, Claim.Returns _ -> true;
      case Claim.Unexport(_, List<String> symbols) -> !symbols.isEmpty();
      case Claim.MakeStatic(_, List<String> symbols) -> !symbols.isEmpty();
      case Claim.Move(_, List<String> symbols, _) -> !symbols.isEmpty();
      case Claim.SoleUser(_, List<String> symbols, _, _) -> !symbols.isEmpty();
      case Claim.Unused(_, List<String> symbols) -> !symbols.isEmpty();
      case Claim.Invokes(_, _, List<Claim.Target> targets) -> !targets.isEmpty();
    };
  }

  private static Claim userFirst(MatchResult match, List<String> last) {
    String user = name(match.group(1));
    List<String> symbols = match.group(3) == null ? without(last, user) : names(match.group(3));
    return new Claim.SoleUser(match.group(), symbols, user, outside(match, 2, 4));
  }

  private static Claim symbolFirst(MatchResult match, List<String> last) {
    String user = name(match.group(4));
    List<String> symbols = match.group(2) == null ? without(last, user) : names(match.group(2));
    return new Claim.SoleUser(match.group(), symbols, user, outside(match, 1, 3));
  }

  private static List<String> without(List<String> names, String name) {
    return names.stream().filter(other -> !other.equals(name)).toList();
  }

  /// `external` means outside the folder that defines the symbol, which is written `.` here.
  private static String outside(MatchResult match, int external, int folder) {
    if (match.group(folder) != null) {
      return match.group(folder).replaceFirst("/$", "");
    }
    return match.group(external) == null ? "" : ".";
  }

  /// `VMA split/merge` names two kinds of function by what they do.
  private static List<Claim.Target> targets(String text) {
    List<Claim.Target> targets = new ArrayList<>();
    String plain = text.strip();
    if (plain.contains("()")) {
      NAMED
          .matcher(plain)
          .results()
          .forEach(m -> targets.add(new Claim.Target(List.of(name(m.group())))));
      return targets;
    }
    var kinds =
        Pattern.compile(
                "(?:a |the )?(VMA|page|folio|PTE|PMD) (\\w+)(?:(?: ?/ ?| and | or )(\\w+))?", FLAGS)
            .matcher(plain);
    if (kinds.lookingAt()) {
      String subject = kinds.group(1).toLowerCase(Locale.ROOT);
      targets.add(new Claim.Target(List.of(subject, stem(kinds.group(2)))));
      if (kinds.group(3) != null) {
        targets.add(new Claim.Target(List.of(subject, stem(kinds.group(3)))));
      }
    }
    return targets;
  }

  private static String stem(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("(?:s|ing)$", "");
  }

  private static List<String> names(String list) {
    List<String> names = new ArrayList<>();
    for (String part : list.replaceFirst("^the ", "").split(SEPARATOR)) {
      String name = name(part);
      if (part.contains("(") || name.contains("_")) {
        names.add(name);
      }
    }
    return names;
  }

  private static String name(String text) {
    return text.replaceAll("[`()]", "").strip();
  }

  private static String place(String text) {
    return text.replaceFirst("[.,;]$", "");
  }
}
