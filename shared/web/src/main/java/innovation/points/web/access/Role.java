package innovation.points.web.access;

import java.util.Arrays;
import java.util.List;

/** A group of the token that carries a right. */
public enum Role {
  /** 区科学技术局: prepares, and runs the system. */
  BUREAU("bureau"),
  /** Decides: reads all that the bureau reads, orders nothing. */
  APPROVER("approver"),
  /** A department that delivers data and reads results. */
  DEPARTMENT("department"),
  /** One enterprise, for what is its own. */
  ENTERPRISE("enterprise"),
  /** A bank, for what enterprises have granted it. */
  BANK("bank"),
  /** Reads the audit trail; has no other right, whatever else the token says. */
  AUDITOR("auditor");

  private final String group;

  Role(String group) {
    this.group = group;
  }

  /** The group's name in the token. */
  public String group() {
    return group;
  }

  /** The names of all groups that carry a right. */
  public static List<String> groups() {
    return Arrays.stream(values()).map(Role::group).toList();
  }
}
