package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.publication.IndicatorMean;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import innovation.points.store.table.StoredLists;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of the zone: with 同比, year by year, and nothing of what is suppressed. */
class FiguresTest {
  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  private void publish(int year, double rd, double young, double mean) {
    String generation = "g" + year;
    zone.publish(year, generation, List.of(PublishedZone.scored(year, 1, "甲", "growth", "氢能", 50)));
    var lists = new StoredLists(zone.client(), zone.tables.scores());
    lists.replace(
        generation,
        ZoneFigure.OF_GENERATION,
        List.of(
                new ZoneFigure("rd", "研发费用", "万元", By.ALL, null, rd, false),
                new ZoneFigure("rd", "研发费用", "万元", By.STAGE, "startup", young, false),
                new ZoneFigure("rd", "研发费用", "万元", By.STAGE, "mature", null, true),
                new ZoneFigure("rd", "研发费用", "万元", By.INDUSTRY, "C39", rd, false))
            .iterator());
    lists.replace(
        generation,
        IndicatorMean.OF_GENERATION,
        List.of(new IndicatorMean("1.1", "研发费用金额", 12, mean, mean / 12)).iterator());
  }

  /** 150 on 120 is +25 %, 30 on 40 is −25 %. */
  @Test
  void theYearBeforeStandsBeside() {
    publish(2024, 120, 40, 6);
    publish(2025, 150, 30, 9);
    assertThat(Caller.json(caller.get("/v1/years/2025/figures")).toString())
        .isEqualTo(
            "{\"year\":2025,\"generation\":\"g2025\","
                + "\"before\":{\"year\":2024,\"generation\":\"g2024\"},\"items\":["
                + "{\"id\":\"rd\",\"name\":\"研发费用\",\"unit\":\"万元\","
                + "\"all\":{\"id\":null,\"value\":150,\"before\":120,\"change\":25},"
                + "\"stages\":[{\"id\":\"startup\",\"value\":30,\"before\":40,\"change\":-25},"
                + "{\"id\":\"mature\",\"value\":null,\"before\":null,\"change\":null,"
                + "\"suppressed\":true}],\"clusters\":[],\"parks\":[],"
                + "\"industries\":[{\"id\":\"C39\",\"value\":150,\"before\":120,\"change\":25}],"
                + "\"years\":[{\"year\":2024,\"value\":120},{\"year\":2025,\"value\":150}]}],"
                + "\"indicators\":[{\"id\":\"1.1\",\"name\":\"研发费用金额\",\"fullPoints\":12,"
                + "\"years\":[{\"year\":2024,\"mean\":6,\"rate\":0.5},"
                + "{\"year\":2025,\"mean\":9,\"rate\":0.75}]}]}");
  }

  @Test
  void theFileSaysWhatIsNotPublished() {
    publish(2024, 120, 40, 6);
    publish(2025, 150, 30, 9);
    assertThat(caller.get("/v1/years/2025/figures?format=csv").getBody().replace("\uFEFF", ""))
        .isEqualTo(
            """
            指标,单位,分组,名称,本年,上年,同比（%）
            研发费用,万元,全区,合计,150,120,25
            研发费用,万元,阶段,初创期,30,40,-25
            研发费用,万元,阶段,成熟期,不公布,,
            研发费用,万元,行业大类,计算机、通信和其他电子设备制造业,150,120,25
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aYearThatWasComputedBeforeHasNone() {
    zone.publish(2025, "g", List.of(PublishedZone.scored(2025, 1, "甲", "growth", "氢能", 50)));
    assertThat(Caller.json(caller.get("/v1/years/2025/figures")).toString())
        .isEqualTo(
            "{\"year\":2025,\"generation\":\"g\",\"before\":null,\"items\":[],\"indicators\":[]}");
  }
}
