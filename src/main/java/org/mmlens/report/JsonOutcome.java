package org.mmlens.report;

import java.util.List;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;

/// The elements of `differences` of the JSON report. Addresses are strings in hex, since they do
/// not fit the numbers of most readers.
final class JsonOutcome {

  private JsonOutcome() {}

  static void difference(Json json, Difference d) {
    json.text("observable", d.observable().id())
        .texts("also", d.also().stream().map(Observable::id).toList())
        .texts("elsewhere", d.elsewhere().stream().map(Observable::id).toList())
        .text("summary", d.summary())
        .flag("withinContract", d.withinContract())
        .flag("orderOnly", d.orderOnly())
        .number("scenariosDiffering", d.scenariosDiffering())
        .array("causes", d.causes(), JsonReport::position)
        .text("scenario", d.scenario().toString())
        .object("before", o -> outcome(o, d.before()))
        .object("after", o -> outcome(o, d.after()));
    d.parting().ifPresent(parting -> json.object("parting", o -> parting(o, parting)));
  }

  private static void parting(Json json, Difference.Parting parting) {
    parting.before().ifPresent(e -> json.object("before", o -> event(o, e)));
    parting.after().ifPresent(e -> json.object("after", o -> event(o, e)));
  }

  private static void outcome(Json json, Outcome o) {
    json.object("ending", e -> ending(e, o.ending()))
        .array("vmas", o.vmas(), JsonOutcome::vma)
        .array("tree", o.tree(), JsonOutcome::treeRange)
        .array("pages", o.pages(), JsonOutcome::page)
        .array("tables", o.tables(), JsonOutcome::table)
        .object("counters", c -> o.counters().forEach(n -> c.number(n.name(), n.value())))
        .array("stored", o.stored(), JsonOutcome::word)
        .texts("locks", o.locks())
        .array("memory", o.memory(), JsonOutcome::event)
        .array("warnings", o.warnings(), JsonOutcome::event)
        .array("effects", o.effects(), JsonOutcome::event);
  }

  private static void word(Json json, Outcome.Word word) {
    json.text("place", word.place()).text("value", word.value());
  }

  private static void ending(Json json, Outcome.Ending ending) {
    switch (ending) {
      case Outcome.Ending.Returned(var value, var text) ->
          json.text("kind", "returned").number("value", value).text("text", text);
      case Outcome.Ending.Stopped(var kind, var message, var frames) -> {
        json.text("kind", "stopped").text("cause", kind).text("text", message);
        backtrace(json, frames);
      }
      case Outcome.Ending.Undecided(var reason, var frames) -> {
        json.text("kind", "undecided").text("text", reason);
        backtrace(json, frames);
      }
    }
  }

  private static void backtrace(Json json, List<Outcome.Frame> frames) {
    json.array("backtrace", frames, JsonOutcome::frame);
  }

  private static void frame(Json json, Outcome.Frame frame) {
    json.text("function", frame.function());
    json.object("at", o -> JsonReport.position(o, frame.at()));
  }

  private static void vma(Json json, Outcome.Vma v) {
    range(json.text("name", v.name()), v.start(), v.end())
        .text("flags", v.flags())
        .number("pgoff", v.pgoff())
        .flag("anonVma", v.anonVma());
  }

  private static void treeRange(Json json, Outcome.TreeRange r) {
    range(json, r.start(), r.end()).text("name", r.name());
  }

  private static void page(Json json, Outcome.Page p) {
    json.text("address", hex(p.address())).text("frame", p.frame()).text("flags", p.flags());
    p.stale().ifPresent(stale -> json.text("stale", stale));
  }

  private static void table(Json json, Outcome.Table t) {
    range(json.text("level", t.level()), t.start(), t.end()).text("state", t.state());
  }

  private static void event(Json json, Outcome.Event e) {
    json.text("text", e.text());
    e.at().ifPresent(frame -> json.object("in", o -> frame(o, frame)));
  }

  private static Json range(Json json, long start, long end) {
    return json.text("start", hex(start)).text("end", hex(end));
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
