package innovation.points.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens like a user pool's and checks them like an HTTP API's JWT authorizer: RS256 with a
 * key generated at the first start, issuer, client id, time. Thread-safe.
 */
public final class Tokens {

  static final String GROUPS = "cognito:groups";
  static final String DEPARTMENT = "custom:department";
  static final String USCC = "custom:uscc";
  static final String BANK = "custom:bank";
  static final String CLIENT = "client_id";
  static final String CLIENT_ID = "innovation-points-local";

  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final int KEY_BITS = 2048;

  private final RSAKey key;
  private final String issuer;
  private final InstantSource clock;

  /**
   * Reads the key from the file, or generates one.
   *
   * @param file that keeps the key for the next process; null: none
   * @param issuer written into tokens and required of them
   */
  public Tokens(@Nullable Path file, String issuer, InstantSource clock) {
    this.key = key(file);
    this.issuer = issuer;
    this.clock = clock;
  }

  private static RSAKey key(@Nullable Path file) {
    try {
      if (file != null && Files.exists(file)) {
        return RSAKey.parse(Files.readString(file));
      }
      RSAKey made = new RSAKeyGenerator(KEY_BITS).keyIDFromThumbprint(true).generate();
      if (file != null) {
        Files.writeString(file, made.toJSONString());
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("令牌密钥无法读取或生成", e);
    }
  }

  /** Issues a token to any caller: the stack runs on the user's own machine. */
  public String issue(TokenWish wish) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(wish.sub())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)));
    if (wish.client() == null) {
      claims.audience(CLIENT_ID).claim("token_use", "id").claim(GROUPS, wish.groups());
    } else {
      claims.claim("token_use", "access").claim(CLIENT, wish.client());
    }
    put(claims, "name", wish.name());
    put(claims, DEPARTMENT, wish.department());
    put(claims, USCC, wish.uscc());
    put(claims, BANK, wish.bank());
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static void put(JWTClaimsSet.Builder claims, String name, @Nullable String value) {
    if (value != null) {
      claims.claim(name, value);
    }
  }

  /** The result of checking a token. */
  sealed interface Check {

    /** A valid token, with its claims as an HTTP API passes them on: each one a string. */
    record Valid(Map<String, String> claims) implements Check {}

    /**
     * An invalid token.
     *
     * @param reason in English, as a challenge says it; empty where there is none
     */
    record Invalid(String reason) implements Check {}
  }

  /** Checks the value of an {@code Authorization} header. */
  Check check(String header) {
    String text = header.strip();
    if (text.regionMatches(true, 0, "Bearer ", 0, 7)) {
      text = text.substring(7).strip();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      boolean signed =
          JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
              && token.verify(new RSASSAVerifier(key.toRSAPublicKey()));
      if (!signed) {
        return new Check.Invalid("signature is invalid");
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return fault(claims).<Check>map(Check.Invalid::new).orElseGet(() -> valid(claims));
    } catch (ParseException | JOSEException e) {
      return new Check.Invalid("the token is malformed");
    }
  }

  private Optional<String> fault(JWTClaimsSet claims) {
    Instant now = clock.instant();
    if (!issuer.equals(claims.getIssuer())) {
      return Optional.of("invalid issuer");
    }
    // The clients of this issuer are the pages and any program that it has issued a token to.
    boolean audience =
        claims.getAudience().contains(CLIENT_ID)
            || (claims.getAudience().isEmpty() && claims.getClaim(CLIENT) != null);
    if (!audience) {
      return Optional.of("invalid audience");
    }
    Date expires = claims.getExpirationTime();
    if (expires == null || !now.isBefore(expires.toInstant())) {
      return Optional.of("the token has expired");
    }
    Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && now.isBefore(notBefore.toInstant())) {
      return Optional.of("the token is not yet valid");
    }
    return Optional.empty();
  }

  private static Check valid(JWTClaimsSet claims) {
    var strings = new TreeMap<String, String>();
    claims
        .toJSONObject()
        .forEach(
            (name, value) -> {
              if (value != null) {
                strings.put(name, asString(value));
              }
            });
    return new Check.Valid(strings);
  }

  /**
   * An array becomes {@code [a b]}, as in an HTTP API; this form is neither JSON nor standardized.
   */
  private static String asString(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
        : String.valueOf(value);
  }

  /** The public key in the form of {@code jwks.json}. */
  String publicKeys() {
    return new JWKSet(key).toString(true);
  }

  String issuer() {
    return issuer;
  }
}
