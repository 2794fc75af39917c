package innovation.points.scoring.facts;

/** One value of one enterprise, with the place it was read from. */
public record Fact(Value value, Source source) {}
