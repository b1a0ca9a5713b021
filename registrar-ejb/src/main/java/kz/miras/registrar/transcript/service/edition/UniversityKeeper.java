package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.edition.UniversityDetails;

/** DOC-32. The details of the university: an edition holds all of them, by code. */
@ApplicationScoped
class UniversityKeeper implements EditionKeeper {

  /** Posts that sign documents. */
  static final Set<String> POSTS = UniversityDetails.POSTS;

  @Inject private Settings settings;
  @Inject private UniversityImages images;
  @Inject private UniversityRows rows;
  @Inject private UniversityTime time;

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.UNIVERSITY;
  }

  @Override
  public List<EditionSubject> subjects() {
    return List.of(EditionSubject.UNIVERSITY);
  }

  @Override
  public String title(EditionSubject subject, Language language) {
    return Messages.text(language, "transcript.edition.sort.UNIVERSITY");
  }

  /** What stands today, whoever set it. */
  @Override
  public String shipped(EditionSubject subject) {
    return EditionValues.written(standing(time.today()));
  }

  private Map<String, String> standing(LocalDate day) {
    Map<String, String> values = new TreeMap<>();
    UniversityDetails.texts().forEach(code -> values.put(code, settings.text(code, day, "")));
    UniversityDetails.IMAGES.forEach(code -> values.put(code, images.address(code, day)));
    return values;
  }

  @Override
  public Verdict check(EditionSubject subject, String content) {
    Map<String, String> values = EditionValues.read(content);
    if (values == null) {
      return Verdict.refused(Refusal.of("transcript.edition.unreadable", "DOC-32").at("source"));
    }
    List<Refusal> problems = new ArrayList<>(UniversityDetails.judge(values).refusals());
    UniversityDetails.IMAGES.stream()
        .filter(code -> !values.getOrDefault(code, "").isEmpty())
        .forEach(
            code ->
                UniversityImages.problem(values.get(code))
                    .map(one -> one.at(code))
                    .ifPresent(problems::add));
    return new Verdict(problems, List.of(), false);
  }

  /** Only what differs from what would stand on its day is written. */
  @Override
  public void approved(Edition edition, LocalDate today) {
    Map<String, String> before = standing(edition.validFrom());
    EditionValues.read(edition.content())
        .forEach(
            (code, value) -> {
              if (UniversityDetails.knows(code) && !value.equals(before.get(code))) {
                rows.write(code, edition.validFrom(), value);
              }
            });
  }
}
