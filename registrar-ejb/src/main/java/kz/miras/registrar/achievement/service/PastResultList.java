package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PastResult;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** IMP-4. Results of the time before this system, attempt by attempt, as they were written then. */
@ApplicationScoped
public class PastResultList implements RecordList {

  private static final String NO_DOCUMENT = TakeOver.NO_DOCUMENT;

  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private TakeOver takeOver;
  @Inject private LedgerReader reader;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "results";
  }

  @Override
  public String permission() {
    return Permissions.RESULTS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.text("term", 16),
        Field.text("code", 32),
        Field.text("name_kk", 300).optional(),
        Field.text("name_ru", 300).optional(),
        Field.text("name_en", 300).optional(),
        Field.number("credits"),
        Field.choice("kind_of_result", ResultKind.class),
        Field.number("attempt_no").optional(),
        Field.number("rating").optional(),
        Field.number("score").optional(),
        Field.number("percent").optional(),
        Field.text("letter", 4),
        Field.date("result_on"),
        Field.text("source_document", 300).optional(),
        Field.choice("cycle", Cycle.class).optional(),
        Field.choice("component", Component.class).optional(),
        Field.flag("excluded_from_gpa").optional(),
        Field.flag("additional").optional(),
        Field.flag("final_attestation").optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no", "term", "code", "kind_of_result", "attempt_no");
  }

  @Override
  public boolean hasForm() {
    return false;
  }

  /** It writes into the history, which nobody does alone. */
  @Override
  public boolean needsApproval() {
    return true;
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records implements Sheet {

    private final Map<String, Term> terms = calendars.termsByCode();
    private final Map<Long, String> codes = new HashMap<>();
    private final Map<String, Discipline> disciplines =
        Catalogue.by(catalogue.disciplines(), Discipline::getCode);
    private final Map<String, Optional<Student>> found = new HashMap<>();
    private final Map<String, Map<String, LedgerEntry>> entries = new HashMap<>();
    private final List<Ledger.Posting> waiting = new ArrayList<>();

    Records() {
      terms.values().forEach(term -> codes.put(term.getId(), term.getCode()));
    }

    private Optional<Student> student(Map<String, String> values) {
      return found.computeIfAbsent(values.get("student_no"), students::byNumber);
    }

    private String key(Map<String, String> values) {
      return values.get("term")
          + " "
          + values.get("code")
          + " "
          + values.get("kind_of_result")
          + " "
          + values.get("attempt_no");
    }

    /** What is recorded of the student, read once. */
    private Map<String, LedgerEntry> recorded(Map<String, String> values) {
      return entries.computeIfAbsent(
          values.get("student_no"),
          number -> {
            Map<String, LedgerEntry> recorded = new HashMap<>();
            for (LedgerEntry entry : reader.of(student(values).orElseThrow().getId(), null)) {
              recorded.put(key(PastResultRow.of(entry, codes, number)), entry);
            }
            return recorded;
          });
    }

    @Override
    public Optional<Map<String, String>> stored(Map<String, String> values) {
      return Optional.ofNullable(recorded(values).get(key(values)))
          .map(entry -> PastResultRow.of(entry, codes, values.get("student_no")));
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student(values).orElse(null))
              .and(Checks.known("term", values.get("term"), terms.get(values.get("term"))))
              .and(Checks.within("credits", values, 0, 60))
              .and(Checks.within("attempt_no", values, 1, 9))
              .and(Checks.within("rating", values, 0, 100))
              .and(Checks.within("score", values, 0, 100))
              .and(Checks.within("percent", values, 0, 100));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      verdict = past(values).judge(time.today()).and(complete(values));
      if (verdict.isAllowed()
          && stored(values).map(stored -> !stored.equals(values)).orElse(false)) {
        return Verdict.refused(
            Refusal.of("achievement.past.recorded", "IMP-4", values.get("code")).at("code"));
      }
      return verdict;
    }

    /** Fills in what a file may leave open; names come from the catalogue where it knows them. */
    private Verdict complete(Map<String, String> values) {
      values.putIfAbsent("attempt_no", "1");
      values.putIfAbsent("source_document", NO_DOCUMENT);
      for (String flag : List.of("excluded_from_gpa", "additional", "final_attestation")) {
        values.putIfAbsent(flag, "false");
      }
      values.put("letter", past(values).grade().sign());
      Discipline discipline = disciplines.get(values.get("code"));
      if (discipline != null) {
        values.putIfAbsent("name_kk", discipline.getName().getKk());
        values.putIfAbsent("name_ru", discipline.getName().getRu());
        values.putIfAbsent("name_en", discipline.getName().getEn());
      }
      Verdict verdict = Verdict.allowed();
      for (String name : List.of("name_kk", "name_ru", "name_en")) {
        if (values.get(name) == null) {
          verdict = verdict.and(Verdict.refused(Refusal.of("field.required", "DAT-1").at(name)));
        }
      }
      return verdict;
    }

    private static PastResult past(Map<String, String> values) {
      String document = values.get("source_document");
      return new PastResult(
          values.get("letter"),
          Checks.numberOrNull(values, "percent"),
          Checks.day(values, "result_on"),
          NO_DOCUMENT.equals(document) ? null : document);
    }

    @Override
    public Verdict write(Map<String, String> values) {
      Student student = student(values).orElseThrow();
      Term term = terms.get(values.get("term"));
      Discipline discipline = disciplines.get(values.get("code"));
      PastResult past = past(values);
      waiting.add(
          new Ledger.Posting(
              student.getId(),
              new LedgerEntry.Studied(
                  discipline == null ? null : discipline.getId(),
                  values.get("code"),
                  LocalizedText.of(
                      values.get("name_kk"), values.get("name_ru"), values.get("name_en")),
                  Checks.number(values, "credits"),
                  values.get("cycle") == null ? null : Cycle.valueOf(values.get("cycle")),
                  values.get("component") == null
                      ? null
                      : Component.valueOf(values.get("component")),
                  Checks.flag(values, "excluded_from_gpa"),
                  Checks.flag(values, "additional"),
                  Checks.flag(values, "final_attestation")),
              new LedgerEntry.Outcome(
                  term.getId(),
                  term.ref(),
                  ResultKind.valueOf(values.get("kind_of_result")),
                  Checks.number(values, "attempt_no"),
                  Checks.numberOrNull(values, "rating"),
                  Checks.numberOrNull(values, "score"),
                  past.grade(),
                  past.date(),
                  rules.inForce(student.getProgramme().getLevel(), past.date()).code()),
              new LedgerEntry.Source(
                  null,
                  null,
                  values.get("source_document"),
                  null,
                  null,
                  true,
                  access.current().login(),
                  time.now())));
      return Verdict.allowed();
    }

    /** The chain of a student grows in the order of time, whatever the order of the file. */
    @Override
    public void finish() {
      takeOver.post(waiting, time.today());
      waiting.clear();
    }
  }
}
