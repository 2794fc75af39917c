package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the announced lists reach. */
class UsesTest {
  private static final Uses USES =
      Objects.requireNonNull(Rulebooks.named("xinxiang-2022-110").uses());

  @ParameterizedTest
  @CsvSource({
    // The best of the smallest stage leads.
    "1, 1, leading",
    "2, 2, none",
    "10, 1, leading",
    "10, 2, advancing",
    "10, 3, none",
    "20, 1, leading",
    "20, 2, chasing",
    "20, 3, advancing",
    "20, 4, advancing",
    "20, 5, none",
    // 5 % of 21 is 1.05: rounded up.
    "21, 2, leading",
    "130, 7, leading",
    "130, 8, chasing",
    "130, 13, chasing",
    "130, 26, advancing",
    "130, 27, none",
    "1000000, 50000, leading",
    "1000000, 50001, chasing",
  })
  void aShareOfAStageIsRoundedUp(int of, int rank, String tier) {
    Tier found = USES.tier(rank, of);
    assertThat(found == null ? "none" : found.id()).isEqualTo(tier);
  }

  @Test
  void tiersGoOnFromOneAnother() {
    Changed changed =
        Changed.of("name: 竞跑, en: Chasing, upTo: 10}", "name: 竞跑, en: Chasing, upTo: 5}");
    changed.isRefused(
        "第 %d 行：应为 6 到 100 的整数，实为 5。".formatted(changed.line("name: 竞跑, en: Chasing, upTo: 5}")));
  }

  @Test
  void seedsAreOfStagesThereAre() {
    Changed changed = Changed.of("{stages: [startup, growth]", "{stages: [startup, adult]");
    changed.isRefused(
        "第 %d 行：应为 mature、expansion、growth、startup 之一，实为 adult。"
            .formatted(changed.line("stages: [startup, adult]")));
  }

  @Test
  void aNoticeWithoutListsHasNone() {
    int from = Changed.ORIGINAL.indexOf("uses:\n");
    int to = Changed.ORIGINAL.indexOf("# 奖励（五(四)）");
    Rulebook without =
        RulebookLoader.load(
            "without.yaml", Changed.ORIGINAL.substring(0, from) + Changed.ORIGINAL.substring(to));
    assertThat(without.uses()).isNull();
  }
}
