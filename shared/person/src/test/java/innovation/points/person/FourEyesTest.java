package innovation.points.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FourEyesTest {

  private static final Person LI = new Person("1", "李敏", "bureau", null);
  private static final Person LI_AS_APPROVER = new Person("1", "李敏", "bureau+approver", null);
  private static final Person WANG = new Person("2", "王芳", "approver", null);

  @Test
  void anotherPersonDecidesUnlessTheZoneHasOne() {
    assertThat(FourEyes.REQUIRED.allows(LI, WANG)).isTrue();
    assertThat(FourEyes.REQUIRED.allows(LI, LI_AS_APPROVER)).isFalse();
    assertThat(FourEyes.OFF.allows(LI, LI_AS_APPROVER)).isTrue();
  }

  @Test
  void anythingElseIsNoRule() {
    assertThat(FourEyes.of("required")).isEqualTo(FourEyes.REQUIRED);
    assertThat(FourEyes.of("off")).isEqualTo(FourEyes.OFF);
    assertThatThrownBy(() -> FourEyes.of("on"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected required or off for FourEyes, found on");
  }
}
