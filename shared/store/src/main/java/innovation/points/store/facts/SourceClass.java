package innovation.points.store.facts;

import innovation.points.datasets.key.UploadKey;

/** Whose figure it is, the strongest first: 以政府部门提取数据为主体, 公开数据抓取和企业自主填报为补充 (四(一)). */
enum SourceClass {
  DEPARTMENT,
  /** What the bureau has entered for an enterprise. */
  BUREAU,
  PUBLIC,
  ENTERPRISE;

  static SourceClass of(String source) {
    return switch (source) {
      case UploadKey.BUREAU -> BUREAU;
      case UploadKey.PUBLIC -> PUBLIC;
      case UploadKey.ENTERPRISE -> ENTERPRISE;
      default -> DEPARTMENT;
    };
  }
}
