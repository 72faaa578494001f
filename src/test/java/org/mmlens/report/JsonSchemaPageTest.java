package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps `docs/json.md` complete.
class JsonSchemaPageTest {

  @Test
  void everyMemberOfTheReportIsExplained() throws IOException {
    String page = Files.readString(Path.of("docs/json.md"));
    var members = new TreeSet<String>();
    for (var review : SampleReviews.all().values()) {
      collect(JsonMapper.shared().readTree(new JsonReport().render(review)), members);
    }

    members.removeIf(member -> page.contains("`" + member + "`"));

    assertEquals(Set.of(), members);
  }

  @Test
  void thePageNamesTheVersionThatIsWritten() throws IOException {
    String title = Files.readAllLines(Path.of("docs/json.md")).getFirst();

    assertEquals("# The JSON report, `" + JsonReport.SCHEMA + "`", title);
  }

  /// Names of counters are data, not members.
  private static void collect(JsonNode node, Set<String> into) {
    node.properties()
        .forEach(
            property -> {
              into.add(property.getKey());
              if (!property.getKey().equals("counters")) {
                collect(property.getValue(), into);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, into));
    }
  }
}
