package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.DraftPolicy;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.Officers.Officer;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-12. What the office asks departments, and what they answer (regulation 4.1). */
@Stateless
@Guarded
public class EnquiryDesk {

  private static final String ENTITY = "Letter";

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private Drafts drafts;
  @Inject private LetterLinks links;
  @Inject private Officers officers;
  @Inject private LetterFiles files;
  @Inject private LetterTerms terms;
  @Inject private LetterNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** Who may be asked on behalf of a department, by login. */
  @RolesAllowed(Permissions.INQUIRY_DRAFT)
  public List<LetterView.Person> departments() {
    return LetterView.people(officers.departments());
  }

  /** By when a department usually answers what is asked today. */
  @RolesAllowed(Permissions.INQUIRY_DRAFT)
  public LocalDate usualDay() {
    return terms.now().enquiry(time.today());
  }

  /**
   * Writes an enquiry.
   *
   * @param asked login, personnel number or name of who is asked
   * @param about public id of the letter it is needed for; null or blank for none
   * @param due null where no day was chosen
   * @return public id of the draft
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INQUIRY_DRAFT)
  public String write(
      String asked,
      String subject,
      String body,
      Language language,
      LocalDate due,
      boolean restricted,
      String about) {
    Optional<Officer> whom = officers.answering(asked);
    StoredLetter needed = about == null || about.isBlank() ? null : reach.readable(about);
    LetterFacts facts =
        new LetterFacts(
            null,
            whom.map(Officer::name).orElse("?"),
            null,
            null,
            LetterKind.ENQUIRY,
            LetterCategory.DEPARTMENT,
            subject,
            body,
            language,
            1,
            0,
            restricted);
    refuse(
        terms
            .now()
            .asks(body, whom.isPresent(), due, time.today())
            .and(LetterSound.registers(facts, time.today())));
    String by = access.current().login();
    StoredLetter draft =
        letters.add(
            new NewLetter(
                LetterDirection.INTERNAL,
                LetterState.DRAFT,
                null,
                LetterChannel.PORTAL,
                null,
                null,
                facts,
                due,
                needed == null ? null : needed.id(),
                null,
                null,
                access.current().accountId(),
                whom.orElseThrow().account()),
            by);
    if (needed != null) {
      links.copy(needed.id(), draft.id(), by);
    }
    letters.event(draft.id(), LetterAct.DRAFT_WRITTEN, draft.state(), null, by);
    audit.record("enquiry.draft", ENTITY, draft.uuid(), null, null);
    return draft.uuid().toString();
  }

  /**
   * Registers an enquiry and puts it to who is asked.
   *
   * @param fileCase public id of an open case; null where none was chosen
   * @return its number
   */
  @RolesAllowed(Permissions.INQUIRY_SUBMIT)
  public String submit(String id, String fileCase) {
    StoredLetter enquiry = enquiry(id);
    String number = drafts.number(enquiry, LetterAct.SUBMIT, fileCase);
    audit.record("enquiry.submit", ENTITY, id, null, null);
    news.asked(letters.of(id));
    return number;
  }

  private StoredLetter enquiry(String id) {
    StoredLetter letter = reach.locked(id);
    if (letter.direction() != LetterDirection.INTERNAL) {
      throw new RegistrarException.Refused(Refusal.of("correspondence.not-enquiry", "LTR-12"));
    }
    return letter;
  }

  /** Answers an enquiry, with files; who asked is told. */
  @RolesAllowed(Permissions.INQUIRY_ANSWER)
  public void answer(String id, String answer, List<ReceivedFile> received) {
    StoredLetter enquiry = enquiry(id);
    String by = access.current().login();
    refuse(
        DraftPolicy.answers(enquiry.state(), by.equals(enquiry.asked()), answer)
            .and(files.judge(received, files.of(enquiry.id()).size())));
    received.forEach(file -> files.keep(enquiry.id(), LetterFileRole.RECEIVED, file, by));
    letters.set(
        enquiry.id(),
        "state = ?, executed_note = ?, executed_on = ?",
        LetterState.ANSWERED.name(),
        answer.strip(),
        time.today());
    letters.event(enquiry.id(), LetterAct.ANSWER, LetterState.ANSWERED, null, by);
    audit.record("enquiry.answer", ENTITY, id, null, null);
    news.answered(enquiry);
  }
}
