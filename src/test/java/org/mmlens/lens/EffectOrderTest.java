package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which effects may change places without anything else being different.
class EffectOrderTest {

  private static final EffectFact DRAIN = effect("lru_add_drain");
  private static final EffectFact FLUSH = effect("flush_tlb_mm_range", "mm", "0x1000", "0x2000");
  private static final EffectFact FREE = effect("free_pages", "a page", "0x0");
  private static final EffectFact MLOCK = effect("mlock_folio", "struct page of stack+0");
  private static final EffectFact MUNLOCK = effect("munlock_folio", "struct page of stack+0");
  private static final EffectFact OTHER = effect("munlock_folio", "struct page of stack+1");
  private static final EffectFact TAKE = effect("down_write", "mm->mmap_lock");
  private static final EffectFact DROP = effect("up_write", "mm->mmap_lock");

  private static EffectFact effect(String name, String... args) {
    return new EffectFact(name, List.of(args), List.of());
  }

  private static Observation run(EffectFact... effects) {
    return new Observation(
        Map.of(Observable.EFFECTS, List.of(effects)),
        Optional.empty(),
        Optional.empty(),
        Requests.NONE);
  }

  private static boolean mayChangePlaces(EffectFact one, EffectFact other) {
    Observation before = run(one, other);
    Observation after = run(other, one);
    assertEquals(Set.of(Observable.EFFECTS), before.differences(after));
    return before.sameEffectsInSomeOrder(after);
  }

  @Test
  void whatHasNothingInCommonMay() {
    assertTrue(mayChangePlaces(DRAIN, FLUSH));
    assertTrue(mayChangePlaces(MLOCK, OTHER));
  }

  @Test
  void aPageIsNotFreedBeforeTheFlush() {
    assertFalse(mayChangePlaces(FLUSH, FREE));
  }

  @Test
  void effectsOnOnePageOrOneLockMayNot() {
    assertFalse(mayChangePlaces(MLOCK, MUNLOCK));
    assertFalse(mayChangePlaces(TAKE, DROP));
  }

  @Test
  void anEffectMoreIsNoOtherOrder() {
    assertFalse(run(DRAIN, FLUSH).sameEffectsInSomeOrder(run(FLUSH, DRAIN, DRAIN)));
  }
}
