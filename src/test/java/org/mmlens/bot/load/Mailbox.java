package org.mmlens.bot.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.mmlens.bot.load.Letter.Form;

/// A mailbox as a busy list fills it, made up from a seed: series of several revisions, answers
/// that quote, talk, the same mail again with a footer of the list, spam, broken MIME. Mails come
/// out of order, answers before what they answer among them.
///
/// The generator knows which series it posted; it does not look at what it wrote.
final class Mailbox {

  /// What is in a mailbox.
  enum Kind {
    /// Everything.
    LIST,
    /// No patch.
    NOISE
  }

  private static final int OUT_OF_ORDER = 40;

  private final Random random;
  private final List<byte[]> mails = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private final TreeSet<Posted> posted = new TreeSet<>();
  private int next = 0;

  private Mailbox(long seed) {
    this.random = new Random(seed);
  }

  /// {@return a mailbox of exactly so many mails}
  static Mailbox of(int count, Kind kind, long seed) {
    var mailbox = new Mailbox(seed);
    while (mailbox.mails.size() < count) {
      mailbox.addSome(kind, count - mailbox.mails.size());
    }
    mailbox.disorder();
    return mailbox;
  }

  /// {@return the mails in the order of their arrival}
  List<byte[]> mails() {
    return mails;
  }

  /// {@return every revision of a series of which a patch arrived}
  TreeSet<Posted> posted() {
    return posted;
  }

  private void addSome(Kind kind, int room) {
    int dice = random.nextInt(100);
    if (kind == Kind.LIST && dice < 7 && room > 40) {
      addSeries();
    } else if (dice < 40 && !letters.isEmpty()) {
      add(answer(letters.get(random.nextInt(letters.size()))));
    } else if (dice < 49 && !letters.isEmpty()) {
      mails.add(letters.get(random.nextInt(letters.size())).withFooter().bytes());
    } else if (dice < 56) {
      mails.add(spam());
    } else if (dice < 62) {
      mails.add(broken());
    } else {
      add(letter("", "about topic " + random.nextInt(1000), talk(), Form.PLAIN));
    }
  }

  private void add(Letter letter) {
    letters.add(letter);
    mails.add(letter.bytes());
  }

  private Letter letter(String parent, String subject, String body, Form form) {
    int n = next++;
    return new Letter(
        "%d.%x@example.org".formatted(n, random.nextInt()),
        parent,
        random.nextInt(300),
        n,
        subject,
        body,
        form);
  }

  private void addSeries() {
    int patches = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(7);
    int revisions = 1 + random.nextInt(3);
    String title = "mm: make area %d better".formatted(next);
    int author = random.nextInt(300);
    String threadOfFirst = "";
    for (int revision = 1; revision <= revisions; revision++) {
      boolean answersFirst = random.nextBoolean();
      threadOfFirst = post(title, author, revision, patches, answersFirst ? threadOfFirst : "");
      if (random.nextInt(4) == 0) {
        patches = Math.max(1, patches + random.nextInt(3) - 1);
      }
    }
  }

  /// {@return the Message-ID of the revision's first mail}
  private String post(String title, int author, int revision, int patches, String parent) {
    var ids = new ArrayList<String>();
    var missing = new ArrayList<Integer>();
    boolean cover = patches > 1;
    String version = revision == 1 ? "" : " v" + revision;
    String root = parent;
    int lost = patches > 2 && random.nextInt(12) == 0 ? 1 + random.nextInt(patches) : -1;
    for (int k = cover ? 0 : 1; k <= patches; k++) {
      String counter = cover ? " %d/%d".formatted(k, patches) : "";
      String name = k == 0 || !cover ? title : title + ", part " + k;
      String body = k == 0 ? talk() : Diffs.patch(random, k);
      Letter made = letter(root, "[PATCH%s%s] %s".formatted(version, counter, name), body, form());
      var letter =
          new Letter(
              made.id(), made.parent(), author, made.minute(), made.subject(), body, made.form());
      if (k == lost) {
        missing.add(k);
        continue;
      }
      add(letter);
      ids.add(letter.id());
      root = ids.size() == 1 && k == 0 ? letter.id() : root;
    }
    posted.add(new Posted(title, revision, ids, missing));
    return ids.getFirst();
  }

  private Form form() {
    Form[] all = Form.values();
    return random.nextInt(3) > 0 ? Form.PLAIN : all[random.nextInt(all.length)];
  }

  private Letter answer(Letter to) {
    String quoted =
        to.body().lines().limit(60).map(line -> "> " + line + "\n").reduce("", String::concat);
    String subject = to.subject().startsWith("Re: ") ? to.subject() : "Re: " + to.subject();
    return letter(to.id(), subject, quoted + "\nI see it otherwise.\n" + talk(), Form.PLAIN);
  }

  private String talk() {
    return "What was said before holds here as well, at some length, number %d.\n"
        .formatted(random.nextInt(10_000))
        .repeat(5 + random.nextInt(60));
  }

  /// Some of it says that it is a patch.
  private byte[] spam() {
    String subject = random.nextBoolean() ? "[PATCH 1/2] you have won" : "Re: your account";
    return letter("", subject, "Buy at https://spam.example.org/\n".repeat(30), Form.BASE64)
        .bytes();
  }

  private byte[] broken() {
    Letter letter = letter("", "broken", talk(), Form.MULTIPART);
    String text = new String(letter.bytes(), StandardCharsets.UTF_8);
    String damaged =
        switch (random.nextInt(6)) {
          case 0 -> text.substring(0, text.length() / 2);
          case 1 -> text.replace("boundary=\"=-=part=-=\"", "boundary=\"");
          case 2 -> text.replace("Message-ID: <", "Message-ID: ");
          case 3 ->
              text.replace(
                  "charset=UTF-8", "charset=no-such-charset\nContent-Transfer-Encoding: base64");
          case 4 -> "\0\u00ff" + text.replace("\n\n", "\n");
          default -> "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n".repeat(300);
        };
    return damaged.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void disorder() {
    for (int k = 0; k + 1 < mails.size(); k++) {
      Collections.swap(mails, k, Math.min(mails.size() - 1, k + random.nextInt(OUT_OF_ORDER)));
    }
  }
}
