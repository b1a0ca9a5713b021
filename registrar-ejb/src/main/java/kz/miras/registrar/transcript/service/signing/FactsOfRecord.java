package kz.miras.registrar.transcript.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFacts;
import kz.miras.registrar.transcript.service.signing.FactsToken.Known;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Key;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Purpose;

/** DOC-24. Signs the facts of documents with the key of this server, and reads what was signed. */
@ApplicationScoped
public class FactsOfRecord {

  @Inject private PublishedKeys published;
  @Inject private UniversityTime time;

  private FactsKey own;
  private volatile LocalDate publishedOn;

  /** SHA-256 of the stored data of a document, as facts name it. */
  public static String contents(String snapshot) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Checksum.sha256(snapshot.getBytes(StandardCharsets.UTF_8)));
  }

  /** The token of a document. */
  public String sign(DocumentFacts facts) {
    FactsKey key = own();
    if (!time.today().equals(publishedOn)) {
      published.used(key.id(), key.published());
      publishedOn = time.today();
    }
    return FactsToken.of(facts, key);
  }

  /** The facts of a token; empty where none of our keys signed it as it stands. */
  public Optional<DocumentFacts> read(String token) {
    return FactsToken.read(token, id -> published.byId(id).map(this::known));
  }

  /**
   * Every key facts were ever signed with, as RFC 7517 has it, for whoever checks them alone;
   * beside them the names of the kinds their codes stand for, which a reader without them leaves
   * out.
   */
  public String keys(Map<String, LocalizedText> kinds) {
    List<Map<String, Object>> keys = new ArrayList<>();
    for (Key key : published.all(Purpose.FACTS)) {
      Known known = known(key);
      Map<String, Object> one = new LinkedHashMap<>(known.key().key().toPublicJWK().toJSONObject());
      one.put("from", key.firstDay().toString());
      if (known.until() != null) {
        one.put("until", known.until().toString());
      }
      keys.add(one);
    }
    Map<String, Object> names = new TreeMap<>();
    kinds.forEach(
        (code, name) ->
            names.put(code, Map.of("kk", name.getKk(), "ru", name.getRu(), "en", name.getEn())));
    return Json.write(Map.of("keys", keys, "kinds", names));
  }

  private Known known(Key key) {
    try {
      return new Known(
          FactsKey.of(new String(key.content(), StandardCharsets.UTF_8)),
          key.id().equals(own().id()) ? null : key.lastDay());
    } catch (ParseException e) {
      throw new IllegalStateException("a published key cannot be read: " + key.id(), e);
    }
  }

  private synchronized FactsKey own() {
    if (own == null) {
      own = FactsKey.in(SigningSettings.ofServer().directory());
    }
    return own;
  }
}
