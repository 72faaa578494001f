package org.mmlens.bot;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.ConfigFile;
import org.mmlens.bot.config.ConfigReading;
import org.mmlens.bot.config.LimitsConfig;
import org.mmlens.bot.sink.Brink;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Decisions;

/// A bot with everything around it: mail in memory, a clock that is set, a sink that remembers. A
/// shell script stands for a review: a line `+remark NAME` of a patch is a finding, `+unsure` an
/// inconclusive verdict, and `+die`, `+hang` and `+flood` do what they say.
final class Rig {

  private static final String SCRIPT =
      """
      for a in "$@"; do
        case $a in
          json=*) json=${a#json=} ;;
          html=*) html=${a#html=} ;;
          lkml=*) lkml=${a#lkml=} ;;
        esac
        [ "$last" != --series ] || id=$a
        last=$a
      done
      patch=$(awk -v id="$id" '/^From mboxrd/ { on = 0 } index($0, "Message-ID: " id) == 1 { on = 1 } on' "$last")
      echo "$id" >>REVIEWS
      case $patch in
        *+die*) exit 70 ;;
        *+hang*) sleep 1000 & echo $! >CHILD; wait ;;
        *+flood*) while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done ;;
      esac
      names=$(printf '%s\\n' "$patch" | sed -n 's/^+remark //p')
      findings= comma=
      : >"$lkml"
      for n in $names; do
        findings="$findings$comma{\\"severity\\":\\"error\\",\\"fingerprint\\":\\"$n\\",\\"message\\":\\"$n() differs\\"}"
        comma=,
      done
      [ -z "$names" ] || printf 'Subject: x\\n\\nHi,\\n\\n%s differs\\n-- \\nmmlens\\n' "$names" >"$lkml"
      verdict=no-difference
      case $patch in *+unsure*) verdict=inconclusive ;; esac
      printf '{"verdict":"%s","patches":[{"verdict":"%s","reasons":["not modelled: f"],"findings":[%s]}]}' \\
        $verdict $verdict "$findings" >"$json"
      echo page >"$html"
      """;

  private final Path folder;
  private final BotConfig config;
  private final List<Arrival> mails = new ArrayList<>();
  private final Map<String, Parcel> sent = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  Rig(Path folder, String more) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("review.sh"),
        SCRIPT
            .replace("REVIEWS", folder.resolve("reviews").toString())
            .replace("CHILD", folder.resolve("child").toString()));
    String text =
        """
        [identity]
        address = "mmlens@example.org"
        bots = ["robot@example.org"]
        [[source]]
        name = "memory"
        kind = "maildir"
        path = "none"
        [[sink]]
        name = "post"
        kind = "smtp"
        host = "localhost"
        security = "none"
        [[tree]]
        name = "any"
        path = "none"
        [[list]]
        address = "list@example.org"
        policy = "reply-all"
        moderated = false
        """
            + more;
    ConfigReading reading = ConfigFile.parse("bot.toml", text, folder);
    config = assertInstanceOf(ConfigReading.Usable.class, reading, "" + reading).config();
  }

  void arrive(String... texts) {
    for (String text : texts) {
      mails.add(new Arrival(text.getBytes(StandardCharsets.UTF_8), "memory:" + mails.size()));
    }
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Has the bot do what there is to do.
  Rig work() throws SQLException, InterruptedException {
    new Bot(config, List.of(source()), List.of(sink()), this::command, "one", () -> now, log::add)
        .once();
    return this;
  }

  private List<String> command(int heapMib) {
    return List.of("sh", folder.resolve("review.sh").toString());
  }

  LimitsConfig limits(Duration time) {
    return new LimitsConfig(30, 1, 64, time, 1, 1, 9, 9, 9, 0);
  }

  ReviewProcess.Outcome review(LimitsConfig limits, String mail) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    byte[] mailbox =
        Mailbox.of(List.of(new Arrival(mail.getBytes(StandardCharsets.UTF_8), "memory")));
    return new ReviewProcess(this::command, limits)
        .review(work, mailbox, "p@x", config.trees().getFirst());
  }

  Database database() throws SQLException {
    return Database.open(config.database());
  }

  /// {@return what was sent, in order, as text}
  List<String> sent() {
    return sent.values().stream()
        .map(parcel -> new String(parcel.message(), StandardCharsets.UTF_8))
        .toList();
  }

  List<Parcel> parcels() {
    return List.copyOf(sent.values());
  }

  /// {@return the first patches of the series that were reviewed, in order}
  List<String> reviews() throws IOException {
    Path file = folder.resolve("reviews");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  long child() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("child")).strip());
  }

  Optional<String> decision(String revision) throws SQLException {
    try (Database database = database()) {
      return database.transact(tx -> Decisions.of(tx, revision));
    }
  }

  private MailSource source() {
    return new MailSource() {
      @Override
      public String name() {
        return "memory";
      }

      @Override
      public Batch read(Optional<String> cursor, int atMost) {
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(from + atMost, mails.size());
        return new Batch(mails.subList(from, to), Integer.toString(to));
      }

      @Override
      public void close() {}
    };
  }

  private Sink sink() {
    return new Sink() {
      @Override
      public String name() {
        return "post";
      }

      @Override
      public Delivery deliver(Parcel parcel, Brink brink) {
        return sent.putIfAbsent(parcel.messageId(), parcel) == null
            ? new Delivery.Delivered("250")
            : new Delivery.AlreadyThere("twice");
      }
    };
  }

  /// {@return a mail with a patch}
  ///
  /// @param id its Message-ID
  /// @param subject as in the header
  /// @param answers what it answers; empty for nothing
  /// @param added a line that the patch adds
  static String patch(String id, String subject, String answers, String added) {
    return header(id, subject, answers)
        + """
        Changes a line.

        Signed-off-by: Ann Author <ann@example.org>
        ---
         mm/vma.c | 1 +
         1 file changed, 1 insertion(+)

        diff --git a/mm/vma.c b/mm/vma.c
        index 1111111..2222222 100644
        --- a/mm/vma.c
        +++ b/mm/vma.c
        @@ -1,2 +1,3 @@
         one
        +%s
         two
        --\s
        2.50.0
        """
            .formatted(added);
  }

  static String cover(String id, String subject) {
    return header(id, subject, "") + "A series.\n";
  }

  static String talk(String id, String from, String answers, String text) {
    return header(id, "Re: [PATCH] x", answers).replace("Ann Author <ann@example.org>", from)
        + text;
  }

  private static String header(String id, String subject, String answers) {
    return "From: Ann Author <ann@example.org>\nTo: list@example.org\n"
        + "Cc: Rev Iewer <rev@example.org>\nSubject: "
        + subject
        + "\nDate: Fri, 2 Jan 2026 03:00:00 +0000\nMessage-ID: <"
        + id
        + ">\n"
        + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + ">\n")
        + "\n";
  }
}
