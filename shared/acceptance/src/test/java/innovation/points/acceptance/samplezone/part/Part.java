package innovation.points.acceptance.samplezone.part;

import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleStage;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One enterprise of the cast, which shows a rule. It is generated like any other, constantly in its
 * stage and without major projects, and then modified for its role.
 *
 * @param role what it shows, unique
 * @param quality 0..1
 * @param play sets the data that the role requires
 */
public record Part(
    String role,
    SampleStage stage,
    double quality,
    LocalDate registeredOn,
    OptionalDouble revenue,
    Consumer<SampleEnterprise> play) {

  static Part of(String role, SampleStage stage, double quality) {
    LocalDate registeredOn =
        LocalDate.parse(
            switch (stage) {
              case STARTUP -> "2022-05-18";
              case GROWTH -> "2019-04-09";
              case EXPANSION -> "2013-09-27";
              case MATURE -> "2006-03-16";
            });
    return new Part(role, stage, quality, registeredOn, OptionalDouble.empty(), _ -> {});
  }

  Part registered(String day) {
    return new Part(role, stage, quality, LocalDate.parse(day), revenue, play);
  }

  /** Revenue of 2025, 万元. */
  Part revenue(double target) {
    return new Part(role, stage, quality, registeredOn, OptionalDouble.of(target), play);
  }

  Part then(Consumer<SampleEnterprise> more) {
    return new Part(role, stage, quality, registeredOn, revenue, play.andThen(more));
  }
}
