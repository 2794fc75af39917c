package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import innovation.points.store.publication.RankingEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ranked enterprises of a year in figures: all of them, and by group. */
final class Population {

  @JsonProperty private final GroupTally all;
  @JsonProperty private final Groups stages;
  @JsonProperty private final Groups clusters;
  @JsonProperty private final Groups industries;

  Population() {
    this(new GroupTally(), new Groups(), new Groups(), new Groups());
  }

  @JsonCreator
  Population(
      @JsonProperty("all") GroupTally all,
      @JsonProperty("stages") Groups stages,
      @JsonProperty("clusters") Groups clusters,
      @JsonProperty("industries") Groups industries) {
    this.all = all;
    this.stages = stages;
    this.clusters = clusters;
    this.industries = industries;
  }

  void add(
      String stage,
      @Nullable String cluster,
      @Nullable String industry,
      double total,
      Map<String, Double> categories) {
    all.add(total, categories);
    stages.add(stage, total, categories);
    clusters.add(cluster, total, categories);
    industries.add(industry, total, categories);
  }

  /** Adds an enterprise of another year, without its categories. */
  void add(RankingEntry entry) {
    add(entry.stage(), entry.cluster(), entry.industry(), entry.total(), Map.of());
  }

  void add(Population other) {
    all.add(other.all);
    stages.add(other.stages);
    clusters.add(other.clusters);
    industries.add(other.industries);
  }

  GroupTally all() {
    return all;
  }

  Groups stages() {
    return stages;
  }

  Groups clusters() {
    return clusters;
  }

  Groups industries() {
    return industries;
  }
}
