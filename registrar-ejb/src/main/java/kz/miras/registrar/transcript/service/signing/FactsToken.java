package kz.miras.registrar.transcript.service.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.miras.registrar.transcript.DocumentFacts;

/**
 * DOC-24. Facts of a document as they stand in its QR code: a signed token (RFC 7515, ES256) that
 * any library of such tokens reads. Its members have one letter each, because a code has little
 * room.
 */
final class FactsToken {

  private static final int LONGEST = 1000;

  private FactsToken() {}

  /**
   * A key something may have been signed with.
   *
   * @param until last day of documents it signed; null where it still signs
   */
  record Known(FactsKey key, LocalDate until) {}

  /** The token. */
  static String of(DocumentFacts facts, FactsKey key) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("n", facts.number());
    members.put("k", facts.kind());
    members.put("d", facts.date().toString());
    members.put("p", facts.programme());
    members.put("h", facts.contents());
    try {
      JWSObject token =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(),
              new Payload(members));
      token.sign(new ECDSASigner(key.key()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("facts cannot be signed", e);
    }
  }

  /**
   * The facts of a token.
   *
   * @param keys published ones, by id
   * @return empty where it was not signed by one of them, or not as it stands
   */
  static Optional<DocumentFacts> read(String token, Function<String, Optional<Known>> keys) {
    if (token == null || token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWSObject signed = JWSObject.parse(token);
      // the algorithm is ours to choose, never the token's
      if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
          || signed.getHeader().getKeyID() == null) {
        return Optional.empty();
      }
      Optional<Known> known = keys.apply(signed.getHeader().getKeyID());
      if (known.isEmpty()
          || !signed.verify(new ECDSAVerifier(known.get().key().key().toPublicJWK()))) {
        return Optional.empty();
      }
      return facts(signed.getPayload().toJSONObject())
          .filter(
              facts -> known.get().until() == null || !facts.date().isAfter(known.get().until()));
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<DocumentFacts> facts(Map<String, Object> members) {
    if (members == null
        || !(members.get("n") instanceof String number)
        || !(members.get("k") instanceof String kind)
        || !(members.get("d") instanceof String date)
        || !(members.get("p") instanceof String programme)
        || !(members.get("h") instanceof String contents)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DocumentFacts(number, kind, LocalDate.parse(date), programme, contents));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
