package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class VerificationMainTest {

  private static String summary(String verification) throws JsonProcessingException {
    return VerificationMain.summary(new ObjectMapper().readTree(verification));
  }

  @Test
  void saysThatAllIsTheSame() throws JsonProcessingException {
    assertThat(
            summary(
                """
                {"year": 2025, "rulebook": "xinxiang-2022-110", "enterprises": 203, "same": 203,
                 "differing": []}
                """))
        .isEqualTo("2025 年度：203 家企业按规则 xinxiang-2022-110 复算，结果全部与公布的相同");
  }

  @Test
  void namesWhatDiffers() throws JsonProcessingException {
    assertThat(
            summary(
                """
                {"year": 2025, "rulebook": "xinxiang-2022-110", "enterprises": 203, "same": 202,
                 "differing": [{"uscc": "91350100M000100Y43", "name": "甲公司", "total": 61.25,
                  "totalAgain": 61.5, "rank": 7, "rankAgain": null}]}
                """))
        .isEqualTo(
            ("2025 年度：203 家企业按规则 xinxiang-2022-110 复算，1 家与公布的不同："
                    + "%n  91350100M000100Y43 甲公司：总分公布 61.25、复算 61.5，排名公布 7、复算 无")
                .formatted());
  }
}
