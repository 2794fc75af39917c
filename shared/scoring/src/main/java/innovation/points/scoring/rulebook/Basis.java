package innovation.points.scoring.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * The basis of a rule.
 *
 * @param cite the article or table of the rulebook's document; null where the document leaves it
 *     open and the rulebook settles it ({@code basis: default})
 * @param calibrated the evaluation year whose values a curve was fitted to ({@code basis:
 *     calibrated 2025}), reviewed and published by a person; null where it was not
 * @param note a note by the rule's owner; null where there is none
 */
public record Basis(@Nullable String cite, @Nullable Integer calibrated, @Nullable String note) {

  /** Whether the document leaves the rule open and the rulebook's owner alone settled it. */
  public boolean isDefault() {
    return cite == null && calibrated == null;
  }
}
