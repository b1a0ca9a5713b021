package kz.miras.registrar.access.service.subsystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutsideTokensTest {

  private static final String ISSUER = "https://id.example.kz";
  private static final long LATER = 4_102_444_800L;

  private static RSAKey known;
  private static RSAKey other;
  private static OutsideTokens tokens;

  @BeforeAll
  static void start() throws JOSEException {
    known = new RSAKeyGenerator(2048).keyID("1").generate();
    other = new RSAKeyGenerator(2048).keyID("1").generate();
    tokens = new OutsideTokens();
    tokens.trust(ISSUER, new ImmutableJWKSet<>(new JWKSet(known.toPublicJWK())));
  }

  @Test
  @DisplayName("a token of the trusted issuer tells the program and its scopes")
  void genuine() throws JOSEException {
    String token = token(known, Map.of());
    assertThat(tokens.isFromThere(token)).isTrue();
    assertThat(tokens.read(token)).contains(new OutsideTokens.Claims("lms", "courses.read"));
    assertThat(tokens.read(token(known, Map.of("client_id", "timetable"))))
        .map(OutsideTokens.Claims::login)
        .contains("timetable");
  }

  @Test
  @DisplayName("one of another key, issuer, audience or time is not taken")
  void notGenuine() throws JOSEException {
    assertThat(tokens.read(token(other, Map.of()))).isEmpty();
    assertThat(tokens.read(token(known, Map.of("aud", "another")))).isEmpty();
    assertThat(tokens.read(token(known, Map.of("iss", "https://other.example")))).isEmpty();
    assertThat(tokens.read(token(known, Map.of("exp", 1_000L)))).isEmpty();
    assertThat(tokens.isFromThere(token(known, Map.of("iss", "registrar")))).isFalse();
    assertThat(tokens.isFromThere("rubbish")).isFalse();
    assertThat(new OutsideTokens().isFromThere(token(known, Map.of())))
        .as("without configuration nobody is trusted")
        .isFalse();
  }

  private static String token(RSAKey key, Map<String, Object> changed) throws JOSEException {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("registrar-api")
            .subject("lms")
            .claim("exp", LATER)
            .claim("scope", "courses.read");
    changed.forEach(claims::claim);
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
