package org.mmlens.report;

/// The schema of the JSON report, as JSON Schema 2020-12.
public final class JsonSchema {

  private JsonSchema() {}

  /// {@return the schema of what [JsonReport] writes, with its name and version in `title`}
  public static String text() {
    return Resource.text(JsonReport.SCHEMA.replace('/', '-') + ".schema.json");
  }
}
