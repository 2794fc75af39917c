package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispositionTest {

  @Test
  void fileNamesAreChineseForNewClientsAndAsciiForOld() {
    assertThat(Disposition.attachment("2025-rankings", "2025年度 排名.csv"))
        .isEqualTo(
            "attachment; filename=\"2025-rankings.csv\";"
                + " filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%20%E6%8E%92%E5%90%8D.csv");
  }
}
