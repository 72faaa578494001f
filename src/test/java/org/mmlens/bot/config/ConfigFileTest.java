package org.mmlens.bot.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mmlens.bot.config.Policy.Audience;
import org.mmlens.bot.config.SourceConfig.Afterwards;
import org.mmlens.diag.Diagnostic;

class ConfigFileTest {

  private static final Path FOLDER = Path.of("/srv/mmlens");

  private static final String LEAST =
      """
      [identity]
      address = "Bot@example.org"

      [[source]]
      name = "in"
      kind = "maildir"
      path = "mail"

      [[tree]]
      name = "mm"
      path = "linux"
      """;

  @Test
  void theLeastConfigurationSendsNothingAndAsksAPerson() {
    BotConfig config = usable(LEAST);

    assertEquals(
        List.of(new SinkConfig.Outbox("outbox", FOLDER.resolve("outbox"))), config.sinks());
    assertEquals(new Policy(Audience.AUTHOR_ONLY, true, 0), config.policy(List.of()));
    assertEquals("jdbc:sqlite:/srv/mmlens/bot.db", config.database());
    assertEquals("bot@example.org", config.identity().address());
    assertEquals(
        List.of(new SourceConfig.Maildir("in", FOLDER.resolve("mail"), Afterwards.LEAVE)),
        config.sources());
  }

  @Test
  void everyKindOfSourceAndSinkIsRead() {
    BotConfig config =
        usable(
            LEAST
                + """
                [[source]]
                name = "box"
                kind = "mbox"
                path = "/var/mail/list"
                [[source]]
                name = "lore"
                kind = "public-inbox"
                path = "lore/linux-mm"
                [[source]]
                name = "server"
                kind = "imap"
                host = "mail.example.org"
                user = "bot"
                password-file = "secret"
                mark-seen = true
                ca-file = "ca.pem"
                [[sink]]
                name = "post"
                kind = "smtp"
                host = "127.0.0.1"
                port = 2525
                security = "none"
                copy-to = "Copies@example.org"
                resend-minutes = 90
                [[sink]]
                name = "pw"
                kind = "patchwork"
                url = "https://patchwork.example.org/api/1.3"
                token-file = "token"
                [[sink]]
                name = "pages"
                kind = "html"
                path = "pages"
                url = "https://example.org/mmlens"
                """);

    assertEquals(
        List.of(
            new SourceConfig.Mbox("box", Path.of("/var/mail/list")),
            new SourceConfig.PublicInbox("lore", FOLDER.resolve("lore/linux-mm")),
            new SourceConfig.Imap(
                "server",
                new Server(
                    "mail.example.org",
                    993,
                    Server.Security.TLS,
                    Optional.of(FOLDER.resolve("ca.pem"))),
                Optional.of(new Login("bot", FOLDER.resolve("secret"))),
                "INBOX",
                Afterwards.MARK_SEEN)),
        config.sources().subList(1, 4));
    assertEquals(
        List.of(
            new SinkConfig.Smtp(
                "post",
                new Server("127.0.0.1", 2525, Server.Security.NONE),
                Optional.empty(),
                new SinkConfig.Doubt(
                    Optional.of("copies@example.org"), Optional.of(Duration.ofMinutes(90)))),
            new SinkConfig.Patchwork(
                "pw",
                URI.create("https://patchwork.example.org/api/1.3"),
                FOLDER.resolve("token"),
                "mmlens",
                Optional.empty()),
            new SinkConfig.Html(
                "pages",
                FOLDER.resolve("pages"),
                Optional.of(URI.create("https://example.org/mmlens")))),
        config.sinks());
  }

  @Test
  void anUnknownKeyHasItsPlaceAndTheNearestThereIs() {
    assertEquals(
        List.of(
            "bot.toml:14:1: found 'embargo-hour' in [[list]], expected one of address,"
                + " embargo-hours, moderated, policy / nearest is 'embargo-hours'"),
        refused(LEAST + "[[list]]\naddress = \"a@example.org\"\nembargo-hour = 3\n"));
  }

  @Test
  void anUnknownTableIsAnError() {
    assertEquals(
        List.of(
            "bot.toml:12:1: found 'limit' in the file, expected one of database, folder, identity,"
                + " limits, list, others, sink, source, start, tree, web / nearest is 'limits'"),
        refused(LEAST + "[limit]\nreviews = 3\n"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of(
            "bot.toml:13:1: expected a whole number from 1 to 256, found 0",
            "bot.toml:14:1: expected a whole number from 64 to 1048576, found the text 'much'",
            "bot.toml:17:1: expected one of mute, author-only, reply-all, found 'reply-al' /"
                + " nearest is 'reply-all'"),
        refused(
            LEAST
                + "[limits]\nreviews = 0\nheap-mib = \"much\"\n"
                + "[[list]]\naddress = \"a@example.org\"\npolicy = \"reply-al\"\n"));
  }

  @Test
  void anAddressWithALineEndIsRefused() {
    assertEquals(
        List.of(
            "bot.toml:13:1: expected an address like 'name@example.org', found 'a@example.org\n"
                + "Bcc: b@example.org'"),
        refused(LEAST + "[[list]]\naddress = \"a@example.org\\nBcc: b@example.org\"\n"));
  }

  @Test
  void aPasswordGoesInTheClearOnlyWithinThisMachine() {
    assertEquals(
        List.of(
            "bot.toml:15:1: expected tls or starttls for another machine, found 'none' with host"
                + " 'mail.example.org'"),
        refused(
            LEAST
                + "[[sink]]\nname = \"s\"\nkind = \"smtp\"\nsecurity = \"none\"\n"
                + "host = \"mail.example.org\"\n"));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        List.of(
            "bot.toml: expected at least one [[source]], found none",
            "bot.toml: expected at least one [[tree]], found none",
            "bot.toml:1:1: expected 'address' in [identity], found none"),
        refused("[identity]\n").stream().sorted().toList());
  }

  @Test
  void anUnknownKindIsOneErrorWhateverElseStandsThere() {
    assertEquals(
        List.of(
            "bot.toml:14:1: expected one of outbox, smtp, patchwork, html, found 'smt' / nearest"
                + " is 'smtp'"),
        refused(LEAST + "[[sink]]\nname = \"s\"\nkind = \"smt\"\nhost = \"localhost\"\n"));
  }

  @Test
  void twoSinksOfOneNameAreRefused() {
    String sink = "[[sink]]\nname = \"a\"\nkind = \"outbox\"\npath = \"%s\"\n";

    assertEquals(
        List.of("bot.toml:16:1: found a second [[sink]] called 'a', expected another name"),
        refused(LEAST + sink.formatted("x") + sink.formatted("y")));
  }

  @Test
  void aTreeOfAListThatIsNotNamedIsRefused() {
    assertEquals(
        List.of(
            "bot.toml:12:1: expected one of linux-mm@example.org, found 'linux-m@example.org' /"
                + " nearest is 'linux-mm@example.org'"),
        refused(
            LEAST
                + "lists = [\"linux-m@example.org\"]\n"
                + "[[list]]\n"
                + "address = \"linux-mm@example.org\"\n"));
  }

  @Test
  void whatIsNoTomlHasItsPlace() {
    List<String> why = refused(LEAST + "oops\n");

    assertEquals(1, why.size(), "" + why);
    assertEquals("bot.toml:12:5: not TOML", why.getFirst().substring(0, 23));
  }

  @Test
  void theMostRestrictivePolicyOfAllListsWins() {
    BotConfig config =
        usable(
            LEAST
                + list("open@example.org", "reply-all", false, 0)
                + list("late@example.org", "author-only", false, 24)
                + list("asks@example.org", "reply-all", true, 1)
                + list("mute@example.org", "mute", false, 0));

    assertEquals(
        new Policy(Audience.REPLY_ALL, false, 0), config.policy(List.of("open@example.org")));
    assertEquals(
        new Policy(Audience.AUTHOR_ONLY, false, 24),
        config.policy(List.of("open@example.org", "late@example.org")));
    assertEquals(
        new Policy(Audience.AUTHOR_ONLY, true, 24),
        config.policy(List.of("asks@example.org", "late@example.org", "x@example.org")));
    assertEquals(
        Audience.MUTE, config.policy(List.of("open@example.org", "mute@example.org")).audience());
  }

  private static String list(String address, String policy, boolean moderated, int hours) {
    return "[[list]]\naddress = \"%s\"\npolicy = \"%s\"\nmoderated = %s\nembargo-hours = %d\n"
        .formatted(address, policy, moderated, hours);
  }

  private static BotConfig usable(String text) {
    ConfigReading reading = ConfigFile.parse("bot.toml", text, FOLDER);
    return assertInstanceOf(ConfigReading.Usable.class, reading, "" + reading).config();
  }

  private static List<String> refused(String text) {
    ConfigReading reading = ConfigFile.parse("bot.toml", text, FOLDER);
    return assertInstanceOf(ConfigReading.Refused.class, reading).why().stream()
        .map(ConfigFileTest::line)
        .collect(Collectors.toList());
  }

  private static String line(Diagnostic d) {
    return d.at() + ": " + d.message() + d.hint().map(h -> " / " + h).orElse("");
  }
}
