package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsStandUnderEachOtherThoughChineseIsTwiceAsWide() {
    var table = new TextTable("名次", "企业", "得分");
    table.add("1", "虚构·若木（新乡）有限公司", "92.66");
    table.add("10", "Fiction", "8.10");

    assertThat(table.lines())
        .containsExactly(
            "名次  企业                        得分",
            "--------------------------------------",
            "   1  虚构·若木（新乡）有限公司  92.66",
            "  10  Fiction                     8.10");
  }

  @Test
  void aTableWithoutRowsIsItsTitles() {
    assertThat(new TextTable("名次", "企业").lines()).containsExactly("名次  企业", "----------");
  }
}
