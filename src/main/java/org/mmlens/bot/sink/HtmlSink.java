package org.mmlens.bot.sink;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// A folder that a web server may show: an index, and for each series a folder with its report and
/// the other forms of it.
///
/// A report is put in place under another name and then renamed; what tells that it is there
/// (`entry.json`) comes last. Several workers may share the folder: they write the index in turn.
public final class HtmlSink implements Sink {

  private static final Pattern FORMAT = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
  private static final Object INDEX = new Object();

  private final String name;
  private final ReportPlaces places;

  /// Names a folder.
  ///
  /// @param name what the configuration calls it
  /// @param places where the reports go
  public HtmlSink(String name, ReportPlaces places) {
    this.name = name;
    this.places = places;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Parcel parcel, Brink brink) {
    Path report = parcel.reports().get("html");
    if (report == null) {
      return new Delivery.Refused("there is no report in HTML");
    }
    String where =
        places
            .urlOf(parcel.series())
            .map(Object::toString)
            .orElseGet(() -> folder(parcel).toString());
    try {
      boolean there =
          ReportEntry.in(folder(parcel)).filter(entry -> entry.isOf(parcel)).isPresent();
      if (!there) {
        put(parcel, report);
      }
      index();
      return there ? new Delivery.AlreadyThere(where) : new Delivery.Delivered(where);
    } catch (IOException e) {
      return new Delivery.Later("%s: %s".formatted(places.folder(), Names.reason(e)));
    }
  }

  private Path folder(Parcel parcel) {
    return places.of(parcel.series());
  }

  private void put(Parcel parcel, Path report) throws IOException {
    Path folder = folder(parcel);
    Files.createDirectories(folder);
    replace(folder.resolve("index.html"), Files.readAllBytes(report));
    for (Map.Entry<String, Path> other : parcel.reports().entrySet()) {
      if (FORMAT.matcher(other.getKey()).matches() && !other.getKey().equals("html")) {
        replace(folder.resolve("report." + other.getKey()), Files.readAllBytes(other.getValue()));
      }
    }
    byte[] entry = JsonMapper.shared().writeValueAsBytes(ReportEntry.of(parcel));
    replace(folder.resolve(ReportEntry.FILE), entry);
  }

  /// Files are replaced as a whole: whoever reads one gets the old or the new.
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), ".", ".part");
    try {
      Files.write(temporary, bytes);
      Files.setPosixFilePermissions(
          temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void index() throws IOException {
    synchronized (INDEX) {
      try (FileChannel lock =
          FileChannel.open(
              places.folder().resolve(".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        lock.lock();
        String page = IndexPage.of(ReportEntry.all(places.folder()));
        replace(places.folder().resolve("index.html"), page.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
