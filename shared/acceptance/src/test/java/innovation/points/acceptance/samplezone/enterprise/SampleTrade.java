package innovation.points.acceptance.samplezone.enterprise;

import java.util.List;

/**
 * The trade of an enterprise.
 *
 * @param cluster its 主导产业
 * @param industry GB/T 4754-2017 class
 * @param word its name's word for the trade
 */
public record SampleTrade(String cluster, String industry, String word) {
  static final List<SampleTrade> MEDICINE =
      List.of(
          new SampleTrade("生物医药", "C2710", "原料药"),
          new SampleTrade("生物医药", "C2720", "制药"),
          new SampleTrade("生物医药", "C2740", "中药"),
          new SampleTrade("生物医药", "C2761", "生物制品"),
          new SampleTrade("生物医药", "C2762", "基因药物"),
          new SampleTrade("生物医药", "C2770", "卫材"),
          new SampleTrade("生物医药", "C2780", "药用辅料"),
          new SampleTrade("生物医药", "C3581", "诊疗设备"),
          new SampleTrade("生物医药", "C3584", "医用器械"),
          new SampleTrade("生物医药", "M7340", "医学研究"));

  static final List<SampleTrade> EQUIPMENT =
      List.of(
          new SampleTrade("高端装备制造", "C3421", "精密机床"),
          new SampleTrade("高端装备制造", "C3441", "泵业"),
          new SampleTrade("高端装备制造", "C3443", "阀门"),
          new SampleTrade("高端装备制造", "C3451", "轴承"),
          new SampleTrade("高端装备制造", "C3464", "制冷设备"),
          new SampleTrade("高端装备制造", "C3491", "机器人"),
          new SampleTrade("高端装备制造", "C3599", "专用装备"),
          new SampleTrade("高端装备制造", "C3670", "汽车零部件"),
          new SampleTrade("高端装备制造", "C3812", "电机"),
          new SampleTrade("高端装备制造", "C4011", "自动控制"));

  static final List<SampleTrade> HYDROGEN =
      List.of(
          new SampleTrade("氢能", "C2619", "制氢"),
          new SampleTrade("氢能", "C3332", "储氢容器"),
          new SampleTrade("氢能", "C3442", "氢气压缩机"),
          new SampleTrade("氢能", "C3463", "气体纯化"),
          new SampleTrade("氢能", "C3612", "氢能汽车"),
          new SampleTrade("氢能", "C3849", "燃料电池"),
          new SampleTrade("氢能", "M7320", "氢能研究"));

  static final List<SampleTrade> OTHER =
      List.of(
          new SampleTrade("其他", "C2651", "新材料"),
          new SampleTrade("其他", "C2929", "塑料制品"),
          new SampleTrade("其他", "C3985", "电子材料"),
          new SampleTrade("其他", "I6513", "软件"),
          new SampleTrade("其他", "I6520", "集成电路"),
          new SampleTrade("其他", "I6532", "物联网"),
          new SampleTrade("其他", "M7452", "检测技术"),
          new SampleTrade("其他", "M7511", "农业科技"));

  /**
   * Fictional places and people from literature, so that no name can be mistaken for a real one.
   */
  private static final List<String> NOWHERE =
      List.of(
          "乌有", "子虚", "亡是", "南柯", "华胥", "无何", "蓬莱", "瀛洲", "方壶", "归墟", "昆吾", "不周", "扶桑", "若木", "青丘",
          "丹穴", "云梦", "烂柯", "槐安", "桃源", "太虚", "灵台", "方寸", "斜月", "水帘", "星河", "广寒", "玉京", "瑶池", "阆苑",
          "悬圃", "沃野", "羽民", "长臂", "贯胸", "镜花", "水月", "海市", "蜃楼");

  /** The n-th name with this word; distinct for distinct n below the number of places. */
  public String name(int n, SampleStage stage) {
    String form = stage == SampleStage.MATURE ? "股份有限公司" : "有限公司";
    return (n % 4 == 3 ? "示例·" : "虚构·") + NOWHERE.get(n % NOWHERE.size()) + word + form;
  }

  public static SampleTrade of(int serial) {
    // Three pillar industries and the rest, 30 : 30 : 20 : 20.
    int slot = serial % 10;
    int turn = serial / 10;
    if (slot < 3) {
      return MEDICINE.get((turn * 3 + slot) % MEDICINE.size());
    } else if (slot < 6) {
      return EQUIPMENT.get((turn * 3 + slot) % EQUIPMENT.size());
    } else if (slot < 8) {
      return HYDROGEN.get((turn * 2 + slot) % HYDROGEN.size());
    }
    return OTHER.get((turn * 2 + slot) % OTHER.size());
  }
}
