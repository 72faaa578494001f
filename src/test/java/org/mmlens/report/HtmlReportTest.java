package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The HTML report as a browser shows it: headless Chromium, from a file.
class HtmlReportTest {

  @TempDir private static Path folder;
  private static final Map<String, Chromium.Page> SEEN = new TreeMap<>();
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  static List<String> samples() {
    return List.copyOf(SampleReviews.all().keySet());
  }

  private static URI file(String sample) throws IOException {
    Path file = folder.resolve(sample + ".html");
    Files.writeString(file, new HtmlReport().render(SampleReviews.all().get(sample)));
    return file.toUri();
  }

  private static Chromium.Page opened(String sample) throws Exception {
    Chromium.Page page = chromium.open();
    page.load(file(sample));
    return page;
  }

  /// {@return a page that is only looked at, loaded once}
  private static Chromium.Page seen(String sample) throws Exception {
    if (!SEEN.containsKey(sample)) {
      SEEN.put(sample, opened(sample));
    }
    return SEEN.get(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void loadsWithoutAWordOnTheConsole(String sample) throws Exception {
    Chromium.Page page = seen(sample);

    List<String> said =
        Stream.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
            .flatMap(event -> page.events(event).stream())
            .map(JsonNode::toString)
            .toList();

    assertEquals(List.of(), said);
    assertEquals("true", page.value("document.styleSheets.length == 1 && walks !== undefined"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asksForNothingButItself(String sample) throws Exception {
    Chromium.Page page = seen(sample);

    List<String> asked =
        page.events("Network.requestWillBeSent").stream()
            .map(event -> event.path("request").path("url").asString())
            .toList();

    assertEquals(List.of(file(sample).toString()), asked);
  }

  @Test
  void hostileTextBecomesNoElement() throws Exception {
    Chromium.Page page = seen("hostile");

    assertEquals("1", page.value("document.scripts.length"));
    assertEquals("0", page.value("document.images.length"));
    assertEquals("true", page.value("document.body.innerText.includes('<img src=x onerror=')"));
    assertEquals(List.of(), page.events("Page.javascriptDialogOpening"));
    assertEquals("false", page.value("document.body.scrollWidth > innerWidth"));
  }

  @Test
  void arrowKeysWalkTheSteps() throws Exception {
    Chromium.Page page = opened("different");
    List<String> steps = new ArrayList<>(List.of(step(page)));

    for (String key : List.of("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "d")) {
      page.press(key);
      steps.add(step(page));
    }

    assertEquals(List.of("2", "3", "3", "2", "1", "2"), steps);
    assertEquals("1", page.value("document.querySelectorAll('[aria-current=step]').length - 1"));
  }

  /// {@return the number of the step that is marked}
  private static String step(Chromium.Page page) {
    return page.value("document.querySelector('.walk .current td').innerText");
  }

  @Test
  void upAndDownScrollThePageUntilTheStepsHaveTheFocus() throws Exception {
    Chromium.Page page = opened("different");

    page.press("ArrowDown");
    String unfocused = step(page);
    page.value("document.querySelector('.walk').focus()");
    page.press("ArrowDown");

    assertEquals("2", unfocused);
    assertEquals("3", step(page));
  }

  @Test
  void aFindingLeadsToItsCounterexampleAndUnfoldsIt() throws Exception {
    Chromium.Page page = opened("different");
    String open = "document.getElementById('part-1-counterexample-2').open";
    String before = page.value(open);

    page.value(
        "location.hash = '#part-1-counterexample-2'; unfold(document.querySelector(':target'))");

    assertEquals("false", before);
    assertEquals("true", page.value(open));
  }

  @Test
  void isDarkWhereTheReaderWantsItDarkAndNeverOnPaper() throws Exception {
    Chromium.Page page = opened("different");
    String back = "getComputedStyle(document.body).backgroundColor";
    String light = page.value(back);

    page.call("Emulation.setEmulatedMedia", media(""));
    String dark = page.value(back);
    page.call("Emulation.setEmulatedMedia", media("print"));
    String paper = page.value(back);

    assertNotEquals(light, dark);
    assertEquals(light, paper);
  }

  private static Map<String, Object> media(String kind) {
    var dark = Map.of("name", "prefers-color-scheme", "value", "dark");
    return Map.of("media", kind, "features", List.of(dark));
  }

  @Test
  void paperShowsWhatIsFolded() throws Exception {
    Chromium.Page page = opened("different");

    page.call("Page.printToPDF", Map.of());

    assertEquals("0", page.value("document.querySelectorAll('details:not([open])').length"));
  }
}
