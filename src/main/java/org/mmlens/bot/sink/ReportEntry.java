package org.mmlens.bot.sink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.Envelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an index says of one report.
///
/// @param folder its folder, within the folder of all reports
/// @param messageId of the message that it belongs to
/// @param subject of that message, without `Re:`
/// @param verdict a word of the JSON report; empty where there is none
/// @param sent the date of the message in seconds since 1970; 0 where it has none
public record ReportEntry(
    String folder, String messageId, String subject, String verdict, long sent) {

  /// The file that holds an entry; it is written after the report.
  static final String FILE = "entry.json";

  private static final Comparator<ReportEntry> NEWEST_FIRST =
      Comparator.comparingLong(ReportEntry::sent).reversed().thenComparing(ReportEntry::folder);

  static ReportEntry of(Parcel parcel) throws IOException {
    Envelope head = Envelope.of("message", parcel.message());
    return new ReportEntry(
        Names.of(parcel.series()),
        parcel.messageId(),
        head.subject().replaceFirst("(?i)^re:\\s*", ""),
        JsonReview.of(parcel).map(JsonReview::verdict).orElse(""),
        head.sent().map(Instant::getEpochSecond).orElse(0L));
  }

  boolean isOf(Parcel parcel) {
    return messageId.equals(parcel.messageId());
  }

  /// {@return the entry of a series' folder; empty where there is none, or none that can be read}
  static Optional<ReportEntry> in(Path folder) throws IOException {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(FILE));
      return Optional.of(JsonMapper.shared().readValue(json, ReportEntry.class));
    } catch (NoSuchFileException | java.nio.file.NotDirectoryException | JacksonException _) {
      return Optional.empty();
    }
  }

  /// {@return the entries of all series, the newest first}
  ///
  /// @param reports the folder of all reports
  /// @throws IOException where it cannot be read
  public static List<ReportEntry> all(Path reports) throws IOException {
    var all = new ArrayList<ReportEntry>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(reports, Files::isDirectory)) {
      for (Path folder : folders) {
        in(folder)
            .filter(entry -> entry.folder().equals(folder.getFileName().toString()))
            .ifPresent(all::add);
      }
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    all.sort(NEWEST_FIRST);
    return List.copyOf(all);
  }
}
