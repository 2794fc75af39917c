package innovation.points.store.uploads;

import java.time.Instant;

/**
 * The right of one invocation to bring a key up to date, until it expires.
 *
 * @param key the object's key
 * @param token of this attempt: two attempts never share one
 * @param until no holder works longer than this
 */
public record KeyLease(String key, String token, Instant until) {}
