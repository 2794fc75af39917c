package innovation.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.reminders.Reminded;
import innovation.points.store.reminders.Reminders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bureau reminds a department by hand. */
class RemindingTest {

  private static final String TAX = "/v1/years/2025/departments/tax/reminders";

  private final DeskBench bench = new DeskBench();

  private Reminders reminders() {
    var client = bench.tables.client();
    return new Reminders(
        client,
        bench.tables.facts(),
        bench.tables.scores(),
        new AuditTrail(client, bench.tables.scores(), bench.time::get));
  }

  @Test
  void itIsToldWhatItOwesOnceADay() {
    var sent = bench.call("POST", TAX, "{}", DeskBench.BUREAU);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.body().path("reminded").path("datasets").asInt()).isEqualTo(1);
    assertThat(sent.body().path("subject").asText()).isEqualTo("催报：税务局 1 个数据集待报送");
    assertThat(sent.body().path("text").asText()).contains("· 2025 年度经营情况，2026-04-30 截止，还有 29 天");
    assertThat(reminders().last().get("tax")).extracting(Reminded::datasets).isEqualTo(1);
    var again = bench.call("POST", TAX, "{}", DeskBench.BUREAU);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().path("detail").asText()).isEqualTo("今天已就 2025 年度催报过税务局，一天只催报一次，请明天再催");
    bench.time.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    assertThat(bench.call("POST", TAX, "{}", DeskBench.BUREAU).status()).isEqualTo(201);
  }

  @Test
  void whoOwesNothingIsNotReminded() {
    Catalogue.load().datasets().stream()
        .filter(dataset -> dataset.owner().equals("tax"))
        .forEach(dataset -> bench.zone.deliver(dataset.id(), 2025));
    var refused = bench.call("POST", TAX, "{}", DeskBench.BUREAU);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("detail").asText())
        .isEqualTo("税务局没有 2025 年度待报送的数据，也没有待答复的问题，无需催报");
    assertThat(reminders().last()).isEmpty();
  }

  @Test
  void aDepartmentThatThereIsNotCannotBeReminded() {
    var refused = bench.call("POST", TAX.replace("tax", "taxes"), "{}", DeskBench.BUREAU);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body().path("detail").asText()).isEqualTo("没有部门 taxes，部门应为其编号（如 tax）");
  }
}
