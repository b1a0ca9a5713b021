package kz.miras.registrar.transcript.certificate;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.IssueTerm;

/**
 * DOC-33. A kind of certificates as the office keeps it, read from values by key, which are what an
 * edition holds. Values have been checked by {@link CertificateLawful}.
 *
 * @param statuses whom it is given to
 * @param addressed whether it names who it is for
 * @param results whether a table of all results follows the wording
 * @param validityDays null for ever
 * @param fee in tenge; null for nothing
 */
public record CertificateForm(
    LocalizedText name,
    LocalizedText title,
    LocalizedText body,
    Set<StudentStatus> statuses,
    boolean addressed,
    boolean results,
    boolean enabled,
    boolean held,
    IssueTerm term,
    Integer validityDays,
    BigDecimal fee,
    Set<DocumentChannel> channels,
    List<Place> places,
    List<CertificateQuestion> questions)
    implements Serializable {

  /** Most places that sign, and most questions. */
  public static final int MOST = 4;

  /**
   * Who signs at a place.
   *
   * @param title setting of the university that names the post
   */
  public record Place(Set<Role> roles, String title) implements Serializable {}

  public CertificateForm {
    statuses = Set.copyOf(statuses);
    channels = Set.copyOf(channels);
    places = List.copyOf(places);
    questions = List.copyOf(questions);
  }

  /** The kind these values describe. */
  public static CertificateForm of(Map<String, String> values) {
    return new CertificateForm(
        text(values, "name"),
        text(values, "title"),
        text(values, "body"),
        words(values, "statuses").stream().map(StudentStatus::valueOf).collect(Collectors.toSet()),
        flag(values, "addressed"),
        flag(values, "results"),
        flag(values, "enabled"),
        flag(values, "held"),
        new IssueTerm(
            IssueTerm.Unit.valueOf(value(values, "term.unit")),
            Integer.parseInt(value(values, "term.amount"))),
        value(values, "validity").isEmpty() ? null : Integer.valueOf(value(values, "validity")),
        value(values, "fee").isEmpty() ? null : new BigDecimal(value(values, "fee")),
        words(values, "channels").stream()
            .map(DocumentChannel::valueOf)
            .collect(Collectors.toSet()),
        places(values),
        questions(values));
  }

  private static List<Place> places(Map<String, String> values) {
    List<Place> places = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      Set<String> roles = words(values, "signatory." + i + ".roles");
      if (!roles.isEmpty()) {
        places.add(
            new Place(
                roles.stream().map(Role::valueOf).collect(Collectors.toSet()),
                value(values, "signatory." + i + ".title")));
      }
    }
    return places;
  }

  private static List<CertificateQuestion> questions(Map<String, String> values) {
    List<CertificateQuestion> questions = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      String code = value(values, "question." + i + ".code");
      if (!code.isEmpty()) {
        questions.add(
            new CertificateQuestion(
                code,
                text(values, "question." + i),
                CertificateQuestion.Type.valueOf(value(values, "question." + i + ".type")),
                flag(values, "question." + i + ".required")));
      }
    }
    return questions;
  }

  /** A value; empty where there is none. */
  static String value(Map<String, String> values, String key) {
    String value = values.get(key);
    return value == null ? "" : value.strip();
  }

  /** The words of a value. */
  static Set<String> words(Map<String, String> values, String key) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(value(values, key).split("[ ,]+")));
    words.remove("");
    return words;
  }

  private static boolean flag(Map<String, String> values, String key) {
    return "true".equals(value(values, key));
  }

  private static LocalizedText text(Map<String, String> values, String key) {
    return LocalizedText.of(
        value(values, key + ".kk"), value(values, key + ".ru"), value(values, key + ".en"));
  }

  /** The tags its wording names in these languages. */
  public Set<String> tags(List<Language> languages) {
    return languages.stream()
        .flatMap(language -> CertificateWording.tags(body.in(language)).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The languages it has a wording in. */
  public List<Language> languages() {
    return Arrays.stream(Language.values())
        .filter(language -> !body.in(language).isBlank() && !title.in(language).isBlank())
        .toList();
  }
}
