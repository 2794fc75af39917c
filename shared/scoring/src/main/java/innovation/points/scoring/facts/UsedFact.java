package innovation.points.scoring.facts;

/**
 * A fact that a result was computed from.
 *
 * @param field its name in the catalogue of datasets
 */
public record UsedFact(String field, Value value, Source source) {}
