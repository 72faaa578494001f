package org.mmlens.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {

  @Test
  void counterRevisionAndPrefixesAreTold() {
    Subject subject = Subject.parse("[RFC PATCH mm-unstable v2 03/07] mm: title [with brackets]");

    assertEquals("mm: title [with brackets]", subject.title());
    assertEquals(3, subject.counter());
    assertEquals(7, subject.total());
    assertEquals(2, subject.revision());
    assertEquals(List.of("RFC", "PATCH", "mm-unstable", "v2", "03/07"), subject.words());
    assertFalse(subject.reply());
  }

  @Test
  void answersAreKnownInSeveralLanguages() {
    for (String mark : List.of("Re: ", "RE: ", "re: Re: ", "AW: ", "Fwd: ", "Re[2]: ", "SV: ")) {
      Subject subject = Subject.parse(mark + "[PATCH 1/2] title");
      assertTrue(subject.reply(), mark);
      assertEquals("title", subject.title(), mark);
    }
    assertFalse(Subject.parse("mmap: [tiny] not an answer").reply());
  }

  @Test
  void gluedAndNestedBracketsAreUndone() {
    assertEquals(3, Subject.parse("[PATCHv3] t").revision());
    assertEquals(4, Subject.parse("[PATCH [RFC] v4] t").revision());
    assertEquals("t", Subject.parse("[PATCH [RFC] v4] t").title());
    assertEquals(5, Subject.parse("[mm] [PATCH,v5;1/2] t").revision());
  }

  @Test
  void aSubjectWithoutBracketsIsOnePatchOfOne() {
    Subject subject = Subject.parse("mm: title");

    assertEquals(1, subject.counter());
    assertEquals(1, subject.total());
    assertFalse(subject.numbered());
  }

  @Test
  void hostileSubjectsComeBack() {
    assertEquals(1, Subject.parse("[".repeat(100_000)).counter());
    assertEquals(1, Subject.parse("[PATCH 99999/99999999999]").counter());
    assertEquals("", Subject.parse("Re: Re: Re:").title());
  }
}
