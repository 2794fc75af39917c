package innovation.points.desk.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the examples of 《正确填写票据和结算凭证的基本规定》. */
class AmountInWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1409.50, 壹仟肆佰零玖元伍角整",
    "6007.14, 陆仟零柒元壹角肆分",
    "1680.32, 壹仟陆佰捌拾元叁角贰分",
    "107000.53, 壹拾万柒仟元伍角叁分",
    "16409.02, 壹万陆仟肆佰零玖元零贰分",
    "325.04, 叁佰贰拾伍元零肆分",
    "5000000, 伍佰万元整",
    "5000000.00, 伍佰万元整",
    "100500, 壹拾万零伍佰元整",
    "10010, 壹万零壹拾元整",
    "1000000005, 壹拾亿零伍元整",
    "100000000, 壹亿元整",
    "1230045000, 壹拾贰亿叁仟零肆万伍仟元整",
    "0, 零元整",
    "0.05, 伍分",
    "0.50, 伍角整",
    "9999999999999999.99, 玖仟玖佰玖拾玖万亿玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"
  })
  void isWrittenAsFinanceWritesIt(BigDecimal yuan, String words) {
    assertThat(AmountInWords.of(yuan)).isEqualTo(words);
  }

  @Test
  void whatCannotBePaidHasNoWords() {
    assertThatThrownBy(() -> AmountInWords.of(new BigDecimal("-1")))
        .hasMessage("expected an amount from 0 below 10^16, found -1");
    assertThatThrownBy(() -> AmountInWords.of(new BigDecimal("10000000000000000")))
        .hasMessage("expected an amount from 0 below 10^16, found 10000000000000000");
  }
}
