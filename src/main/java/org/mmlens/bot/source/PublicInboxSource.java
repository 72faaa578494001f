package org.mmlens.bot.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/// A public-inbox of version 2, or a mirror of one of lore's lists, on this machine: `git/0.git`,
/// `git/1.git`, … (public-inbox-v2-format(5)). Each commit of an epoch holds one mail as `m`, or as
/// `d` one that was taken out again: that mail is not given.
///
/// The cursor names the last commit read of every epoch. Where an epoch no longer has that commit
/// (public-inbox-purge(1) and public-inbox-edit(1) rewrite history), it is read from its beginning;
/// who keeps mails by Message-ID has them already. Links to commits are read once for each change
/// of an epoch; some 100 bytes are held for each mail that has not been read.
public final class PublicInboxSource extends CursorSource {

  private static final Pattern EPOCH = Pattern.compile("(\\d{1,6})\\.git");
  private static final Pattern STAND = Pattern.compile("(\\d{1,6}):([0-9a-f]{40})");

  private final Path folder;
  private final Map<Integer, Epoch> epochs = new HashMap<>();

  /// Names an inbox.
  ///
  /// @param name what the configuration calls it
  /// @param folder what holds `git/0.git`
  /// @param start where to begin
  /// @param limits how much is held in memory
  public PublicInboxSource(String name, Path folder, Start start, ReadLimits limits) {
    super(name, start, limits);
    this.folder = folder;
  }

  @Override
  String read(Optional<String> cursor, BatchBuilder batch) throws IOException {
    SortedMap<Integer, ObjectId> read = parse(cursor.orElse(""));
    boolean skip = passesOver(cursor);
    for (Map.Entry<Integer, Path> place : places().entrySet()) {
      int number = place.getKey();
      Epoch epoch = epochs.computeIfAbsent(number, _ -> new Epoch(place.getValue()));
      Optional<ObjectId> from = Optional.ofNullable(read.get(number));
      Optional<ObjectId> to = skip ? epoch.tip() : epoch.read(from, batch, limits());
      to.ifPresent(id -> read.put(number, id));
      if (batch.full()) {
        break;
      }
    }
    return text(read);
  }

  private SortedMap<Integer, Path> places() throws IOException {
    var found = new TreeMap<Integer, Path>();
    Path git = folder.resolve("git");
    if (!Files.isDirectory(git)) {
      throw new IOException(folder + ": expected a public-inbox v2 with git/0.git, found none");
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(git)) {
      for (Path child : children) {
        Matcher epoch = EPOCH.matcher(child.getFileName().toString());
        if (epoch.matches() && Files.isDirectory(child)) {
          found.put(Integer.valueOf(epoch.group(1)), child);
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  private static SortedMap<Integer, ObjectId> parse(String cursor) throws IOException {
    var read = new TreeMap<Integer, ObjectId>();
    for (String word : cursor.split(" ")) {
      Matcher stand = STAND.matcher(word);
      if (stand.matches()) {
        read.put(Integer.valueOf(stand.group(1)), ObjectId.fromString(stand.group(2)));
      } else if (!word.isEmpty()) {
        throw new IOException("this is no cursor of a public-inbox: '" + cursor + "'");
      }
    }
    return read;
  }

  private static String text(SortedMap<Integer, ObjectId> read) {
    return String.join(
        " ", read.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue().name()).toList());
  }

  @Override
  public void close() {
    epochs.clear();
  }
}
