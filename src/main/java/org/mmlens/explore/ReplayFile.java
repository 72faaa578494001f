package org.mmlens.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;

/// A saved counterexample: small text that fits in a mail.
///
/// ```
/// mmlens-replay 1
/// series 20240101.1@example.org
/// mail v2.mbox
/// patch 1
/// observable vmas
/// scenario end=0x7ffffffff000 length=1 shift=0x1000
/// ```
///
/// @param series message-id of the patch or cover letter, without brackets; may be empty
/// @param mails where the series was read from, as its reader named it; empty for standard input
/// @param patch which patch of the series, from 1; 0 for the series as a whole
/// @param observable id of the observable that differs first
/// @param scenario the counterexample
public record ReplayFile(
    String series, List<String> mails, int patch, String observable, Scenario scenario) {

  private static final String HEADER = "mmlens-replay 1";

  /// Copies the list.
  public ReplayFile {
    mails = List.copyOf(mails);
  }

  /// {@return the text of the file}
  public String text() {
    String where = mails.stream().map(mail -> "mail " + mail + "\n").collect(Collectors.joining());
    return "%s\nseries %s\n%spatch %d\nobservable %s\nscenario %s\n"
        .formatted(HEADER, series, where, patch, observable, scenario);
  }

  /// {@return whether a text means to be such a file}
  ///
  /// @param text any text
  public static boolean begins(String text) {
    return text.startsWith("mmlens-replay ");
  }

  /// What reading a file gave: exactly one of the two is present.
  ///
  /// @param file the counterexample
  /// @param problem what was found and expected
  public record Reading(Optional<ReplayFile> file, Optional<Diagnostic> problem) {}

  /// {@return the counterexample, or what is wrong with the text}
  ///
  /// @param name the file's name, for messages
  /// @param text its text
  public static Reading read(String name, String text) {
    String[] lines = text.split("\\R");
    if (!lines[0].strip().equals(HEADER)) {
      return problem(name, 1, lines[0], "found another first line, expected '" + HEADER + "'");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> mails = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] pair = line.split("\\s+", 2);
      String value = pair.length == 2 ? pair[1] : "";
      if (pair[0].equals("mail")) {
        mails.add(value);
      } else {
        fields.put(pair[0], value);
      }
    }
    String scenario = fields.get("scenario");
    if (scenario == null) {
      return problem(name, lines.length, "", "found no line 'scenario …', expected one");
    }
    ScenarioText.Parsed parsed = ScenarioText.parse(scenario);
    if (parsed.scenario().isEmpty()) {
      return problem(name, 1, scenario, parsed.problem());
    }
    String patch = fields.getOrDefault("patch", "1");
    if (!patch.matches("\\d{1,4}")) {
      return problem(name, 1, patch, "found patch '" + patch + "', expected a number");
    }
    return new Reading(
        Optional.of(
            new ReplayFile(
                fields.getOrDefault("series", ""),
                mails,
                Integer.parseInt(patch),
                fields.getOrDefault("observable", ""),
                parsed.scenario().get())),
        Optional.empty());
  }

  private static Reading problem(String name, int line, String source, String message) {
    return new Reading(
        Optional.empty(),
        Optional.of(
            Diagnostic.error("replay-file", Position.ofLine(name, line), message)
                .withSourceLine(source)));
  }
}
