package org.mmlens.report;

import java.io.StringWriter;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes JSON (RFC 8259) in ASCII alone, members in the order given.
///
/// What is not ASCII is escaped, so that no reader's charset and no terminal can make something
/// else of a stranger's text. A method adds one member to the object being written.
final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /// {@return an object as a document}
  ///
  /// @param members adds them
  static String object(Consumer<Json> members) {
    return document(
        json -> {
          json.out.writeStartObject();
          members.accept(json);
          json.out.writeEndObject();
        });
  }

  /// {@return an array of objects as a document}
  static <T> String array(Collection<T> items, BiConsumer<Json, T> members) {
    return document(json -> json.elements(items, members));
  }

  private static String document(Consumer<Json> content) {
    var text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
      content.accept(new Json(out));
    }
    return text.append('\n').toString();
  }

  Json text(String name, String value) {
    out.writeStringProperty(name, value);
    return this;
  }

  Json number(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json texts(String name, Collection<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
    return this;
  }

  Json object(String name, Consumer<Json> members) {
    out.writeObjectPropertyStart(name);
    members.accept(this);
    out.writeEndObject();
    return this;
  }

  <T> Json array(String name, Collection<T> items, BiConsumer<Json, T> members) {
    out.writeName(name);
    elements(items, members);
    return this;
  }

  private <T> void elements(Collection<T> items, BiConsumer<Json, T> members) {
    out.writeStartArray();
    for (T item : items) {
      out.writeStartObject();
      members.accept(this, item);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Two blanks a level and line feeds on every system.
  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    @Override
    public @Nullable PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
