package org.mmlens.bot.source;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.mmlens.bot.config.SourceConfig.Afterwards;
import org.mmlens.bot.server.MailSession;

/// A folder on an IMAP server, opened with `EXAMINE` and read with `BODY.PEEK`: nothing there
/// changes, no flag is set, unless mails are to be marked as seen.
///
/// The cursor is the folder's UIDVALIDITY and the last UID that was read (RFC 9051 §2.3.1.1). Where
/// UIDVALIDITY is another one, the folder is read from its beginning. Lines that the server ends
/// with CR LF come with LF alone, as they lie in files.
public final class ImapSource extends CursorSource {

  private static final Pattern CURSOR = Pattern.compile("(\\d{1,10}):(\\d{1,10})");
  private static final long FIRST_WINDOW = 5_000;
  private static final long LARGEST_WINDOW = 1L << 32;

  private final MailSession server;
  private final String folder;
  private final Afterwards afterwards;
  private String given = "";
  private final List<Long> read = new ArrayList<>();

  /// A folder, and what becomes of mails in it that were read.
  ///
  /// @param folder its name
  /// @param afterwards [Afterwards#MARK_SEEN] sets the flag `\\Seen` once the caller comes back
  ///   with the cursor after them, not before the caller has them on disk
  public record Place(String folder, Afterwards afterwards) {}

  /// Names a folder on a server.
  ///
  /// @param name what the configuration calls it
  /// @param server where, and who asks
  /// @param place which folder
  /// @param start where to begin
  /// @param limits how much is held in memory
  public ImapSource(String name, MailSession server, Place place, Start start, ReadLimits limits) {
    super(name, start, limits);
    this.server = server;
    this.folder = place.folder();
    this.afterwards = place.afterwards();
  }

  @Override
  String read(Optional<String> cursor, BatchBuilder batch) throws IOException {
    try (Store store = server.session().getStore("imap")) {
      server.connect(store);
      try (Folder opened = store.getFolder(folder)) {
        opened.open(afterwards == Afterwards.LEAVE ? Folder.READ_ONLY : Folder.READ_WRITE);
        if (opened instanceof IMAPFolder imap) {
          markSeen(imap, cursor);
          return read(imap, cursor, batch);
        }
        throw new IllegalStateException("an IMAP store without IMAP folders");
      }
    } catch (FolderNotFoundException e) {
      throw new IOException("%s: there is no folder '%s'".formatted(server, folder), e);
    } catch (MessagingException e) {
      throw new IOException("%s: %s".formatted(server, e.getMessage()), e);
    }
  }

  private String read(IMAPFolder opened, Optional<String> cursor, BatchBuilder batch)
      throws IOException, MessagingException {
    long validity = opened.getUIDValidity();
    long next = opened.getUIDNext();
    if (next < 1) {
      throw new IOException(server + ": it does not say which UID comes next (UIDNEXT)");
    }
    long last = last(cursor, validity, next, batch);
    given = validity + ":" + new Pass(opened, batch).read(last, next);
    return given;
  }

  /// Of those of the last reading, if the caller has kept them.
  private void markSeen(IMAPFolder opened, Optional<String> cursor) throws MessagingException {
    if (afterwards == Afterwards.MARK_SEEN
        && cursor.equals(Optional.of(given))
        && !read.isEmpty()) {
      long[] uids = read.stream().mapToLong(Long::longValue).toArray();
      Message[] there =
          Arrays.stream(opened.getMessagesByUID(uids))
              .filter(Objects::nonNull)
              .toArray(Message[]::new);
      opened.setFlags(there, new Flags(Flags.Flag.SEEN), true);
    }
    read.clear();
  }

  private long last(Optional<String> cursor, long validity, long next, BatchBuilder batch)
      throws IOException {
    if (cursor.isEmpty()) {
      return passesOver(cursor) ? next - 1 : 0;
    }
    Matcher parts = CURSOR.matcher(cursor.get());
    if (!parts.matches()) {
      throw new IOException("this is no cursor of an IMAP folder: '" + cursor.get() + "'");
    }
    if (Long.parseLong(parts.group(1)) != validity) {
      batch.note(
          "%s: UIDVALIDITY of '%s' was %s and is %d; the folder is read from its beginning"
              .formatted(server, folder, parts.group(1), validity));
      return 0;
    }
    return Long.parseLong(parts.group(2));
  }

  /// One reading of the folder.
  private final class Pass {

    private final IMAPFolder opened;
    private final BatchBuilder batch;

    Pass(IMAPFolder opened, BatchBuilder batch) {
      this.opened = opened;
      this.batch = batch;
    }

    /// Asks for a range of UIDs at a time, a larger one where a range was empty.
    ///
    /// @return the last UID that is done with
    long read(long last, long next) throws IOException, MessagingException {
      long done = last;
      long window = FIRST_WINDOW;
      while (done + 1 < next && !batch.full()) {
        long end = Math.min(done + window, next - 1);
        Message[] found = opened.getMessagesByUID(done + 1, end);
        window = found.length == 0 ? Math.min(LARGEST_WINDOW, window * 16) : FIRST_WINDOW;
        done = read(found, end);
      }
      return done;
    }

    /// {@return the last UID that is done with: the end of the range where nothing is left of it}
    private long read(Message[] found, long end) throws IOException, MessagingException {
      var profile = new FetchProfile();
      profile.add(UIDFolder.FetchProfileItem.UID);
      profile.add(FetchProfile.Item.SIZE);
      opened.fetch(found, profile);
      long done = 0;
      for (Message message : found) {
        if (batch.full()) {
          return done;
        }
        if (message instanceof IMAPMessage imap) {
          done = opened.getUID(imap);
          readInto(imap, done);
        }
      }
      return end;
    }

    private void readInto(IMAPMessage message, long uid) throws IOException, MessagingException {
      String origin = "%s: folder '%s', UID %d".formatted(server, folder, uid);
      if (message.getSize() > limits().mailBytes()) {
        batch.tooLong(origin);
        return;
      }
      message.setPeek(true);
      try (InputStream in = message.getMimeStream()) {
        byte[] raw = in.readNBytes(limits().mailBytes() + 1);
        if (raw.length > limits().mailBytes()) {
          batch.tooLong(origin);
        } else {
          batch.add(withoutCr(raw), origin);
          read.add(uid);
        }
      } catch (MessageRemovedException _) {
        // Somebody deleted it between the listing and the reading.
      }
    }
  }

  private static byte[] withoutCr(byte[] raw) {
    var lines = new ByteArrayOutputStream(raw.length);
    for (int k = 0; k < raw.length; k++) {
      if (raw[k] != '\r' || k + 1 == raw.length || raw[k + 1] != '\n') {
        lines.write(raw[k]);
      }
    }
    return lines.toByteArray();
  }
}
