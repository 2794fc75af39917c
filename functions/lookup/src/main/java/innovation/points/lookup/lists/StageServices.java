package innovation.points.lookup.lists;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the zone offers the enterprises of a stage.
 *
 * @param cite the article of 新开〔2022〕110号
 * @param items as the notice says it
 */
public record StageServices(String cite, List<String> items) {
  private static final String CITE = "五(三)";
  private static final List<String> GROWING = List.of("多途径融资渠道", "行业发展培训会", "创新业务挖掘");
  private static final Map<String, List<String>> BY_STAGE =
      Map.of(
          "startup",
          List.of("行业先进企业技术指导", "优秀人才引进", "市场资源链接"),
          "growth",
          GROWING,
          "expansion",
          GROWING,
          "mature",
          List.of("支持企业上市", "业务国际化", "搭建高校与企业合作平台"));

  public static @Nullable StageServices of(@Nullable String stage) {
    List<String> items = stage == null ? null : BY_STAGE.get(stage);
    return items == null ? null : new StageServices(CITE, items);
  }
}
