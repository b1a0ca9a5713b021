package kz.miras.registrar.access.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Short-lived signed tokens for programs that would otherwise send their password with every call.
 * A token names its owner and opens the door; what the owner may do is asked anew at every call.
 */
@Stateless
@Guarded
public class Tokens {

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String KEY = "REGISTRAR_TOKEN_PRIVATE_KEY";

  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;
  @Inject private CallLimits limits;

  /**
   * A token.
   *
   * @param seconds it is good for
   * @param scopes it may be used for; null where it has no limits beside the matrix
   */
  public record Issued(String token, long seconds, Set<ApiScope> scopes) implements Serializable {}

  /**
   * A token for the caller.
   *
   * @param asked scopes it is to be used for; null for all of the caller
   * @throws RegistrarException.Conflict where this server has no key to sign with
   */
  @RolesAllowed(Permissions.API_USE)
  public Issued issue(Set<ApiScope> asked) {
    Set<ApiScope> scopes = limits.scopes();
    if (scopes != null && asked != null) {
      scopes = EnumSet.copyOf(scopes.isEmpty() ? EnumSet.noneOf(ApiScope.class) : scopes);
      scopes.retainAll(asked);
      limits.limit(scopes);
    }
    Actor actor = access.current();
    Instant now = time.now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "registrar");
    claims.put("aud", "registrar-api");
    claims.put("sub", actor.login());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFE).getEpochSecond());
    if (scopes != null) {
      claims.put("scope", ApiScope.write(scopes));
    }
    claims.put("permissions", new TreeSet<>(actor.permissions(time.today())).stream().toList());
    try {
      JWSObject token =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(),
              new Payload(claims));
      token.sign(new RSASSASigner(key()));
      audit.record("token.issue", "Account", actor.login(), null, null);
      return new Issued(token.serialize(), LIFE.toSeconds(), scopes);
    } catch (JOSEException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }

  private static PrivateKey key() {
    String text = System.getenv(KEY);
    if (text == null || text.isBlank()) {
      throw new RegistrarException.Conflict("api.token.no-key");
    }
    try {
      String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(KEY + " is no RSA key in PKCS #8", e);
    }
  }
}
