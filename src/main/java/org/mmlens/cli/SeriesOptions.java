package org.mmlens.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.Limits;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;
import org.mmlens.report.DiagnosticText;
import org.mmlens.report.Printable;
import org.mmlens.tree.GitSeries;
import org.mmlens.tree.MailRepair;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which series is meant.
final class SeriesOptions {

  /// Codes of diagnostics that tell of the machine, not of the mail.
  private static final List<String> ENVIRONMENT =
      List.of("mail-missing", "mail-unreadable", "git-missing", "git-range", "git-unreadable");

  /// How many series of a mailbox are listed, the newest.
  private static final int MOST_LISTED = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "SERIES",
      description = {
        "Mbox, maildir, folder of patches, .patch or .eml files; @|bold -|@ reads stdin.",
        "With --git also a range of its commits, REV..REV."
      })
  private List<String> paths = List.of();

  @Option(
      names = "--series",
      paramLabel = "N|MSGID",
      description = "Which series of a mailbox that holds several (default: the newest).")
  private Optional<String> which = Optional.empty();

  @Option(
      names = "--repair",
      description = {
        "Recover the patch that a reply quotes whose line breaks were lost,",
        "with the tree as the guide to where lines begin."
      })
  private boolean repair;

  /// {@return what was named on the command line}
  List<String> paths() {
    return List.copyOf(paths);
  }

  /// {@return whether the tree is needed to read the series}
  boolean repair() {
    return repair;
  }

  /// {@return the mail, or the commits, with the series that is wanted}
  ///
  /// @param here where to read it
  /// @param verbosity how much to say of it
  /// @param files what to read, which need not be what was named
  /// @param repository whose commits a range means
  SeriesReading read(
      Surroundings here, Verbosity verbosity, List<String> files, Optional<Path> repository) {
    Optional<String> range = repository.isPresent() ? range(here, files) : Optional.empty();
    SeriesReading reading =
        repository.isPresent() && range.isPresent()
            ? GitSeries.read(repository.get(), range.get())
            : mail(here, files, selection());
    return checked(reading, here, verbosity);
  }

  /// {@return the series that the tree helps to recover}
  ///
  /// @param tree what it is made for
  SeriesReading repaired(
      Surroundings here, Verbosity verbosity, List<String> files, SourceTree tree) {
    if (files.size() != 1) {
      throw Refusal.usage(
          "found %d files with --repair, expected one mail".formatted(files.size()));
    }
    String name = files.getFirst();
    byte[] mail = bytes(here, name);
    SeriesReading plain = SeriesReader.read(new ByteArrayInputStream(mail), name, selection());
    if (plain.series().isPresent()) {
      here.say("mmlens: nothing to repair: the mail can be read as it is");
      return checked(plain, here, verbosity);
    }
    SeriesReading repaired = MailRepair.series(name.equals("-") ? "stdin" : name, mail, tree);
    if (repaired.series().isPresent() && verbosity == Verbosity.NORMAL) {
      repaired.decisions().forEach(d -> here.say("mmlens: " + Printable.of(d)));
    }
    return checked(repaired, here, verbosity);
  }

  private byte[] bytes(Surroundings here, String name) {
    try (var in = name.equals("-") ? here.in() : Files.newInputStream(path(name))) {
      return in.readNBytes(Limits.USUAL.mailBytes());
    } catch (IOException e) {
      throw Refusal.usage(Printable.of(name) + " cannot be read: " + Reasons.of(e));
    }
  }

  private Selection selection() {
    return which.map(Selection::parse).orElseGet(Selection.Newest::new);
  }

  /// A range is what looks like one and is no file.
  private Optional<String> range(Surroundings here, List<String> files) {
    String first = files.getFirst();
    boolean range =
        files.size() == 1
            && first.contains("..")
            && !Files.exists(here.folder().resolve(path(first)))
            && !first.startsWith("../")
            && !first.contains("/../");
    return range ? Optional.of(first) : Optional.empty();
  }

  private SeriesReading mail(Surroundings here, List<String> files, Selection selection) {
    return files.equals(List.of("-"))
        ? SeriesReader.read(here.in(), "stdin", selection)
        : SeriesReader.read(files.stream().map(this::path).toList(), selection);
  }

  private SeriesReading checked(SeriesReading reading, Surroundings here, Verbosity verbosity) {
    if (verbosity == Verbosity.VERBOSE) {
      reading.decisions().forEach(d -> here.say("mmlens: " + Printable.of(d)));
    }
    if (reading.series().isEmpty()) {
      throw refusal(reading.diagnostics());
    }
    if (verbosity != Verbosity.QUIET) {
      list(reading, here);
      reading.diagnostics().stream()
          .flatMap(d -> DiagnosticText.lines(d).stream())
          .forEach(here::say);
    }
    return reading;
  }

  /// Where there are several to choose from, the reader is told which they are.
  private static void list(SeriesReading reading, Surroundings here) {
    if (reading.found().size() < 2) {
      return;
    }
    int taken = reading.series().orElseThrow().heading().number();
    int count = reading.found().size();
    here.say(
        "mmlens: found %d series, number %d is taken; --series N or MSGID takes another"
            .formatted(count, taken));
    reading.found().stream()
        .filter(h -> h.number() > count - MOST_LISTED || h.number() == taken)
        .forEach(h -> here.say("  " + Printable.of(h.line())));
    if (count > MOST_LISTED) {
      here.say("  and %d earlier ones".formatted(count - MOST_LISTED));
    }
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (java.nio.file.InvalidPathException e) {
      throw Refusal.usage("found '" + Printable.of(text) + "', expected the name of a file");
    }
  }

  private static Refusal refusal(List<Diagnostic> why) {
    List<Diagnostic> errors =
        why.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
    boolean environment =
        !errors.isEmpty() && errors.stream().allMatch(d -> ENVIRONMENT.contains(d.code()));
    return errors.isEmpty()
        ? Refusal.of(ExitCode.BAD_INPUT, why)
        : Refusal.of(environment ? ExitCode.USAGE : ExitCode.BAD_INPUT, errors);
  }
}
