package innovation.points.store.facts;

import innovation.points.scoring.facts.Value;
import java.util.List;
import java.util.Optional;

/** What makes two line items of one enterprise and dataset the same item. */
record NaturalKey(Optional<Integer> year, List<Optional<Value>> values) {}
