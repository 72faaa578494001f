package org.mmlens.bot.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes each event as one line of JSON (RFC 8259) in ASCII: `time`, `level`, `event`, then what
/// belongs to the event. Any number of threads may write; lines never mix.
///
/// A log that cannot be written does not stop the bot: it says so once, and is silent.
public final class EventLog {

  private static final int LONGEST = 4000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final OutputStream out;
  private final InstantSource clock;
  private final Runnable onTrouble;
  private boolean broken = false;

  /// How much an event matters.
  public enum Level {
    /// What is to be expected.
    INFO,
    /// Something was left out or has to wait.
    WARNING,
    /// Somebody has to look.
    ERROR
  }

  /// What belongs to an event.
  public sealed interface Field {

    /// {@return what it is called}
    String name();

    /// Text; what is longer than 4,000 characters is cut, and ends in `…`.
    ///
    /// @param name what it is called
    /// @param value the text
    record Text(String name, String value) implements Field {}

    /// A whole number.
    ///
    /// @param name what it is called, with its unit
    /// @param value the number
    record Number(String name, long value) implements Field {}
  }

  /// Makes a log.
  ///
  /// @param out where it goes; every line is flushed
  /// @param clock what time it is
  /// @param onTrouble called once, when a line could not be written
  public EventLog(OutputStream out, InstantSource clock, Runnable onTrouble) {
    this.out = out;
    this.clock = clock;
    this.onTrouble = onTrouble;
  }

  /// {@return a field of text}
  ///
  /// @param name what it is called
  /// @param value the text
  public static Field text(String name, String value) {
    return new Field.Text(name, value);
  }

  /// {@return a field with a whole number}
  ///
  /// @param name what it is called, with its unit
  /// @param value the number
  public static Field number(String name, long value) {
    return new Field.Number(name, value);
  }

  /// Writes an event.
  ///
  /// @param level how much it matters
  /// @param event what happened, the same words for the same kind of event: `mail-kept`
  /// @param fields what belongs to it, each name once
  public void write(Level level, String event, Field... fields) {
    byte[] line = (line(level, event, fields) + "\n").getBytes(StandardCharsets.US_ASCII);
    boolean first = false;
    synchronized (this) {
      try {
        out.write(line);
        out.flush();
      } catch (IOException _) {
        first = !broken;
        broken = true;
      }
    }
    if (first) {
      onTrouble.run();
    }
  }

  private String line(Level level, String event, Field... fields) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeStringProperty("level", level.name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("event", event);
      for (Field field : fields) {
        switch (field) {
          case Field.Text(var name, var value) -> json.writeStringProperty(name, cut(value));
          case Field.Number(var name, var value) -> json.writeNumberProperty(name, value);
        }
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }
}
