package innovation.points.web.route;

import innovation.points.web.http.Cors;
import java.util.function.Predicate;

/**
 * What a function tells its API.
 *
 * @param cors which other origins may call
 * @param unavailable whether an exception means that something behind is busy or down for the
 *     moment: answered 503 with Retry-After, any other 500
 */
public record ApiSettings(Cors cors, Predicate<RuntimeException> unavailable) {
  public static final ApiSettings DEFAULT = new ApiSettings(Cors.NONE, _ -> false);
}
