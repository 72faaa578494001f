package org.mmlens.bot.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.sink.PatchworkApi.Check;

class PatchworkSinkTest {

  private static final String REVIEW =
      """
      {"schema": "mmlens-review/1", "verdict": "different", "patches": [
        {"messageId": "p1@example.org", "verdict": "no-difference", "findings": [
          {"severity": "note", "message": "foo() is static now"}]},
        {"messageId": "p2@example.org", "verdict": "different", "findings": [
          {"severity": "error", "message": "bar() returns\\nsomething else"},
          {"severity": "note", "message": "moved"}]},
        {"messageId": "p3@example.org", "verdict": "inconclusive", "findings": [],
          "reasons": ["the budget ran out"]}]}
      """;

  @TempDir private Path folder;
  private FakePatchwork server;

  @BeforeEach
  void start() throws IOException {
    server = new FakePatchwork("the-token");
    server.patch(11, "p1@example.org");
    server.patch(12, "p2@example.org");
    server.patch(13, "p3@example.org");
    Files.writeString(folder.resolve("token"), "the-token\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyPatchGetsACheckThatLeadsToTheReport() {
    Delivery delivery = deliver(REVIEW);

    String url = "https://reviews.example.org/series-1_example.org-" + digits() + "/";
    assertEquals(new Delivery.Delivered("checks made: 3, there before: 0"), delivery);
    assertEquals(
        Map.of(
            11, List.of(new Check("success", "mmlens", "no-difference", url)),
            12,
                List.of(
                    new Check("fail", "mmlens", "different: bar() returns something else", url)),
            13, List.of(new Check("warning", "mmlens", "inconclusive: the budget ran out", url))),
        server.checks());
  }

  @Test
  void theSameChecksAreNotMadeAgain() {
    deliver(REVIEW);
    Delivery again = deliver(REVIEW);

    assertEquals(new Delivery.AlreadyThere("checks made: 0, there before: 3"), again);
    assertEquals(3, server.checkCount());
  }

  @Test
  void onlyWhatChangedIsMadeAgainAndOtherContextsDoNotCount() {
    deliver(REVIEW);
    server.check(11, new Check("fail", "other", "no-difference", ""));
    Delivery again = deliver(REVIEW.replace("the budget ran out", "one more scenario"));

    assertEquals(new Delivery.Delivered("checks made: 1, there before: 2"), again);
    assertEquals(5, server.checkCount());
  }

  @Test
  void aCheckAmongManyIsFound() {
    for (int n = 0; n < 250; n++) {
      server.check(11, new Check("pending", "mmlens", "run " + n, ""));
    }
    deliver(REVIEW);

    assertInstanceOf(Delivery.AlreadyThere.class, deliver(REVIEW));
  }

  @Test
  void aPatchThatPatchworkDoesNotKnowYetMakesTheParcelWaitAndTheOthersAreMadeOnce() {
    server.forget(13);
    Delivery first = deliver(REVIEW);
    server.patch(13, "p3@example.org");
    Delivery second = deliver(REVIEW);

    assertEquals(new Delivery.Later("it does not know <p3@example.org>"), first);
    assertEquals(new Delivery.Delivered("checks made: 1, there before: 2"), second);
    assertEquals(3, server.checkCount());
  }

  @Test
  void aServerThatKnowsNoFilterDoesNotGetChecksOnOtherPatches() {
    server.ignoreFilters();
    server.patch(14, "other@example.org");
    deliver(REVIEW);

    assertEquals(List.of(11, 12, 13), List.copyOf(server.checks().keySet()));
  }

  @Test
  void whatTheServerForbidsIsRefusedAndItsTroubleMakesTheParcelWait() {
    server.fail(403);
    assertInstanceOf(Delivery.Refused.class, deliver(REVIEW));

    for (int status : List.of(401, 429, 500, 503, 302)) {
      server.fail(status);
      assertInstanceOf(Delivery.Later.class, deliver(REVIEW), "" + status);
    }
    assertEquals(0, server.checkCount());
  }

  @Test
  void aWrongTokenIsNotShown() throws IOException {
    Files.writeString(folder.resolve("token"), "some-other-token\n");

    Delivery delivery = deliver(REVIEW);

    assertInstanceOf(Delivery.Later.class, delivery);
    assertEquals(false, delivery.toString().contains("some-other-token"));
  }

  @Test
  void withoutTlsNoOtherMachineIsSpokenTo() {
    var sink = sink(URI.create("http://192.0.2.1/api/1.3"));

    Delivery delivery = sink.deliver(parcel(REVIEW), Brink.UNNOTED);

    assertEquals(true, delivery.toString().contains("without TLS"), delivery.toString());
  }

  @Test
  void aReviewThatCannotBeReadIsRefused() {
    assertInstanceOf(Delivery.Refused.class, deliver("{\"patches\": ["));
    assertInstanceOf(Delivery.Refused.class, deliver("{}"));
  }

  private Delivery deliver(String review) {
    return sink(server.url()).deliver(parcel(review), Brink.UNNOTED);
  }

  private PatchworkSink sink(URI url) {
    var places = new ReportPlaces(folder, Optional.of(URI.create("https://reviews.example.org")));
    return new PatchworkSink(
        "p", new PatchworkApi(url, folder.resolve("token"), Optional.empty()), "mmlens", places);
  }

  private Parcel parcel(String review) {
    var reports = new TreeMap<String, Path>();
    try {
      reports.put("json", Files.writeString(folder.resolve("review.json"), review));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Parcels.parcel("1@example.org", reports, "ann@example.org");
  }

  private static String digits() {
    return Names.of("series-1@example.org").replaceFirst(".*-", "");
  }
}
