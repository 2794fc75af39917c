package innovation.points.store.questions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.scores.Rank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reference letter for one enterprise, e.g. to a bank, as it was issued.
 *
 * @param code who has it can check the letter; hard to guess
 * @param generation the publication that its rank is of
 * @param validUntil its last day in official time, {@code 2027-03-31}
 * @param text the letter, in Chinese
 * @param digest SHA-256 of the text in UTF-8, hex; stands on the letter's copy
 * @param jws what it says as data, signed, so that it can be verified without asking; null of
 *     letters that were issued before there were signatures
 */
@JsonPropertyOrder({
  "code",
  "year",
  "generation",
  "uscc",
  "name",
  "stage",
  "total",
  "rank",
  "issuedAt",
  "validUntil",
  "text",
  "digest",
  "jws"
})
public record Letter(
    String code,
    int year,
    String generation,
    String uscc,
    @Nullable String name,
    String stage,
    double total,
    Rank rank,
    Instant issuedAt,
    String validUntil,
    String text,
    String digest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String jws) {}
