package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds the trailers that people send in answer to a patch, by the rules of `b4 am`.
///
/// A trailer counts for the patch it answers where it names the address it was sent from. Only
/// `…-by` ones are taken, at the start of a line: b4 also takes `Link:` and `contact:` from mails
/// of bots. What is sent to the cover letter is said and not added.
final class FollowUps {

  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,40}-by):\\s+(\\S.{0,500})");
  private static final int MOST = 100;

  /// A mail that answers one of the series.
  ///
  /// @param envelope its header
  /// @param body its text
  record Answer(Envelope envelope, Body body) {}

  private final Series series;
  private final List<PatchMail> patches;
  private final List<String> decisions;

  private FollowUps(Series series, List<String> decisions) {
    this.series = series;
    this.patches = new ArrayList<>(series.patches());
    this.decisions = decisions;
  }

  /// {@return the series with the trailers of the answers}
  static Series add(Series series, List<Answer> answers, List<String> decisions) {
    var all = new FollowUps(series, decisions);
    answers.forEach(all::answer);
    return new Series(series.heading(), series.cover(), all.patches, series.base());
  }

  private void answer(Answer answer) {
    for (String line : answer.body().lines()) {
      if (line.stripTrailing().equals("--")) {
        return;
      }
      Matcher m = LINE.matcher(line.stripTrailing());
      if (m.matches()) {
        byte[] value = m.group(2).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var trailer = new Trailer(m.group(1), Body.decode(value, answer.body().declared()).strip());
        trailer(answer.envelope(), trailer);
      }
    }
  }

  private void trailer(Envelope sent, Trailer trailer) {
    String text = trailer.key() + ": " + trailer.value();
    if (!Envelope.address(trailer.value()).equals(sent.address())) {
      decisions.add(
          "%s: '%s' left out: it was sent by %s".formatted(sent.at(), text, sent.address()));
      return;
    }
    for (String id : sent.references().reversed()) {
      if (cover(id)) {
        decisions.add(
            "%s: '%s' is for the series, it answers the cover letter; added to no patch"
                .formatted(sent.at(), text));
        return;
      }
      int k = patch(id);
      if (k >= 0) {
        add(
            k,
            trailer,
            "%s: '%s' added to patch %d, which it answers".formatted(sent.at(), text, k + 1));
        return;
      }
    }
  }

  private boolean cover(String id) {
    return series.cover().filter(c -> c.envelope().messageId().equals(id)).isPresent();
  }

  private int patch(String id) {
    for (int k = 0; k < patches.size(); k++) {
      if (!id.isEmpty() && patches.get(k).envelope().messageId().equals(id)) {
        return k;
      }
    }
    return -1;
  }

  private void add(int k, Trailer trailer, String decision) {
    PatchMail patch = patches.get(k);
    List<Trailer> there = patch.trailers();
    if (there.contains(trailer) || there.size() >= MOST) {
      return;
    }
    String line = trailer.key() + ": " + trailer.value();
    String gap = patch.message().isEmpty() ? "" : there.isEmpty() ? "\n\n" : "\n";
    patches.set(
        k,
        new PatchMail(
            patch.envelope(),
            patch.subject(),
            patch.author(),
            patch.message() + gap + line,
            patch.notes(),
            patch.diff()));
    decisions.add(decision);
  }
}
