package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Aggregate;
import innovation.points.scoring.rulebook.Aggregate.Measure;
import innovation.points.scoring.rulebook.Items;
import java.util.List;

/** Reads the figures of the zone (四(三), 四(四)). */
final class AggregatesReader {

  private static final String KNOWN = "算法之一（amount、ratio、sum、count、any）";

  private final ReadingContext context;
  private final ItemsReader items;

  AggregatesReader(ReadingContext context, ItemsReader items) {
    this.context = context;
    this.items = items;
  }

  List<Aggregate> read(List<Section> sections) {
    context.unique(sections);
    return sections.stream().map(this::aggregate).toList();
  }

  private Aggregate aggregate(Section section) {
    Aggregate aggregate =
        new Aggregate(
            section.text("id"),
            context.name(section),
            section.text("unit"),
            measure(section.section("value")),
            context.basis(section));
    section.done();
    return aggregate;
  }

  private Measure measure(Section section) {
    List<String> keys = section.keys();
    String key = keys.size() == 1 ? keys.getFirst() : "";
    Measure measure =
        switch (key) {
          case "amount" -> new Measure.Total(context.field(section, key));
          case "ratio" -> share(section.section(key));
          case "sum" -> sum(section.section(key));
          case "count" -> new Measure.Count(items.items(section.section(key)));
          case "any" ->
              new Measure.Having(section.sections(key).stream().map(items::items).toList());
          default -> {
            if (section.present()) {
              context.problems.add(section.line(), KNOWN, String.join("、", keys));
            }
            keys.forEach(section::required);
            yield new Measure.Having(List.of());
          }
        };
    section.done();
    return measure;
  }

  private Measure share(Section section) {
    var share = new Measure.Share(context.field(section, "part"), context.field(section, "whole"));
    section.done();
    return share;
  }

  private Measure sum(Section section) {
    Items of = items.items(section.section("items"));
    String field = context.itemField(of.dataset(), section, "of");
    String once = section.has("once") ? context.itemField(of.dataset(), section, "once") : null;
    section.done();
    return new Measure.Sum(of, field, once);
  }
}
