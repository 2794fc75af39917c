package innovation.points.store.rulebook;

import innovation.points.person.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a rulebook.
 *
 * @param state the id of the state it came to
 * @param reason null where none was given or asked for
 */
public record RulebookStep(String state, Person by, Instant at, @Nullable String reason) {}
