package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.certificate.CertificateField;
import kz.miras.registrar.transcript.certificate.CertificateForm;
import kz.miras.registrar.transcript.certificate.CertificateLawful;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.certificate.CertificateCatalogue;

/** DOC-33. The catalogue of certificates: an edition holds all values of a kind, by key. */
@ApplicationScoped
class CertificateKeeper implements EditionKeeper, CertificateCatalogue {

  private static final Pattern CODE = Pattern.compile("CERT_[A-Z0-9_]{2,27}");

  /** A kind on trial, on the thread that tries it. */
  private static final ThreadLocal<Edition> TRIED = new ThreadLocal<>();

  @Inject private EditionStore editions;
  @Inject private DocumentKinds kinds;
  @Inject private CertificateRows rows;
  @Inject private UniversityTime time;

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.CERTIFICATE;
  }

  @Override
  public List<EditionSubject> subjects() {
    List<EditionSubject> subjects = new ArrayList<>();
    kinds.all().stream()
        .filter(kind -> kind.family() == DocumentFamily.CERTIFICATE)
        .map(kind -> EditionSubject.certificate(kind.code()))
        .forEach(subjects::add);
    editions.open().stream()
        .map(Edition::subject)
        .filter(one -> one.sort() == sort() && !subjects.contains(one))
        .distinct()
        .forEach(subjects::add);
    return subjects;
  }

  @Override
  public boolean knows(EditionSubject subject) {
    return CODE.matcher(subject.name()).matches();
  }

  @Override
  public String title(EditionSubject subject, Language language) {
    return kinds.all().stream()
        .filter(kind -> kind.code().equals(subject.name()))
        .findFirst()
        .map(DocumentKind::name)
        .map(name -> name.in(language))
        .orElseGet(() -> Messages.text(language, "transcript.certificate.new", subject.name()));
  }

  @Override
  public String shipped(EditionSubject subject) {
    String resource = "/certificates/" + subject.name() + ".json";
    try (InputStream stream = CertificateKeeper.class.getResourceAsStream(resource)) {
      return stream == null ? fresh() : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a new kind begins with. */
  private static String fresh() {
    Map<String, String> values = new TreeMap<>();
    values.put("statuses", "STUDYING");
    values.put("addressed", "true");
    values.put("results", "false");
    values.put("enabled", "true");
    values.put("held", "false");
    values.put("term.unit", "HOURS");
    values.put("term.amount", "24");
    values.put("validity", "30");
    values.put("channels", "COUNTER SELF_SERVICE");
    values.put("signatory.1.roles", "DIR DEP");
    values.put("signatory.1.title", "registrar");
    return EditionValues.written(values);
  }

  @Override
  public List<EditionPlace> places() {
    return Arrays.stream(CertificateField.values())
        .map(one -> new EditionPlace(one.tag(), one.key()))
        .toList();
  }

  @Override
  public Verdict check(EditionSubject subject, String content) {
    Map<String, String> values = EditionValues.read(content);
    return values == null
        ? Verdict.refused(Refusal.of("transcript.edition.unreadable", "DOC-33").at("source"))
        : CertificateLawful.judge(values, UniversityKeeper.POSTS);
  }

  @Override
  public void approved(Edition edition, LocalDate today) {
    rows.write(edition.subject().name(), CertificateForm.of(EditionValues.read(edition.content())));
  }

  @Override
  public CertificateForm form(String kind) {
    return forms(List.of(kind)).get(kind);
  }

  @Override
  public Map<String, CertificateForm> forms(Collection<String> kinds) {
    List<EditionSubject> subjects = kinds.stream().map(EditionSubject::certificate).toList();
    Map<EditionSubject, String> inForce = editions.inForce(subjects, time.today());
    Edition tried = TRIED.get();
    if (tried != null) {
      inForce.put(tried.subject(), tried.content());
    }
    Map<String, CertificateForm> forms = new HashMap<>();
    for (EditionSubject subject : subjects) {
      String content = inForce.containsKey(subject) ? inForce.get(subject) : shipped(subject);
      forms.put(subject.name(), CertificateForm.of(EditionValues.read(content)));
    }
    return forms;
  }

  /** Makes something of an edition that is not in force. */
  <T> T trying(Edition edition, Supplier<T> making) {
    TRIED.set(edition);
    try {
      return making.get();
    } finally {
      TRIED.remove();
    }
  }
}
