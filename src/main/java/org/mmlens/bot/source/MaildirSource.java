package org.mmlens.bot.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mmlens.bot.config.SourceConfig.Afterwards;

/// A maildir (<https://cr.yp.to/proto/maildir.html>): `new/` and `cur/`, in the order of the times
/// that names begin with.
///
/// Mail may come into a maildir in any order, so the cursor is the set of the names that were read,
/// as far as they are still there: 12 characters for each. A name that flags were added to is the
/// same name.
public final class MaildirSource extends CursorSource {

  private static final int KEY_BYTES = 9;
  private static final int KEY_CHARS = 12;

  private final Path folder;
  private final Afterwards afterwards;

  /// What was there and not read when the folders were listed last: they are listed again once it
  /// is used up.
  private final List<Entry> ahead = new ArrayList<>();

  private final SortedSet<String> known = new TreeSet<>();
  private final List<Entry> toMark = new ArrayList<>();
  private int next = 0;
  private String given = "";

  /// Names a maildir.
  ///
  /// @param name what the configuration calls it
  /// @param folder what holds `new/` and `cur/`
  /// @param afterwards what becomes of a mail in `new/`: [Afterwards#MARK_SEEN] moves it to `cur/`
  ///   with the flag `S` once the caller comes back with a cursor after it, not before the caller
  ///   has it on disk
  /// @param start where to begin
  /// @param limits how much is held in memory
  public MaildirSource(
      String name, Path folder, Afterwards afterwards, Start start, ReadLimits limits) {
    super(name, start, limits);
    this.folder = folder;
    this.afterwards = afterwards;
  }

  /// A file of the maildir.
  ///
  /// @param part `new` or `cur`
  /// @param file its name
  /// @param key what the cursor holds of that
  private record Entry(String part, String file, String key) {

    static Entry of(String part, String file) {
      byte[] digest = Digests.sha256().digest(unique(file).getBytes(StandardCharsets.UTF_8));
      byte[] kept = Arrays.copyOf(digest, KEY_BYTES);
      return new Entry(part, file, Base64.getUrlEncoder().encodeToString(kept));
    }

    /// {@return the name without flags}
    static String unique(String file) {
      int flags = file.indexOf(':');
      return flags < 0 ? file : file.substring(0, flags);
    }

    String unique() {
      return unique(file);
    }

    /// {@return when it was delivered, in seconds, as far as the name says}
    long time() {
      String unique = unique();
      int end = 0;
      while (end < unique.length() && end < 18 && Character.isDigit(unique.charAt(end))) {
        end++;
      }
      return end == 0 ? Long.MAX_VALUE : Long.parseLong(unique, 0, end, 10);
    }
  }

  @Override
  String read(Optional<String> cursor, BatchBuilder batch) throws IOException {
    if (cursor.equals(Optional.of(given)) && next < ahead.size()) {
      for (Entry entry : toMark) {
        markSeen(entry);
      }
    } else {
      list(cursor);
    }
    toMark.clear();
    boolean done = false;
    try {
      readAhead(batch);
      given = String.join("", known);
      done = true;
      return given;
    } finally {
      if (!done) {
        // What was read has not been given: the next reading begins with a listing.
        ahead.clear();
      }
    }
  }

  private void readAhead(BatchBuilder batch) throws IOException {
    while (next < ahead.size() && !batch.full()) {
      Entry entry = ahead.get(next++);
      if (readInto(batch, entry)) {
        known.add(entry.key());
        toMark.add(entry);
      }
    }
  }

  private void list(Optional<String> cursor) throws IOException {
    List<Entry> entries = entries();
    Set<String> read = new HashSet<>(keys(cursor.orElse("")));
    if (passesOver(cursor)) {
      entries.forEach(entry -> read.add(entry.key()));
    }
    known.clear();
    ahead.clear();
    next = 0;
    for (Entry entry : entries) {
      if (read.contains(entry.key())) {
        known.add(entry.key());
        markSeen(entry);
      } else {
        ahead.add(entry);
      }
    }
  }

  private static List<String> keys(String cursor) throws IOException {
    if (cursor.length() % KEY_CHARS != 0) {
      throw new IOException("this is no cursor of a maildir: '" + cursor + "'");
    }
    var keys = new TreeSet<String>();
    for (int at = 0; at < cursor.length(); at += KEY_CHARS) {
      keys.add(cursor.substring(at, at + KEY_CHARS));
    }
    return List.copyOf(keys);
  }

  /// First `new/`, then `cur/`: a mail that moves meanwhile is seen twice rather than not at all.
  private List<Entry> entries() throws IOException {
    Map<String, Entry> found = new HashMap<>();
    boolean any = false;
    for (String part : List.of("new", "cur")) {
      Path files = folder.resolve(part);
      if (Files.isDirectory(files)) {
        any = true;
        list(part, files, found);
      }
    }
    if (!any) {
      throw new IOException(folder + ": expected a maildir with new/ and cur/, found neither");
    }
    return found.values().stream()
        .sorted(Comparator.comparingLong(Entry::time).thenComparing(Entry::unique))
        .toList();
  }

  private static void list(String part, Path files, Map<String, Entry> into) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(files)) {
      for (Path child : children) {
        String file = child.getFileName().toString();
        if (!file.startsWith(".")) {
          Entry entry = Entry.of(part, file);
          into.put(entry.unique(), entry);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /// {@return whether it is done with; a mail that moved away meanwhile comes the next time}
  private boolean readInto(BatchBuilder batch, Entry entry) throws IOException {
    Path file = folder.resolve(entry.part()).resolve(entry.file());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String origin = file.toString();
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] raw = in.readNBytes(limits().mailBytes() + 1);
      if (raw.length > limits().mailBytes()) {
        batch.tooLong(origin);
      } else {
        batch.add(raw, origin);
      }
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private void markSeen(Entry entry) throws IOException {
    if (afterwards == Afterwards.MARK_SEEN && entry.part().equals("new")) {
      Path file = folder.resolve("new").resolve(entry.file());
      Path seen = folder.resolve("cur").resolve(entry.unique() + ":2,S");
      try {
        Files.move(file, seen, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        if (Files.notExists(folder.resolve("cur"))) {
          throw e;
        }
      }
    }
  }
}
