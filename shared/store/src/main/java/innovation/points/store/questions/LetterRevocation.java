package innovation.points.store.questions;

import innovation.points.person.Person;
import java.time.Instant;

/** That a letter was revoked: by whom, when and why. */
public record LetterRevocation(Person by, Instant at, String reason) {}
