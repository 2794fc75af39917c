package innovation.points.portal;

import static innovation.points.web.event.Environment.required;

import innovation.points.web.access.Issuer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the pages.
 *
 * @param signIn the way of signing in; null: none, so only the public pages are available
 * @param roleClaim the claim of a token that names its roles, by which pages choose what they show
 * @param origins the other origins that pages may connect to: those of the issuer and the bucket
 */
public record PortalSettings(@Nullable SignIn signIn, String roleClaim, List<String> origins) {
  /** As in an attribute of the pages, and as the template admits it. */
  private static final Pattern CLAIM = Pattern.compile("[A-Za-z][A-Za-z0-9:_./-]{0,127}");

  /** The way of signing in. */
  public sealed interface SignIn {}

  /**
   * Through an OpenID Connect provider: authorization code with PKCE (RFC 7636).
   *
   * @param issuer as in the tokens; its discovery document names the endpoints
   * @param clientId a public client with the redirect address {@code /sign-in}
   */
  public record OpenIdConnect(String issuer, String clientId) implements SignIn {}

  /** In the local stack: the user chooses an identity. */
  public record Choice() implements SignIn {}

  public PortalSettings {
    if (!CLAIM.matcher(roleClaim).matches()) {
      throw new IllegalArgumentException("expected the name of a claim, found " + roleClaim);
    }
    origins = List.copyOf(origins);
  }

  /** For the local stack. */
  public static PortalSettings local(URI bucket) {
    return new PortalSettings(new Choice(), Issuer.GROUPS, List.of(origin(bucket)));
  }

  /**
   * Reads the environment. Without a client id there is no sign-in.
   *
   * @throws IllegalArgumentException where an address is invalid
   */
  static PortalSettings of(Map<String, String> environment) {
    var origins = new ArrayList<String>();
    for (String name : List.of("SIGN_IN_ISSUER", "SIGN_IN_ORIGIN", "BUCKET_ORIGIN")) {
      String address = environment.getOrDefault(name, "");
      if (!address.isBlank()) {
        origins.add(origin(URI.create(address)));
      }
    }
    String issuer = environment.getOrDefault("SIGN_IN_ISSUER", "");
    String client = environment.getOrDefault("SIGN_IN_CLIENT", "");
    SignIn signIn = issuer.isBlank() || client.isBlank() ? null : new OpenIdConnect(issuer, client);
    return new PortalSettings(
        signIn, required(environment, "ROLE_CLAIM"), origins.stream().distinct().toList());
  }

  private static String origin(URI address) {
    if (address.getHost() == null) {
      throw new IllegalArgumentException("expected an address with a host, found " + address);
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
