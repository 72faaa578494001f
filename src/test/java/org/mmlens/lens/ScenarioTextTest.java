package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.machine.FaultPlan;

class ScenarioTextTest {

  private static final Scenario FULL =
      new Scenario(
          0x7fff_ffff_f000L,
          3,
          0x1000,
          List.of(
              new Scenario.Fill(2, Scenario.Kind.SWAPPED),
              new Scenario.Fill(0, Scenario.Kind.PRESENT)),
          List.of(
              new Scenario.Neighbour(Scenario.Side.BELOW, 1, 2, true),
              new Scenario.Neighbour(Scenario.Side.ABOVE, 0, 1, false)),
          EnumSet.of(Scenario.Trait.TLB, Scenario.Trait.ANON_VMA),
          new TreeSet<>(List.of(7, 3)));

  @Test
  void aScenarioPrintsAsOneLineWithPagesAndFaultsAscending() {
    assertEquals(
        "end=0x7ffffffff000 length=3 shift=0x1000 pages=0p,2s below=1+2p above=0+1"
            + " with=anon-vma,tlb fail=3,7",
        FULL.toString());
  }

  @Test
  void whatIsPrintedIsReadBackEqual() {
    assertEquals(FULL, ScenarioText.parse(FULL.toString()).scenario().orElseThrow());
  }

  @Test
  void whatIsRefusedIsPrintedByWhatIsCountedAndReadBackEqual() {
    Scenario s =
        FULL.withFaults(FaultPlan.slab(2, 1).and(FaultPlan.pages(4)).and(FaultPlan.interrupts(1)));

    assertTrue(s.toString().endsWith(" with=anon-vma,tlb fail-slab=1,2 fail-page=4 signal=1"));
    assertEquals(s, ScenarioText.parse(s.toString()).scenario().orElseThrow());
  }

  @Test
  void aShiftThatWrapsIsReadAsUnsigned() {
    Scenario read =
        ScenarioText.parse("end=0x7ffffffff000 length=1 shift=0xfffffffffffff000")
            .scenario()
            .orElseThrow();

    assertEquals(-4096, read.shift());
    assertFalse(read.withinContract());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "end=0x1000",
        "end=x length=1 shift=0",
        "end=0x7000 length=-1 shift=0",
        "end=0x7000 length=1 shift=0 fail-slab=",
        "end=0x7000 length=1 shift=0 signal=x",
        "end=0x7000 length=1 shift=0x1000 pages=1p",
        "end=0x7000 length=1 shift=0x1000 pages=0z",
        "end=0x7000 length=1 shift=0x1000 below=1",
        "end=0x7000 length=1 shift=0x1000 with=wings",
        "end=0x7000 length=1 shift=0x1000 colour=red"
      })
  void textThatIsNoScenarioIsAnsweredWithWhatWasFoundAndExpected(String text) {
    ScenarioText.Parsed parsed = ScenarioText.parse(text);

    assertTrue(parsed.scenario().isEmpty());
    assertTrue(parsed.problem().contains("expected") || parsed.problem().contains("there are"));
  }
}
