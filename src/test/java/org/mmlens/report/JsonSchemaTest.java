package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.lens.Observable;
import org.mmlens.review.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds the JSON report and its published schema to each other.
///
/// Readers may meet members that a later mmlens adds, so the schema leaves objects open. Here they
/// are closed: a member without an entry in the schema fails.
class JsonSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema PUBLISHED = REGISTRY.getSchema(JsonSchema.text(), InputFormat.JSON);
  private static final Schema CLOSED = REGISTRY.getSchema(closed().toString(), InputFormat.JSON);

  static List<String> samples() {
    return List.copyOf(SampleReviews.all().keySet());
  }

  private static JsonNode closed() {
    JsonNode schema = JsonMapper.shared().readTree(JsonSchema.text());
    close(schema);
    return schema;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asString("").equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(JsonSchemaTest::close);
  }

  private static String render(String sample) {
    return new JsonReport().render(SampleReviews.all().get(sample));
  }

  private static List<String> problems(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyReportIsValidAndHoldsNothingThatTheSchemaDoesNotName(String sample) {
    assertEquals(List.of(), problems(CLOSED, render(sample)));
  }

  @Test
  void aReportWithMembersOfALaterReleaseIsStillValid() {
    var later = (ObjectNode) JsonMapper.shared().readTree(render("different"));
    later.put("mood", "good");

    assertEquals(List.of(), problems(PUBLISHED, later.toString()));
    assertNotEquals(List.of(), problems(CLOSED, later.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verdict\" : \"different\" -> \"verdict\" : \"equivalent\"",
        "\"schema\" : \"mmlens-review/1\" -> \"schema\" : \"mmlens-review/2\"",
        "\"start\" : \"0x7fffffff9000\" -> \"start\" : 140737488326656",
        "\"state\" : \"live\" -> \"state\" : \"gone\"",
        "\"kind\" : \"returned\" -> \"kind\" : \"left\"",
        "\"line\" : 753 -> \"line\" : 0",
        "\"fidelity\" : \"stub\" -> \"fidelity\" : \"guess\"",
        "\"evidence\" : { -> \"proof\" : {",
        "\"withinContract\" : true -> \"withinContract\" : \"yes\"",
      })
  void theSchemaRefuses(String change) {
    String[] sides = change.split(" -> ");
    String report = render("different");

    String wrong = report.replace(sides[0], sides[1]);

    assertNotEquals(report, wrong);
    assertNotEquals(List.of(), problems(PUBLISHED, wrong));
  }

  @Test
  void theSchemaItselfIsValidByTheMetaSchemaOfItsDialect() {
    Schema meta =
        REGISTRY.getSchema(
            com.networknt.schema.SchemaLocation.of(
                SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertEquals(List.of(), problems(meta, JsonSchema.text()));
    assertNotEquals(
        List.of(), problems(meta, JsonSchema.text().replace("\"object\"", "\"thing\"")));
  }

  @Test
  void theSchemaNamesItsVersion() {
    JsonNode schema = JsonMapper.shared().readTree(JsonSchema.text());

    assertEquals(JsonReport.SCHEMA, schema.get("title").asString());
    assertEquals(
        "urn:" + JsonReport.SCHEMA.replace("-", ":").replace("/", ":"),
        schema.get("$id").asString());
  }

  @Test
  void theSchemaKnowsTheWordsOfTheCode() {
    JsonNode defs = JsonMapper.shared().readTree(JsonSchema.text()).get("$defs");

    assertEquals(
        Arrays.stream(Observable.values()).map(Observable::id).toList(),
        words(defs.get("observable")));
    assertEquals(
        Arrays.stream(Finding.Severity.values()).map(Headline::word).toList(),
        words(defs.get("severity")));
  }

  private static List<String> words(JsonNode definition) {
    return definition.get("enum").valueStream().map(JsonNode::asString).toList();
  }

  /// A member that no sample has is a member nobody has looked at.
  @Test
  void everyMemberOfTheSchemaOccursInASample() {
    var named = new TreeSet<String>();
    named(JsonMapper.shared().readTree(JsonSchema.text()), named);

    samples().forEach(sample -> forget(JsonMapper.shared().readTree(render(sample)), named));

    assertEquals(Set.of(), named);
  }

  private static void named(JsonNode schema, Set<String> into) {
    Stream.of(schema.path("properties"))
        .filter(properties -> properties.isObject() && !schema.has("enum"))
        .forEach(properties -> into.addAll(properties.propertyNames()));
    schema.forEach(child -> named(child, into));
  }

  private static void forget(JsonNode report, Set<String> names) {
    names.removeAll(report.propertyNames());
    report.forEach(child -> forget(child, names));
  }
}
