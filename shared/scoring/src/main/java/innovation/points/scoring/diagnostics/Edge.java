package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.Robustness.Band;
import innovation.points.scoring.diagnostics.Robustness.RankBand;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The end of a list in one stage, and who might be on either side of it: the places of the list lie
 * within the band that the rank moves in when weights, full marks and open choices are varied.
 *
 * @param list id of the list of the best; {@code seeds} for the seed library
 * @param name in Chinese
 * @param stage id
 * @param places the last rank of the list
 * @param enterprises by rank
 */
public record Edge(String list, String name, String stage, int places, List<OnEdge> enterprises) {

  public Edge {
    enterprises = List.copyOf(enterprises);
  }

  /**
   * An enterprise whose rank within the stage may lie on either side.
   *
   * @param low the rank is at most this (better) in 5 % of the runs
   * @param high the rank is at least this (worse) in 5 % of the runs
   */
  public record OnEdge(String uscc, int rank, int low, int high) {}

  /** The ends of all lists that any enterprise is near. */
  public static List<Edge> of(Rulebook rulebook, Robustness robustness) {
    List<Edge> edges = new ArrayList<>();
    Uses uses = rulebook.uses();
    if (uses == null) {
      return edges;
    }
    for (Stage stage : rulebook.stages()) {
      List<RankBand> bands =
          robustness.bands().stream().filter(band -> band.stage().equals(stage.id())).toList();
      for (Uses.Tier tier : uses.tiers()) {
        add(edges, tier.id(), tier.name(), tier.upTo(), stage, bands);
      }
      if (uses.seeds().stages().contains(stage.id())) {
        add(edges, "seeds", "种子企业库", uses.seeds().upTo(), stage, bands);
      }
    }
    return edges;
  }

  private static void add(
      List<Edge> edges, String list, String name, int upTo, Stage stage, List<RankBand> bands) {
    int places = Uses.places(bands.size(), upTo);
    List<OnEdge> near =
        bands.stream()
            .filter(band -> band.inStage().low() <= places && band.inStage().high() > places)
            .map(band -> of(band.uscc(), band.inStage()))
            .sorted(Comparator.comparing(OnEdge::rank).thenComparing(OnEdge::uscc))
            .toList();
    if (!near.isEmpty()) {
      edges.add(new Edge(list, name, stage.id(), places, near));
    }
  }

  private static OnEdge of(String uscc, Band band) {
    return new OnEdge(uscc, band.rank(), band.low(), band.high());
  }
}
