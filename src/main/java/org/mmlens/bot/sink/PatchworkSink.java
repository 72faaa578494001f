package org.mmlens.bot.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.bot.sink.PatchworkApi.Check;

/// Checks on a patchwork server, one for each patch of a series: patchwork has none for a series.
///
/// What is there is asked first: a check of the same context that says the same already is not made
/// again. What stands in a check comes from the review in JSON.
public final class PatchworkSink implements Sink {

  private final String name;
  private final PatchworkApi api;
  private final String context;
  private final ReportPlaces reports;

  /// Names a server.
  ///
  /// @param name what the configuration calls it
  /// @param api how it is spoken to
  /// @param context what the check is called there, a slug
  /// @param reports where people are led to from a check
  public PatchworkSink(String name, PatchworkApi api, String context, ReportPlaces reports) {
    this.name = name;
    this.api = api;
    this.context = context;
    this.reports = reports;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Delivery deliver(Parcel parcel, Brink brink) {
    Optional<JsonReview> review;
    try {
      review = JsonReview.of(parcel);
    } catch (IOException e) {
      return new Delivery.Refused(Names.reason(e));
    }
    if (review.isEmpty()) {
      return new Delivery.Refused("there is no report in JSON");
    }
    String url = reports.urlOf(parcel.series()).map(Object::toString).orElse("");
    var tally = new Tally();
    for (JsonReview.Part patch : review.get().patches()) {
      if (!patch.messageId().isEmpty()) {
        tally.add(check(patch, url));
      }
    }
    return tally.sum();
  }

  private Delivery check(JsonReview.Part patch, String url) {
    var wanted = new Check(patch.state(), context, patch.description(), url);
    try {
      List<Integer> ids = api.patches(patch.messageId());
      if (ids.isEmpty()) {
        return new Delivery.Later("it does not know <" + patch.messageId() + ">");
      }
      boolean posted = false;
      for (int id : ids) {
        Optional<Check> newest = api.newest(id, context);
        if (!newest.equals(Optional.of(wanted))) {
          api.post(id, wanted);
          posted = true;
        }
      }
      return posted ? new Delivery.Delivered("made") : new Delivery.AlreadyThere("there");
    } catch (PatchworkApi.Refusal e) {
      return new Delivery.Refused(e.getMessage() + " for <" + patch.messageId() + ">");
    } catch (IOException e) {
      return new Delivery.Later(Names.reason(e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Delivery.Later("interrupted");
    }
  }

  /// What becomes of a parcel, from what became of its checks.
  private static final class Tally {

    private final List<String> later = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int made = 0;
    private int there = 0;

    void add(Delivery one) {
      switch (one) {
        case Delivery.Delivered _ -> made++;
        case Delivery.AlreadyThere _ -> there++;
        // Patchwork is asked first whatever happened.
        case Delivery.Later(var reason) -> later.add(reason);
        case Delivery.Unsure(var reason) -> later.add(reason);
        case Delivery.Refused(var reason) -> refused.add(reason);
      }
    }

    /// One that has to wait makes the parcel wait: those that were made are found the next time.
    Delivery sum() {
      if (!later.isEmpty()) {
        return new Delivery.Later(String.join("; ", later));
      }
      if (made + there == 0) {
        return new Delivery.Refused(
            refused.isEmpty() ? "no patch has a Message-ID" : String.join("; ", refused));
      }
      String counts = "checks made: %d, there before: %d".formatted(made, there);
      String receipt =
          refused.isEmpty() ? counts : counts + ", refused: " + String.join("; ", refused);
      return made == 0 ? new Delivery.AlreadyThere(receipt) : new Delivery.Delivered(receipt);
    }
  }
}
