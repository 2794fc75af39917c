package innovation.points.scoring.facts;

/** One value of one enterprise, with its source. */
public record Fact(Value value, Source source) {}
