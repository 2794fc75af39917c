package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void manyFaultsAreOneSentence() {
    var faults =
        List.of(
            new Problem.Fault("body", "rows[0].revenue", "“营业收入”应为数，收到“四百”。"),
            new Problem.Fault("body", "rows[0].costs", "“成本费用”应为数，收到“九百”。"));
    assertThat(Problem.badRequest(faults).detail()).isEqualTo("“营业收入”应为数，收到“四百”；“成本费用”应为数，收到“九百”。");
    assertThat(Problem.badRequest(faults.subList(0, 1)).detail()).isEqualTo("“营业收入”应为数，收到“四百”。");
  }
}
