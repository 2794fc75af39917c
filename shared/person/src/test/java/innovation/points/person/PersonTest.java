package innovation.points.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "system:s3", "system:", "System:schedule"})
  void tokenNamesNobodySo(String sub) {
    assertThat(Person.isSub(sub)).isFalse();
  }

  @Test
  void tokenNamesAPersonByAnyOtherText() {
    assertThat(Person.isSub("00000000-0000-4000-8000-000000000001")).isTrue();
    assertThat(Person.isSub("李敏")).isTrue();
    assertThat(Person.isSub("x".repeat(128))).isTrue();
    assertThat(Person.isSub("x".repeat(129))).isFalse();
  }

  @Test
  void personIsOneInEveryRole() {
    var prepares = new Person("7", "李敏", "bureau", null);
    var decides = new Person("7", "Li Min", "bureau+approver", null);
    var another = new Person("8", "李敏", "bureau", null);
    assertThat(prepares.isSameAs(decides)).isTrue();
    assertThat(prepares.isSameAs(another)).isFalse();
  }

  @Test
  void personIsOneInWhateverCaseTheIssuerWritesIt() {
    var asks = new Person("li.min", "李敏", "bureau", null);
    var decides = new Person("LI.Min", "李敏", "approver", null);
    assertThat(asks.isSameAs(decides)).isTrue();
  }

  @Test
  void namelessIsNoPerson() {
    assertThatThrownBy(() -> new Person("7", " ", "bureau", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a sub of 1 to 128 characters without white space, a name and a role,"
                + " found 7,  , bureau");
  }
}
