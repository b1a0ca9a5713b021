package kz.miras.registrar.access.service.subsystem;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens of subsystems from the university's own provider of identities, where it has one: the name
 * of its issuer and its keys come from the configuration. They say who calls; what that program may
 * do stands in the register here, as for our own tokens.
 */
@ApplicationScoped
public class OutsideTokens {

  private static final String ISSUER = "REGISTRAR_IDP_ISSUER";
  private static final String KEYS = "REGISTRAR_IDP_KEYS";
  private static final String AUDIENCE = "registrar-api";
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private String issuer;
  private DefaultJWTProcessor<SecurityContext> processor;

  /**
   * What a genuine token says.
   *
   * @param login of the account of the program
   * @param scope scopes it names; null where it names none
   */
  public record Claims(String login, String scope) {}

  /** Reads the configuration; without it no such token is taken. */
  @PostConstruct
  void configure() {
    String named = System.getenv(ISSUER);
    String keys = System.getenv(KEYS);
    if (named == null || named.isBlank() || keys == null || keys.isBlank()) {
      return;
    }
    try {
      trust(
          named,
          keys.startsWith("https://")
              ? JWKSourceBuilder.create(URI.create(keys).toURL()).build()
              : new ImmutableJWKSet<>(JWKSet.load(Path.of(keys).toFile())));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(KEYS + " is no set of keys (JWKS)", e);
    }
  }

  /** Takes tokens of an issuer signed with one of these keys. */
  void trust(String named, JWKSource<SecurityContext> keys) {
    issuer = named;
    processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            AUDIENCE, new JWTClaimsSet.Builder().issuer(named).build(), Set.of("exp", "sub")));
  }

  /** Whether a token says that it comes from there; nothing is checked yet. */
  public boolean isFromThere(String token) {
    try {
      return issuer != null && issuer.equals(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
    } catch (ParseException e) {
      return false;
    }
  }

  /** What a token says; empty where it is not genuine, not for us or not of now. */
  public Optional<Claims> read(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      String client = claims.getStringClaim("client_id");
      return Optional.of(
          new Claims(
              client == null ? claims.getSubject() : client, claims.getStringClaim("scope")));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }
}
