package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.miras.registrar.correspondence.ReplyPlace;
import kz.miras.registrar.correspondence.ReplyWording;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.transcript.service.edition.EditionContents;
import kz.miras.registrar.transcript.service.edition.EditionKeeper;
import kz.miras.registrar.transcript.service.edition.EditionPlace;
import kz.miras.registrar.transcript.service.edition.EditionSubject;
import kz.miras.registrar.transcript.service.edition.EditionValues;

/** LTR-15. Wordings of replies: an edition holds name and text in three languages, by key. */
@ApplicationScoped
class WordingKeeper implements EditionKeeper {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,26}");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  /** What comes with the program. */
  private static final List<String> SHIPPED =
      List.of("ENCLOSED", "NOT_FOUND", "NO_CONSENT", "FORWARDED");

  @Inject private EditionContents editions;

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.WORDING;
  }

  @Override
  public List<EditionSubject> subjects() {
    Set<EditionSubject> subjects = new LinkedHashSet<>();
    SHIPPED.stream().map(EditionSubject::wording).forEach(subjects::add);
    subjects.addAll(editions.begun(sort()));
    return List.copyOf(subjects);
  }

  @Override
  public boolean knows(EditionSubject subject) {
    return CODE.matcher(subject.name()).matches();
  }

  @Override
  public String title(EditionSubject subject, Language language) {
    return Optional.of(standing(subject).name().in(language))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> Messages.text(language, "correspondence.wording.new", subject.name()));
  }

  @Override
  public String shipped(EditionSubject subject) {
    String resource = "/wordings/" + subject.name() + ".json";
    try (InputStream stream = WordingKeeper.class.getResourceAsStream(resource)) {
      return stream == null ? fresh() : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a new wording begins with. */
  private static String fresh() {
    Map<String, String> values = new TreeMap<>();
    for (Language language : Language.values()) {
      values.put("name." + language.tag(), "");
      values.put("body." + language.tag(), "");
    }
    values.put("enabled", "true");
    return EditionValues.written(values);
  }

  @Override
  public List<EditionPlace> places() {
    return Arrays.stream(ReplyPlace.values())
        .map(one -> new EditionPlace(one.tag(), one.key()))
        .toList();
  }

  @Override
  public Verdict check(EditionSubject subject, String content) {
    Map<String, String> values = EditionValues.read(content);
    return values == null
        ? Verdict.refused(Refusal.of("transcript.edition.unreadable", "LTR-15").at("source"))
        : ReplyWording.judge(values);
  }

  private ReplyWording standing(EditionSubject subject) {
    return of(subject.name(), editions.inForce(subject).orElseGet(() -> shipped(subject)));
  }

  /** The wording an edition holds. */
  static ReplyWording of(String code, String content) {
    Map<String, String> values = EditionValues.read(content);
    return ReplyWording.of(code, values == null ? Map.of() : values);
  }

  /** Wordings that are offered today, those of the program first. */
  List<ReplyWording> offered() {
    return subjects().stream()
        .map(this::standing)
        .filter(one -> one.enabled() && !one.name().getRu().isEmpty())
        .toList();
  }

  /** The wording of a code that is offered today; empty for none. */
  Optional<ReplyWording> byCode(String code) {
    return Stream.ofNullable(code)
        .flatMap(typed -> offered().stream().filter(one -> one.code().equals(typed)))
        .findFirst();
  }

  /** What a reply to a letter says by a wording. */
  static String filled(ReplyWording wording, StoredLetter letter, Language language) {
    return wording.filled(
        language,
        place ->
            switch (place) {
              case NUMBER ->
                  letter.facts().theirNumber() == null
                      ? letter.index()
                      : letter.facts().theirNumber();
              case DATE ->
                  DAY.format(
                      letter.facts().theirDate() == null
                          ? letter.registeredOn()
                          : letter.facts().theirDate());
              case SUBJECT -> letter.facts().subject();
              case ADDRESSEE -> letter.facts().name();
            });
  }
}
