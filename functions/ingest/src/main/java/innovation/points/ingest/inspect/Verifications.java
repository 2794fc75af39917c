package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactRow.Check;
import innovation.points.store.uploads.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What persons found of the figures of a self-report.
 *
 * @param objects their places in the bucket, the earliest first
 * @param all in the same order: the later counts
 */
public record Verifications(List<String> objects, List<Verification> all) {

  public static final Verifications NONE = new Verifications(List.of(), List.of());

  private static final int DIGITS = 12;

  public Verifications {
    objects = List.copyOf(objects);
    all = List.copyOf(all);
  }

  /** Names them; the empty text where there are none. */
  public String name() {
    return objects.isEmpty()
        ? ""
        : "~" + Sha256.hex(String.join("\n", objects)).substring(0, DIGITS);
  }

  /** What a file says, with what was found of it. */
  public List<Contribution> of(Dataset dataset, List<Contribution> said) {
    return all.isEmpty()
        ? said
        : said.stream()
            .map(
                one ->
                    new Contribution(
                        one.file(),
                        one.uscc(),
                        one.rows().stream().map(row -> checked(dataset, row)).toList()))
            .toList();
  }

  private FactRow checked(Dataset dataset, FactRow row) {
    var checks = new HashMap<String, Check>();
    Map<String, Map<String, String>> figures = Verification.figures(dataset, row.values());
    for (Verification one : all) {
      var check = new Check(one.confirmed(), one.reason(), one.by().department(), one.at());
      one.figures()
          .forEach(
              (name, values) -> {
                if (values.equals(figures.get(name))) {
                  values.keySet().forEach(field -> checks.put(field, check));
                }
              });
    }
    return new FactRow(row.row(), row.values(), checks);
  }
}
