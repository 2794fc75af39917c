package innovation.points.store.grants;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise lets a bank read.
 *
 * @param id begins with the instant it was given, so that ids sort by it
 * @param uscc whose results they are
 * @param bank the bank's id in {@code banks.json}
 * @param until its last day in official time
 * @param purpose in the enterprise's words
 * @param withdrawnAt null as long as nobody has withdrawn it
 */
@JsonPropertyOrder({"id", "uscc", "bank", "scope", "until", "purpose", "givenAt", "withdrawnAt"})
public record Grant(
    String id,
    String uscc,
    String bank,
    GrantScope scope,
    LocalDate until,
    String purpose,
    Instant givenAt,
    @Nullable Instant withdrawnAt) {

  /** Whether the bank may read by it on a day. */
  public boolean holds(LocalDate today) {
    return withdrawnAt == null && !today.isAfter(until);
  }

  /** The same once it is withdrawn. */
  Grant withdrawn(Instant at) {
    return new Grant(id, uscc, bank, scope, until, purpose, givenAt, at);
  }
}
