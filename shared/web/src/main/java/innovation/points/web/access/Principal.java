package innovation.points.web.access;

import java.util.Map;
import java.util.Optional;

/** The caller, by the verified token; a claim that cannot be parsed gives no right. */
public sealed interface Principal {

  /** The role, where there is one. */
  default Optional<Role> role() {
    return switch (this) {
      case Public _, Stranger _ -> Optional.empty();
      case Bureau _ -> Optional.of(Role.BUREAU);
      case Department _ -> Optional.of(Role.DEPARTMENT);
      case Enterprise _ -> Optional.of(Role.ENTERPRISE);
    };
  }

  /** A call without a token. */
  record Public() implements Principal {}

  /** A valid token that gives no right here. */
  record Stranger() implements Principal {}

  /** 区科学技术局. */
  record Bureau() implements Principal {}

  /**
   * A department.
   *
   * @param id as in the bucket's keys: {@code tax}, {@code hr} …
   */
  record Department(String id) implements Principal {}

  /**
   * An enterprise.
   *
   * @param uscc its 统一社会信用代码, 18 characters, upper case
   */
  record Enterprise(String uscc) implements Principal {}

  /**
   * Reads the claims of a token the gateway has checked. Of several groups the widest that is
   * complete counts: bureau, then department (with {@code custom:department}), then enterprise
   * (with {@code custom:uscc}).
   */
  static Principal of(Map<String, String> claims) {
    return Claims.principal(claims);
  }
}
