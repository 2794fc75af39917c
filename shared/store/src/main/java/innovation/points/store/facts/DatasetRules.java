package innovation.points.store.facts;

import innovation.points.scoring.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the merge needs to know of the datasets (contract §2). */
final class DatasetRules {

  static final String ROSTER = "enterprises";

  private static final Map<String, List<String>> NATURAL_KEYS =
      Map.of(
          "technology-contracts", List.of("contract"),
          "innovation-records", List.of("record"),
          "qualifications", List.of("certificate"),
          "stage-history", List.of("evaluatedYear"));

  private static final Map<String, String> OWNERS =
      Map.of(
          ROSTER,
          "science",
          "operations",
          "tax",
          "trade",
          "commerce",
          "workforce",
          "hr",
          "intellectual-property",
          "market",
          "investment",
          "finance",
          "credit",
          "market",
          "environment",
          "ecology",
          "safety",
          "emergency");

  boolean lineItems(String dataset) {
    return NATURAL_KEYS.containsKey(dataset);
  }

  boolean owns(String source, String dataset) {
    return source.equals(OWNERS.getOrDefault(dataset, "science"));
  }

  NaturalKey naturalKey(String dataset, int year, Map<String, Value> values) {
    return new NaturalKey(
        dataset.equals("technology-contracts") ? Optional.of(year) : Optional.empty(),
        NATURAL_KEYS.getOrDefault(dataset, List.of()).stream()
            .map(field -> Optional.ofNullable(values.get(field)))
            .toList());
  }
}
