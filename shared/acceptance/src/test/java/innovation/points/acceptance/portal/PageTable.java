package innovation.points.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoutes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The pages that {@code routes.yaml} declares, and the parts of the API's answers that they must
 * show; of a page that has no entry here, its title.
 */
final class PageTable {

  /** The department that visits the offices' pages. */
  static final String DEPARTMENT = "hr";

  /** The addresses of all calls. */
  static final String API = "**/v1/**";

  /** Pages that say something without having asked the API. */
  static final Set<String> SILENT = Set.of("/letters", "/glossary");

  /** The indicator whose page is looked at. */
  private static final String INDICATOR = "1.1";

  /** Pages about the enterprise that the address names. */
  private static final Set<String> PORTRAYING = Set.of("/portrait", "/simulator", "/self-report");

  /** The text that a page must show a visitor, from the API's answers to the same visitor. */
  @FunctionalInterface
  interface Told {
    List<String> by(Answers api);
  }

  /**
   * A page.
   *
   * @param address with {@code {uscc}} for the enterprise shown
   */
  record Sight(String address, Set<Who> readers, Told told) {}

  /** The API's answers to a visitor about the newest year and one enterprise. */
  record Answers(Portal portal, Who who, String uscc) {

    JsonNode get(String path) {
      return portal.api().json(path, portal.token(who, uscc));
    }

    List<JsonNode> items(String path) {
      return portal.api().items(path, portal.token(who, uscc));
    }

    List<String> texts(String path, String list, String name) {
      return StreamSupport.stream(get(path).at(list).spliterator(), false)
          .map(item -> item.path(name).asText())
          .toList();
    }
  }

  private PageTable() {}

  private static final Map<String, Told> TOLD = told();

  /** The pages by their paths. */
  static Map<String, Sight> all() {
    var pages = new TreeMap<String, Sight>();
    for (DeclaredPage page : DeclaredRoutes.pages()) {
      String address =
          page.path().replace("{id}", INDICATOR)
              + (PORTRAYING.contains(page.path()) ? "?uscc={uscc}" : "");
      Told title = _ -> List.of(page.title().zh());
      pages.put(
          page.path(), new Sight(address, readers(page), TOLD.getOrDefault(page.path(), title)));
    }
    return pages;
  }

  /** The paths of which this table says what their pages must show. */
  static Set<String> known() {
    return TOLD.keySet();
  }

  private static Set<Who> readers(DeclaredPage page) {
    var readers = EnumSet.noneOf(Who.class);
    if (page.access().isPublic()) {
      readers.addAll(EnumSet.allOf(Who.class));
    }
    page.access().roles().forEach(role -> readers.add(Who.valueOf(role.name())));
    return readers;
  }

  private static Map<String, Told> told() {
    var told = new TreeMap<String, Told>();
    publicPages(told);
    enterprisePages(told);
    officePages(told);
    return told;
  }

  private static void publicPages(Map<String, Told> told) {
    told.put("/", PageTable::overview);
    told.put(
        "/ranking",
        api -> List.of("全部企业 · " + api.get("/v1/years").at("/items/0/counts/ranked") + " 家"));
    told.put("/enterprises/{uscc}", PageTable::card);
    told.put("/lists", PageTable::lists);
    told.put("/parks", api -> api.texts("/v1/years/2025/overview", "/parks", "id"));
    told.put("/rules", PageTable::rules);
    told.put("/rulebook-guide", PageTable::rules);
    told.put("/indicators/{id}", PageTable::indicator);
    told.put("/data", PageTable::data);
    told.put(
        "/api",
        api ->
            StreamSupport.stream(api.get("/v1/openapi.json").path("paths").spliterator(), false)
                .flatMap(path -> path.findValuesAsText("summary").stream())
                .toList());
    told.put("/report", PageTable::report);
    told.put("/briefs", _ -> List.of("还没有公布的简报"));
    told.put("/letters", _ -> List.of("核验码"));
    told.put("/sign-in", _ -> List.of("以科学技术局登录"));
    told.put("/screen", PageTable::screen);
    told.put("/help", _ -> List.of("意见反馈"));
    told.put("/glossary", _ -> List.of("评价名录", "衰减"));
    told.put("/about", _ -> List.of("隐私声明", "无障碍说明"));
  }

  private static void enterprisePages(Map<String, Told> told) {
    told.put("/readers", _ -> List.of("不显示个人姓名"));
    told.put("/portrait", PageTable::portrait);
    told.put("/simulator", PageTable::portrait);
    told.put(
        "/self-report",
        api ->
            StreamSupport.stream(api.get("/v1/datasets").path("items").spliterator(), false)
                .filter(one -> one.path("open").asBoolean())
                .map(one -> one.path("title").asText())
                .toList());
    told.put("/questions", _ -> List.of("异议与问题"));
  }

  private static void officePages(Map<String, Told> told) {
    told.put("/audit", _ -> List.of("人员", "操作", "查询"));
    told.put("/uploads", api -> api.texts("/v1/uploads?year=2025&limit=20", "/items", "filename"));
    told.put("/completeness", PageTable::completeness);
    told.put("/departments", api -> api.texts("/v1/years/2025/departments", "/items", "title"));
    told.put(
        "/draft", api -> List.of(api.items("/v1/years/2025/scores?edition=draft").size() + " 家"));
    told.put(
        "/tables",
        api ->
            List.of("合计", api.get("/v1/years/2025/overview").at("/all/now/enterprises").asText()));
    told.put("/runs", api -> api.texts("/v1/years/2025/recomputations", "/items/0/checks", "text"));
    told.put("/studio", _ -> List.of("校准建议", "阶段权重", "名次都不变"));
    told.put("/rulebooks", api -> prepared(api, "上传草稿", "规则文件"));
    told.put("/allocations", api -> prepared(api, "单家上限（元，可不填）", "拨付清单"));
    told.put("/settings", api -> prepared(api, "提出改动", "公布前核对的限值", "落款"));
    told.put(
        "/rewards",
        api -> List.of(points(api.get("/v1/years/2025/rewards/payments").path("total"))));
    told.put(
        "/diagnostics",
        api -> api.texts("/v1/years/2025/diagnostics", "/scopes/0/indicators", "name"));
  }

  /** What all readers see, and the bureau's own way to prepare a change. */
  private static List<String> prepared(Answers api, String way, String... seen) {
    var told = new ArrayList<>(List.of(seen));
    if (api.who() == Who.BUREAU) {
      told.add(way);
    }
    return told;
  }

  private static List<String> report(Answers api) {
    JsonNode sentences = api.get("/v1/years/2025/report").at("/overview/text");
    return StreamSupport.stream(sentences.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> overview(Answers api) {
    JsonNode now = api.get("/v1/years/2025/overview").at("/all/now");
    return List.of(points(now.path("mean")), points(now.path("median")));
  }

  private static List<String> card(Answers api) {
    JsonNode score = api.get("/v1/years/2025/enterprises/" + api.uscc());
    return List.of(points(score.path("total")), score.path("name").asText());
  }

  private static List<String> portrait(Answers api) {
    JsonNode profile = api.get("/v1/years/2025/enterprises/" + api.uscc() + "/profile");
    return List.of(points(profile.path("total")), profile.path("name").asText());
  }

  /** The seed library is for offices only. */
  private static List<String> lists(Answers api) {
    var told = new ArrayList<>(api.texts("/v1/years/2025/lists?limit=200", "/items", "uscc"));
    if (EnumSet.of(Who.DEPARTMENT, Who.BUREAU, Who.APPROVER).contains(api.who())) {
      told.add("种子企业库 · " + api.items("/v1/years/2025/seeds").size() + " 家");
      told.add("各企业可享受的服务");
    }
    return told;
  }

  private static List<String> rules(Answers api) {
    String id = api.get("/v1/rulebooks").at("/items/0/id").asText();
    return api.texts("/v1/rulebooks/" + id, "/rules/indicators", "name");
  }

  private static List<String> indicator(Answers api) {
    JsonNode found = api.get("/v1/years/2025/report").at("/performance/indicators/0");
    return List.of(found.path("name").asText(), points(found.path("mean")));
  }

  private static List<String> data(Answers api) {
    var told = new ArrayList<>(api.texts("/v1/datasets", "/items", "title"));
    told.addAll(api.texts("/v1/years", "/items", "generation"));
    if (api.who() == Who.BUREAU) {
      told.add("数据核对与重建");
    }
    return told;
  }

  private static List<String> screen(Answers api) {
    var told = new ArrayList<>(api.texts("/v1/years/2025/rankings?limit=10", "/items", "name"));
    told.addAll(overview(api));
    return told;
  }

  private static List<String> completeness(Answers api) {
    var told =
        new ArrayList<>(api.texts("/v1/years/2025/completeness?limit=1", "/datasets", "title"));
    told.add(api.items("/v1/years/2025/completeness").size() + " 家企业待补数");
    return told;
  }

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%,.2f", number.asDouble());
  }
}
