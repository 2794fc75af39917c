package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.PageTable.Sight;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In English no page has Chinese words but names of enterprises and persons, of documents and their
 * articles, and what people have written themselves; the titles of the API's calls besides name
 * terms as the data has them.
 */
@PageTest
class EnglishPagesTest {

  private static final Map<String, Sight> PAGES = PageTable.all();

  /** The texts that are seen and are not marked as Chinese, without the names. */
  private static final String CHINESE =
      """
      () => {
        const names = [
          /(虚构|示例)·\\p{Script=Han}+|（虚构）\\p{Script=Han}+(（后备）)?/gu, // enterprises, contacts
          /李敏|王建国|赵静|钱进|reason: .+/gu, // persons, and what they said
          /《[^》]+》|新乡高新区企业创新积分评价规则|新开〔2022〕110号|表2/gu, // documents
          /[一二三四五六七八九十]+\\([一二三四五六七八九十]+\\)/gu, // their articles
          /中文/gu, // the other language
        ];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { data, parentElement: parent } = node;
          const own = parent.closest('[lang]') === document.documentElement
            && !parent.closest('noscript, script, textarea, .person, .own-words, [id^=part-] details > summary');
          if (own && parent.checkVisibility() && /\\p{Script=Han}/u.test(names.reduce((text, one) => text.replace(one, ''), data))) {
            texts.push(data.trim());
          }
        }
        return texts;
      }
      """;

  static Set<String> pages() {
    return PAGES.keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  @SuppressWarnings("unchecked") // what the script returns: a list of texts
  void pageIsInEnglish(String path, Portal portal) {
    Sight sight = Objects.requireNonNull(PAGES.get(path));
    String uscc =
        portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    try (Visitor visitor = portal.visitor(sight.readers().iterator().next(), uscc)) {
      String address = sight.address().replace("{uscc}", uscc);
      Page page = visitor.open(address + (address.contains("?") ? "&" : "?") + "lang=en");
      assertThat((List<String>) page.evaluate(CHINESE)).isEmpty();
    }
  }
}
