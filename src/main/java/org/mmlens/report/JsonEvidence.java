package org.mmlens.report;

import org.mmlens.explore.Evidence;

/// The member `evidence` of the JSON report.
final class JsonEvidence {

  private JsonEvidence() {}

  static void write(Json json, Evidence e) {
    json.text("entryBefore", e.entryBefore())
        .text("entryAfter", e.entryAfter())
        .number("scenarios", e.scenarios())
        .number("faultPlans", e.faultPlans())
        .number("contractBreaking", e.contractBreaking())
        .number("undecided", e.undecided())
        .number("stoppedAlike", e.stoppedAlike())
        .number("seed", e.seed())
        .flag("sameCode", e.sameCode())
        .flag("complete", e.complete())
        .object("coverageBefore", o -> coverage(o, e.coverageBefore()))
        .object("coverageAfter", o -> coverage(o, e.coverageAfter()))
        .array("models", e.models(), JsonEvidence::model)
        .object("entered", o -> entered(o, e.entered()));
  }

  /// Most functions are entered on both sides.
  private static void entered(Json json, Evidence.Entered e) {
    json.texts("both", e.after().stream().filter(e.before()::contains).toList())
        .texts("onlyBefore", e.before().stream().filter(f -> !e.after().contains(f)).toList())
        .texts("onlyAfter", e.after().stream().filter(f -> !e.before().contains(f)).toList());
  }

  private static void coverage(Json json, Evidence.Coverage c) {
    json.number("taken", c.taken())
        .number("total", c.total())
        .array("missing", c.missing(), JsonEvidence::missing);
  }

  private static void missing(Json json, Evidence.Missing m) {
    json.object("at", o -> JsonReport.position(o, m.at()))
        .text("function", m.function())
        .text("condition", m.condition())
        .text("never", m.never());
  }

  private static void model(Json json, Evidence.Model m) {
    json.text("name", m.name()).text("fidelity", m.fidelity()).number("calls", m.calls());
  }
}
