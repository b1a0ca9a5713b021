package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ConfirmedFact;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.service.certificate.StudentNames;

/**
 * LTR-10. Answers whether somebody studied or has a diploma in one step: finds the person in the
 * record and writes the reply with what was asked, on the ground that is named, and no more.
 */
@Stateless
@Guarded
public class ConfirmationDesk {

  private static final String KEY = "correspondence.confirm.";

  @Inject private LetterReach reach;
  @Inject private Drafts drafts;
  @Inject private LetterLinks links;
  @Inject private StudentScope scope;
  @Inject private LetterRows rows;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Whom and what a reply tells of.
   *
   * @param about number of the student or of a diploma or document, or the ИИН
   * @param asked what was asked for
   * @param basis the consent with its day, or the law
   */
  public record Wanted(String about, Set<ConfirmedFact> asked, String basis, Language language)
      implements Serializable {

    public Wanted {
      asked = Set.copyOf(asked);
    }
  }

  /** A diploma as a letter tells of it. */
  private record Diploma(long student, String number, LocalDate decided, boolean honours) {}

  /**
   * Writes the reply to a letter.
   *
   * @return public id of the draft
   * @throws RegistrarException.Refused where nobody or nothing is found, nothing was asked for, or
   *     no ground is named
   */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public String reply(String id, Wanted wanted) {
    StoredLetter letter = reach.readable(id);
    refuse(LetterSound.tells(wanted.basis(), wanted.asked().size()));
    Long key = find(wanted.about() == null ? "" : wanted.about().strip());
    if (key == null) {
      throw new RegistrarException.Refused(
          Refusal.of("correspondence.nobody-found", "LTR-10").at("about"));
    }
    Student student =
        scope.visible(
            rows.one(
                    "SELECT CAST(uuid AS CHAR) FROM student WHERE id = ?",
                    row -> row.getString(1),
                    key)
                .orElseThrow(),
            Permissions.STUDENT_READ);
    Language language = wanted.language();
    LetterFacts asked = letter.facts();
    LetterFacts facts =
        new LetterFacts(
            asked.correspondent(),
            asked.name(),
            null,
            null,
            LetterKind.REPLY,
            LetterCategory.EDUCATION_PROOF,
            Messages.text(language, KEY + "subject", StudentNames.of(student, language)),
            body(letter, student, wanted),
            language,
            1,
            0,
            asked.restricted());
    List<LetterLinks.Target> about = new ArrayList<>();
    about.add(new LetterLinks.Target(LetterLinkKind.STUDENT, key));
    links.find(LetterLinkKind.DOCUMENT, wanted.about()).ifPresent(about::add);
    about.forEach(one -> links.add(letter.id(), one, audit.author()));
    String uuid =
        drafts.write(facts, letter, null, wanted.basis().strip(), about).uuid().toString();
    audit.record("letter.confirm", "Letter", uuid, null, null);
    return uuid;
  }

  private Long find(String typed) {
    return typed.isEmpty()
        ? null
        : rows.one(
                "SELECT s.id FROM student s WHERE s.student_no = ? OR s.iin = ? UNION SELECT"
                    + " d.student_id FROM diploma d WHERE d.number = ? OR CONCAT(d.series, ' ',"
                    + " d.number) = ? UNION SELECT i.student_id FROM issued_document i WHERE i.number"
                    + " = ? AND i.student_id IS NOT NULL ORDER BY 1 DESC LIMIT 1",
                row -> row.getLong(1),
                typed,
                typed,
                typed,
                typed,
                typed)
            .orElse(null);
  }

  private String body(StoredLetter letter, Student student, Wanted wanted) {
    Language language = wanted.language();
    List<String> lines = new ArrayList<>();
    String number =
        letter.facts().theirNumber() == null ? letter.index() : letter.facts().theirNumber();
    lines.add(Messages.text(language, KEY + "opening", number));
    String name = StudentNames.of(student, language);
    for (ConfirmedFact fact : new TreeSet<>(wanted.asked())) {
      lines.add(
          switch (fact) {
            case STUDIES -> studies(student, name, language);
            case PERIOD -> period(student, name, language);
            case PROGRAMME ->
                Messages.text(
                    language,
                    KEY + "programme",
                    student.getProgramme().getCode(),
                    student.getProgramme().getName().in(language));
            case DIPLOMA -> diploma(student, name, language);
          });
    }
    lines.add(Messages.text(language, KEY + "basis", wanted.basis().strip()));
    return String.join("\n", lines);
  }

  private String studies(Student student, String name, Language language) {
    boolean now =
        student.getStatus() == StudentStatus.STUDYING
            || student.getStatus() == StudentStatus.ON_LEAVE;
    return Messages.text(language, KEY + (now ? "studies" : "studies-not"), name, time.today());
  }

  /** From the order with which the study began to the one that ended it, as orders stand. */
  private String period(Student student, String name, Language language) {
    LocalDate begin = day(student, "1 = 1", "ASC");
    LocalDate end =
        student.getStatus().isTerminal()
            ? day(student, "c.to_status IN ('EXPELLED', 'GRADUATED')", "DESC")
            : null;
    if (begin == null) {
      return Messages.text(
          language, KEY + "since-year", name, String.valueOf(student.getAdmissionYear()));
    }
    return end == null
        ? Messages.text(language, KEY + "since", name, begin)
        : Messages.text(language, KEY + "period", name, begin, end);
  }

  private LocalDate day(Student student, String condition, String order) {
    return rows.one(
            "SELECT c.effective_on FROM student_status_change c WHERE c.student_id = ? AND"
                + " c.undoes_id IS NULL AND NOT EXISTS (SELECT 1 FROM student_status_change u WHERE"
                + " u.undoes_id = c.id) AND "
                + condition
                + " ORDER BY c.effective_on "
                + order
                + ", c.id "
                + order
                + " LIMIT 1",
            row -> row.getObject(1, LocalDate.class),
            student.getId())
        .orElse(null);
  }

  private String diploma(Student student, String name, Language language) {
    Optional<Diploma> found =
        rows.one(
            "SELECT student_id, CONCAT(series, ' ', number), decided_on, COALESCE(honours, FALSE) FROM"
                + " diploma WHERE student_id = ? AND status IN ('APPROVED', 'HANDED_OUT') ORDER BY id"
                + " DESC LIMIT 1",
            row ->
                new Diploma(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getBoolean(4)),
            student.getId());
    return found
        .map(
            one ->
                Messages.text(
                    language,
                    KEY + (one.honours() ? "diploma-honours" : "diploma"),
                    name,
                    one.number(),
                    one.decided()))
        .orElseGet(() -> Messages.text(language, KEY + "diploma-not", name));
  }
}
