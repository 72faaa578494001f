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
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A maildir (<https://cr.yp.to/proto/maildir.html>): `new/` and `cur/`, in the order of the times
/// that names begin with.
///
/// Mail may come into a maildir in any order, so the cursor is the set of the names that were read,
/// as far as they are still there: 12 characters for each. A name that flags were added to is the
/// same name.
public final class MaildirSource implements MailSource {

  /// What happens to a mail in `new/` that was read.
  public enum Handling {
    /// Nothing.
    LEAVE,
    /// It moves to `cur/` with the flag `S`, once the caller comes back with a cursor after it: not
    /// before the caller has it on disk.
    MARK_SEEN
  }

  private static final int KEY_BYTES = 9;
  private static final int KEY_CHARS = 12;

  private final String name;
  private final Path folder;
  private final Handling handling;
  private final Start start;
  private final ReadLimits limits;

  /// Names a maildir.
  ///
  /// @param name what the configuration calls it
  /// @param folder what holds `new/` and `cur/`
  /// @param handling what happens to mail that was read
  /// @param start where to begin
  /// @param limits how much is held in memory
  public MaildirSource(
      String name, Path folder, Handling handling, Start start, ReadLimits limits) {
    this.name = name;
    this.folder = folder;
    this.handling = handling;
    this.start = start;
    this.limits = limits;
  }

  /// A file of the maildir.
  ///
  /// @param key what the cursor holds of its name
  private record Entry(Path file, String unique, String key) {

    static Entry of(Path file) {
      String full = file.getFileName().toString();
      int flags = full.indexOf(':');
      String unique = flags < 0 ? full : full.substring(0, flags);
      byte[] digest = Digests.sha256().digest(unique.getBytes(StandardCharsets.UTF_8));
      byte[] part = Arrays.copyOf(digest, KEY_BYTES);
      return new Entry(file, unique, Base64.getUrlEncoder().encodeToString(part));
    }

    /// {@return when it was delivered, in seconds, as far as the name says}
    long time() {
      int end = 0;
      while (end < unique.length() && end < 18 && Character.isDigit(unique.charAt(end))) {
        end++;
      }
      return end == 0 ? Long.MAX_VALUE : Long.parseLong(unique, 0, end, 10);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Batch read(Optional<String> cursor, int atMost) throws IOException {
    var batch = new BatchBuilder(limits, atMost);
    List<Entry> entries = entries();
    Set<String> read = new HashSet<>(keys(cursor.orElse("")));
    if (cursor.isEmpty() && start == Start.NOW) {
      entries.forEach(entry -> read.add(entry.key()));
    }
    var known = new TreeSet<String>();
    for (Entry entry : entries) {
      if (read.contains(entry.key())) {
        known.add(entry.key());
        markSeen(entry);
      } else if (!batch.full() && readInto(batch, entry)) {
        known.add(entry.key());
      }
    }
    return batch.upTo(String.join("", known));
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
        list(files, found);
      }
    }
    if (!any) {
      throw new IOException(folder + ": expected a maildir with new/ and cur/, found neither");
    }
    return found.values().stream()
        .sorted(Comparator.comparingLong(Entry::time).thenComparing(Entry::unique))
        .toList();
  }

  private static void list(Path files, Map<String, Entry> into) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(files)) {
      for (Path child : children) {
        if (!child.getFileName().toString().startsWith(".")) {
          Entry entry = Entry.of(child);
          into.put(entry.unique(), entry);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /// {@return whether it is done with; a mail that moved away meanwhile comes the next time}
  private boolean readInto(BatchBuilder batch, Entry entry) throws IOException {
    if (!Files.isRegularFile(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String origin = entry.file().toString();
    try (InputStream in = Files.newInputStream(entry.file(), LinkOption.NOFOLLOW_LINKS)) {
      byte[] raw = in.readNBytes(limits.mailBytes() + 1);
      if (raw.length > limits.mailBytes()) {
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
    if (handling == Handling.MARK_SEEN && entry.file().startsWith(folder.resolve("new"))) {
      Path seen = folder.resolve("cur").resolve(entry.unique() + ":2,S");
      try {
        Files.move(entry.file(), seen, StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException e) {
        if (Files.notExists(seen.getParent())) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {}
}
