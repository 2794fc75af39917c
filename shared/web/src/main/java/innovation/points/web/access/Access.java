package innovation.points.web.access;

import innovation.points.web.http.Problem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a route. Everybody, or the roles named; an enterprise, beside its role, only where a
 * parameter of the path or the query names its own code, if the route says so.
 *
 * @param roles those that may call; none where anybody may
 * @param ownerParameter the parameter that has to hold the 统一社会信用代码 of an enterprise that calls;
 *     null where it may call for others, or not at all
 */
public record Access(Set<Role> roles, @Nullable String ownerParameter) {

  private static final Access EVERYBODY = new Access(Set.of(), null);

  public Access {
    roles = Set.copyOf(roles);
    if (ownerParameter != null && !roles.contains(Role.ENTERPRISE)) {
      throw new IllegalArgumentException(
          "expected the role enterprise beside the owner's parameter %s, found %s"
              .formatted(ownerParameter, roles));
    }
  }

  /** Everybody, also without a token. */
  public static Access everybody() {
    return EVERYBODY;
  }

  /** Whether the route answers without a token; the gateway needs an authorizer where not. */
  public boolean isPublic() {
    return roles.isEmpty();
  }

  /**
   * The refusal, or nothing where the principal may pass.
   *
   * @param parameter reads a parameter of the path or the query by its name
   */
  public Optional<Problem> refusal(
      Principal principal, Function<String, Optional<String>> parameter) {
    if (isPublic()) {
      return Optional.empty();
    }
    if (!principal.hasToken()) {
      return Optional.of(Problem.unauthorized());
    }
    var held = EnumSet.noneOf(Role.class);
    held.addAll(roles);
    held.retainAll(principal.roles());
    if (held.isEmpty()) {
      return Optional.of(Problem.forbidden("当前身份没有访问此内容的权限"));
    }
    if (ownerParameter != null && held.equals(Set.of(Role.ENTERPRISE))) {
      boolean own = parameter.apply(ownerParameter).filter(principal::owns).isPresent();
      return own ? Optional.empty() : Optional.of(Problem.forbidden("企业只能查看本企业的内容"));
    }
    return Optional.empty();
  }
}
