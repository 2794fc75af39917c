package innovation.points.store.uploads;

import innovation.points.person.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a file came into the bucket.
 *
 * @param at when the bucket took it
 * @param by who announced it; of a file put there with an S3 client {@link Person#S3}
 * @param department whose file it is; null of what no department delivers
 */
public record Arrival(Instant at, Person by, @Nullable String department) {}
