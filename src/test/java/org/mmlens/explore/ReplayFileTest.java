package org.mmlens.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.lens.ScenarioText;

class ReplayFileTest {

  @Test
  void whatIsWrittenIsReadBackEqual() {
    var file =
        new ReplayFile(
            "20260101.1@example.org",
            List.of("v2 of it.mbox", "reply.eml"),
            2,
            "vmas",
            ScenarioText.parse("end=0x7ffffffff000 length=1 shift=0x1000")
                .scenario()
                .orElseThrow());

    assertEquals(file, ReplayFile.read("x.replay", file.text()).file().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0\0",
        "mmlens-replay 2\n",
        "mmlens-replay 1\n",
        "mmlens-replay 1\nscenario length=1\n",
        "mmlens-replay 1\npatch minus\nscenario end=0x7ffffffff000 length=1 shift=0x1000\n"
      })
  void anotherTextIsAnsweredWithADiagnosticThatNamesTheFile(String text) {
    ReplayFile.Reading reading = ReplayFile.read("x.replay", text);

    assertTrue(reading.file().isEmpty());
    assertEquals("x.replay", reading.problem().orElseThrow().at().path());
  }
}
