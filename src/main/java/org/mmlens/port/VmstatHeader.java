package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/vmstat.h`.
public final class VmstatHeader {

  private static final String SOURCE = "mm/vmstat.c";

  private VmstatHeader() {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param node ignored
  /// @param item which counter
  /// @param delta added
  @KernelFunction(
      name = {"mod_node_page_state", "__mod_node_page_state"},
      prototype =
          "void mod_node_page_state(struct pglist_data *pgdat, enum node_stat_item item, long"
              + " delta)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void modNodePageState(Machine m, long node, long item, long delta) {
    m.effects().record("mod_node_page_state", item, delta);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param zone ignored
  /// @param item which counter
  /// @param delta added
  @KernelFunction(
      name = {"mod_zone_page_state", "__mod_zone_page_state"},
      prototype =
          "void mod_zone_page_state(struct zone *zone, enum zone_stat_item item, long delta)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void modZonePageState(Machine m, long zone, long item, long delta) {
    m.effects().record("mod_zone_page_state", item, delta);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param page ignored
  /// @param item which counter
  @KernelFunction(
      name = {"inc_node_page_state", "__inc_node_page_state"},
      prototype = "void inc_node_page_state(struct page *page, enum node_stat_item item)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void incNodePageState(Machine m, long page, long item) {
    m.effects().record("mod_node_page_state", item, 1);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param page ignored
  /// @param item which counter
  @KernelFunction(
      name = {"inc_zone_page_state", "__inc_zone_page_state"},
      prototype = "void inc_zone_page_state(struct page *page, enum zone_stat_item item)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void incZonePageState(Machine m, long page, long item) {
    m.effects().record("mod_zone_page_state", item, 1);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param page ignored
  /// @param item which counter
  @KernelFunction(
      name = {"dec_node_page_state", "__dec_node_page_state"},
      prototype = "void dec_node_page_state(struct page *page, enum node_stat_item item)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void decNodePageState(Machine m, long page, long item) {
    m.effects().record("mod_node_page_state", item, -1);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param page ignored
  /// @param item which counter
  @KernelFunction(
      name = {"dec_zone_page_state", "__dec_zone_page_state"},
      prototype = "void dec_zone_page_state(struct page *page, enum zone_stat_item item)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the counters themselves, per CPU and node")
  public static void decZonePageState(Machine m, long page, long item) {
    m.effects().record("mod_zone_page_state", item, -1);
  }
}
