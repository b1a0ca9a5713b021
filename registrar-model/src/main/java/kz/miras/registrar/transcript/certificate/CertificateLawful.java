package kz.miras.registrar.transcript.certificate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.IssueTerm;

/**
 * DOC-33. What a kind of certificates needs before anybody puts it in force: a wording in Kazakh
 * and Russian that names what there is, somebody it is given to, somebody who signs, a term.
 */
public final class CertificateLawful {

  private static final String RULE = "DOC-33";
  private static final int LONGEST = 4000;
  private static final int LONGEST_NAME = 200;
  private static final Set<Role> SIGNING =
      Set.of(Role.PRES, Role.RECTOR, Role.VR, Role.DIR, Role.DEP);

  private final Map<String, String> values;
  private final List<Refusal> problems = new ArrayList<>();

  private CertificateLawful(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Looks at the values of a kind.
   *
   * @param titles settings of the university that name a post
   */
  public static Verdict judge(Map<String, String> values, Set<String> titles) {
    CertificateLawful lawful = new CertificateLawful(values);
    lawful.texts();
    lawful.listed("statuses", names(StudentStatus.values()), true);
    lawful.listed("channels", names(DocumentChannel.values()), true);
    lawful.number("term.amount", true, 365);
    lawful.number("validity", false, 3650);
    lawful.fee();
    lawful.listed("term.unit", names(IssueTerm.Unit.values()), true);
    lawful.signatories(titles);
    lawful.questions();
    return new Verdict(lawful.problems, List.of(), false);
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }

  private void texts() {
    for (String language : List.of("kk", "ru")) {
      for (String part : List.of("name", "title", "body")) {
        if (value(part + "." + language).isEmpty()) {
          problem("transcript.certificate.text", part + "." + language, part + "." + language);
        }
      }
    }
    if (value("name.en").isEmpty()) {
      problem("transcript.certificate.text", "name.en", "name.en");
    }
    Set<String> asked = asked();
    for (Language language : Language.values()) {
      String key = "body." + language.tag();
      String body = value(key);
      fits("name." + language.tag(), LONGEST_NAME);
      fits(key, LONGEST);
      if (CertificateWording.hasStrayBraces(body)) {
        problem("transcript.certificate.braces", key);
      }
      for (String tag : CertificateWording.tags(body)) {
        boolean known =
            tag.startsWith(CertificateWording.ASK)
                ? asked.contains(tag.substring(CertificateWording.ASK.length()))
                : CertificateField.of(tag).isPresent();
        if (!known) {
          problem("transcript.certificate.tag", key, "{" + tag + "}");
        }
      }
    }
  }

  private void fits(String key, int most) {
    if (value(key).length() > most) {
      problem("transcript.certificate.long", key, most);
    }
  }

  private Set<String> asked() {
    return Stream.iterate(1, i -> i + 1)
        .limit(CertificateForm.MOST)
        .map(i -> value("question." + i + ".code"))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toSet());
  }

  private void listed(String key, Set<String> known, boolean required) {
    Set<String> words = CertificateForm.words(values, key);
    if (required && words.isEmpty()) {
      problem("transcript.certificate.text", key, key);
    }
    words.stream()
        .filter(word -> !known.contains(word))
        .forEach(word -> problem("transcript.certificate.word", key, word));
  }

  private void number(String key, boolean required, int most) {
    String value = value(key);
    if (value.isEmpty() && !required) {
      return;
    }
    if (!value.matches("[1-9][0-9]{0,3}") || Integer.parseInt(value) > most) {
      problem("transcript.certificate.number", key, key, most);
    }
  }

  private void fee() {
    if (!value("fee").isEmpty() && !value("fee").matches("[1-9][0-9]{0,6}(\\.[0-9]{1,2})?")) {
      problem("transcript.certificate.fee", "fee");
    }
  }

  private void signatories(Set<String> titles) {
    boolean any = false;
    for (int i = 1; i <= CertificateForm.MOST; i++) {
      String key = "signatory." + i + ".roles";
      Set<String> roles = CertificateForm.words(values, key);
      any |= !roles.isEmpty();
      roles.stream()
          .filter(role -> SIGNING.stream().noneMatch(one -> one.name().equals(role)))
          .forEach(role -> problem("transcript.certificate.word", key, role));
      if (!roles.isEmpty() && !titles.contains(value("signatory." + i + ".title"))) {
        String title = "signatory." + i + ".title";
        problem("transcript.certificate.word", title, value(title));
      }
    }
    if (!any) {
      problem("transcript.certificate.signatory", "signatory.1.roles");
    }
  }

  private void questions() {
    Set<String> codes = new HashSet<>();
    for (int i = 1; i <= CertificateForm.MOST; i++) {
      String key = "question." + i;
      String code = value(key + ".code");
      if (code.isEmpty()) {
        continue;
      }
      if (!code.matches("[a-z][a-z0-9-]{0,31}")) {
        problem("transcript.certificate.word", key + ".code", code);
      }
      if (!codes.add(code)) {
        problem("transcript.certificate.twice", key + ".code", code);
      }
      listed(key + ".type", names(CertificateQuestion.Type.ofCertificates()), true);
      for (Language language : Language.values()) {
        String label = key + "." + language.tag();
        fits(label, LONGEST_NAME);
        if (value(label).isEmpty()) {
          problem("transcript.certificate.text", label, label);
        }
      }
    }
  }

  private String value(String key) {
    return CertificateForm.value(values, key);
  }

  private void problem(String code, String field, Serializable... args) {
    problems.add(Refusal.of(code, RULE, args).at(field));
  }
}
