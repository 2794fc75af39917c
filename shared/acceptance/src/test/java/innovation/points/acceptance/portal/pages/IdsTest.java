package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import innovation.points.acceptance.portal.PageTest;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Officers read words: no id of a run, no path of an object, no word of a program. */
@PageTest
class IdsTest {

  /** Times in ids, paths, names of settings, and words joined as programs join them. */
  private static final Pattern RAW =
      Pattern.compile(
          "\\d{8}T\\d{6}|\\b[a-z]+/[a-z0-9{][^\\s，。]*|\\b[a-z][a-z0-9]*(-[a-z0-9]+)+\\b|\\bnull\\b"
              + "|\\bundefined\\b|\\b[a-z]+[A-Z][A-Za-z]+\\b|[\\w-]+\\.json\\b");

  /** Departments name their files as they like. */
  private static final Pattern FILE = Pattern.compile("[^\\s·]+\\.(csv|xlsx|xlsm|xls|ods)\\b");

  /**
   * A person whose token has no name is called by the token's subject, a draft that cannot be read
   * (another test sends one) by the id that its author gave it.
   */
  private static final Pattern NAMELESS =
      Pattern.compile("\\b(enterprise|department)/\\w+|\\bportal-draft\\b");

  /**
   * Who writes a dataset of his own writes a Table Schema; the list of banks is JSON too, and so
   * are the mails that an office does not want.
   */
  private static final List<String> OF_SCHEMAS =
      List.of(
          "/settings: x-ordinal",
          "/settings: power-use",
          "/settings: x-owner",
          "/settings: callsPerHour",
          "/settings: uploads/tax");

  @Test
  void officersSeeNone(Portal portal) {
    var found = new ArrayList<String>();
    String uscc = portal.api().json("/v1/years/2025/rankings", null).at("/items/0/uscc").asText();
    for (DeclaredPage page : DeclaredRoutes.pages()) {
      Access access = page.access();
      if (!access.isPublic() && !access.roles().equals(Set.of(Role.ENTERPRISE))) {
        Who who = access.roles().contains(Role.BUREAU) ? Who.BUREAU : Who.AUDITOR;
        try (Visitor visitor = portal.visitor(who, uscc)) {
          Page open = visitor.open(page.path() + "?uscc=" + uscc);
          open.locator("details").all().forEach(one -> one.evaluate("it => (it.open = true)"));
          visitor.settled();
          String text = open.locator("#main").innerText();
          text = NAMELESS.matcher(FILE.matcher(text).replaceAll("")).replaceAll("");
          var matcher = RAW.matcher(text);
          while (matcher.find()) {
            found.add(page.path() + ": " + matcher.group());
          }
        }
      }
    }
    assertThat(found).isSubsetOf(OF_SCHEMAS);
  }
}
