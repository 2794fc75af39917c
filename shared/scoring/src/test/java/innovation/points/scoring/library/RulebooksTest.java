package innovation.points.scoring.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rulebooks that come with the system. */
class RulebooksTest {
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Pattern NAME = Pattern.compile("\\bname: ");
  private static final Pattern ENGLISH = Pattern.compile("\\ben: [^\\[]");

  /** Years are published by this text. A change of it is a new rulebook, with an id of its own. */
  @Test
  void textIsTheOneThatWasPublished() {
    assertThat(RULEBOOK.digest())
        .isEqualTo("02bb1ae45357995c9be32461870c903f86bef281d35c29045c1ce5971f3616eb");
  }

  @Test
  void changedTextIsNotLoaded() {
    Map<String, String> files = Map.of("xinxiang-2022-110.yaml", RULEBOOK.text() + "\n");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Rulebooks.load(
                    "xinxiang-2022-110 " + RULEBOOK.digest(),
                    name -> Objects.requireNonNull(files.get(name))))
        .withMessageStartingWith(
            "expected /rulebooks/xinxiang-2022-110.yaml with the digest "
                + RULEBOOK.digest()
                + " of /rulebooks/index, found ")
        .withMessageEndingWith(
            ": give a changed text a new id, or, where no year was published by it, write the new"
                + " digest into the index");
  }

  @Test
  void oneMayExtendAnotherOfTheIndex() {
    Map<String, String> files =
        Map.of(
            "xinxiang-2022-110.yaml",
            RULEBOOK.text(),
            "later.yaml",
            "id: later\ntitle: 以后的规则\nextends: xinxiang-2022-110\neffectiveFrom: 2030-01-01\n");
    String digest =
        RulebookLoader.load(
                "later.yaml", Objects.requireNonNull(files.get("later.yaml")), List.of(RULEBOOK))
            .digest();
    List<Rulebook> loaded =
        Rulebooks.load(
            "xinxiang-2022-110 %s\nlater %s\n".formatted(RULEBOOK.digest(), digest),
            name -> Objects.requireNonNull(files.get(name)));
    assertThat(loaded).extracting(Rulebook::id).containsExactly("xinxiang-2022-110", "later");
  }

  /** 五(三), word for word. */
  @Test
  void servicesAreThoseOfTheNotice() {
    assertThat(RULEBOOK.services())
        .containsExactly(
            services(List.of("startup"), "行业先进企业技术指导", "优秀人才引进", "市场资源链接"),
            services(List.of("growth", "expansion"), "多途径融资渠道", "行业发展培训会", "创新业务挖掘"),
            services(List.of("mature"), "支持企业上市", "业务国际化", "搭建高校与企业合作平台", "实现企业核心技术突破", "构建行业新标准"));
  }

  private static Rulebook.Services services(List<String> stages, String... items) {
    return new Rulebook.Services(stages, List.of(items), new Basis("五(三)", null, null));
  }

  @Test
  void everythingThatHasANameHasAnEnglishOne() {
    String rules = RULEBOOK.text().substring(RULEBOOK.text().indexOf("\ncategories:"));
    assertThat(ENGLISH.matcher(rules).results().count())
        .isEqualTo(NAME.matcher(rules).results().count())
        .isEqualTo(91);
  }
}
