package innovation.points.scoring.diagnostics;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.ZoneFiles;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Scored enterprises to audit. */
public final class DiagnosticSamples {
  static final int YEAR = RandomEnterprises.YEAR;
  public static final Rulebook RULEBOOK = RandomEnterprises.RULEBOOK;

  private DiagnosticSamples() {}

  /** The made-up zone of 120. */
  public static List<Scored> golden() throws IOException {
    ZoneFiles zone = new ZoneFiles(Path.of("src/test/resources/golden-zone"));
    Scorer scorer = new Scorer(RULEBOOK);
    List<Scored> all = new ArrayList<>();
    for (EnterpriseFacts enterprise : zone.enterprises().values()) {
      if (enterprise.year(YEAR).listed().contains("enterprises")
          && scorer.score(YEAR, enterprise, zone.deliveries(), Map.of()) instanceof Scored scored) {
        all.add(scored);
      }
    }
    return all;
  }

  /** So many enterprises of every kind. */
  public static List<Scored> random(int size, long seed) {
    RandomEnterprises random = new RandomEnterprises(new Random(seed));
    Scorer scorer = new Scorer(RULEBOOK);
    List<Scored> all = new ArrayList<>();
    for (int i = 0; all.size() < size; i++) {
      var input = random.next("91410700R%09d".formatted(i));
      if (scorer.score(YEAR, input.facts(), input.deliveries(), input.published())
          instanceof Scored scored) {
        all.add(scored);
      }
    }
    return all;
  }

  public static Sample of(List<Scored> all) {
    return of(all, Integer.MAX_VALUE);
  }

  public static Sample of(List<Scored> all, int limit) {
    Sampler sampler = new Sampler(RULEBOOK, limit);
    all.forEach(sampler::add);
    return sampler.sample();
  }
}
