package innovation.points.store.reminders;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.person.Person;
import java.time.Instant;

/**
 * That a department was reminded.
 *
 * @param by the schedule, or who did it by hand
 * @param datasets how many it was reminded of
 * @param questions how many it was reminded to answer
 */
@JsonPropertyOrder({"department", "at", "by", "datasets", "questions"})
public record Reminded(String department, Instant at, Person by, int datasets, int questions) {}
