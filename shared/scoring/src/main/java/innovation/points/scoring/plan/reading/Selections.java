package innovation.points.scoring.plan.reading;

import innovation.points.scoring.plan.reading.Subject.Calendar;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * The selections of items that rules make. Those of one dataset share a matcher, which tells of an
 * item by all of them at once. Filled while the rules are compiled; then read by any thread.
 */
public final class Selections {
  private final Rulebook.Dates dates;
  private final List<ItemMatcher> matchers = new ArrayList<>();
  private final List<String> datasets = new ArrayList<>();
  private final Anniversaries anniversaries;
  private volatile Calendar last;

  public Selections(Rulebook.Dates dates) {
    this.dates = dates;
    this.anniversaries = new Anniversaries(dates.referenceDay());
    this.last = Calendar.of(dates, 2000);
  }

  /** Adds a selection. */
  public Selection of(Items items) {
    for (ItemMatcher matcher : matchers) {
      if (matcher.dataset().equals(items.dataset()) && !matcher.full()) {
        return matcher.add(items);
      }
    }
    ItemMatcher matcher =
        new ItemMatcher(items.dataset(), matchers.size(), dataset(items.dataset()));
    matchers.add(matcher);
    return matcher.add(items);
  }

  /** The index of a dataset of which subjects have the items. */
  public int dataset(Dataset dataset) {
    if (!datasets.contains(dataset.id())) {
      datasets.add(dataset.id());
    }
    return datasets.indexOf(dataset.id());
  }

  List<String> datasets() {
    return datasets;
  }

  Anniversaries anniversaries() {
    return anniversaries;
  }

  int matchers() {
    return matchers.size();
  }

  /** The calendar of an evaluation year; that of the year met last is kept. */
  Calendar calendar(int year) {
    Calendar known = last;
    if (known.year() != year) {
      known = Calendar.of(dates, year);
      last = known;
    }
    return known;
  }
}
