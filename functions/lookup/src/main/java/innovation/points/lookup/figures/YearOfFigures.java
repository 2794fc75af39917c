package innovation.points.lookup.figures;

import innovation.points.store.publication.IndicatorMean;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The figures of one published year; lists are empty where it was computed before there were any.
 */
record YearOfFigures(Pointer pointer, List<ZoneFigure> zone, List<IndicatorMean> indicators) {

  /** The same figure of this year, in the same unit. */
  Optional<ZoneFigure> like(ZoneFigure other) {
    return zone.stream()
        .filter(
            one ->
                one.aggregate().equals(other.aggregate())
                    && one.unit().equals(other.unit())
                    && one.by() == other.by()
                    && Objects.equals(one.id(), other.id()))
        .findFirst();
  }

  /** A figure by group. */
  List<ZoneFigure> of(String aggregate, By by) {
    return zone.stream()
        .filter(one -> one.by() == by && one.aggregate().equals(aggregate))
        .toList();
  }

  Optional<IndicatorMean> indicator(String id) {
    return indicators.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
