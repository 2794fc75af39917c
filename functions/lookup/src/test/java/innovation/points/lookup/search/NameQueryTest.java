package innovation.points.lookup.search;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.names.NameLine;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well names fit what was typed. */
class NameQueryTest {

  private static final NameLine LINE =
      new NameLine(
          "91410700MA40ABCD1X",
          "长垣若木·氢能（新乡）ABC有限公司",
          List.of(
              List.of("zhang", "chang"),
              List.of("yuan"),
              List.of("ruo", "re"),
              List.of("mu"),
              List.of("qing"),
              List.of("neng", "nai"),
              List.of("xin"),
              List.of("xiang"),
              List.of("a"),
              List.of("b"),
              List.of("c")));

  @ParameterizedTest
  @CsvSource({
    "长垣若木氢能(新乡)ＡＢＣ有限公司, SAME",
    "91410700ma40abcd1x, SAME",
    "长垣若木 氢能-新乡abc, SAME_CORE",
    "长垣若木氢能新乡abc股份有限公司, SAME_CORE",
    "长垣若木氢能新乡abc有限, SAME_CORE",
    "长垣若, BEGINS",
    "9141, BEGINS",
    "若木氢能, HOLDS",
    "若木•氢能, HOLDS",
    "木, HOLDS",
    "新乡abc有限公司, HOLDS",
    "0ABC, HOLDS",
    "ma40, HOLDS",
    "ruomu, PINYIN",
    "ruomuqingn, PINYIN",
    "changyuan, PINYIN",
    "zhangyuanre, PINYIN",
    "xiangabc, PINYIN",
    "cyrm, INITIALS",
    "RMQN, INITIALS",
    "xxabc, INITIALS",
    "有限公司, FORM",
    "公司, FORM",
    "若水氢能, NEARLY",
    "若木氢源能, NEARLY",
    "若木能新, NEARLY",
    "若木水源, ''",
    "uomu, ''",
    "rmqx, ''",
    "若木股份, ''",
    "9141X, ''",
  })
  void aNameFitsByTier(String typed, String tier) {
    assertThat(NameQuery.of(typed).fits(KnownName.of(LINE)).map(Tier::name).orElse(""))
        .isEqualTo(tier);
  }
}
