package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.LetterPermissions;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-1 to LTR-4. Registers letters that come, whichever way they do. */
@Stateless
@Guarded
public class LetterDesk {

  private static final String ENTITY = "Letter";

  @Inject private LetterIntake intake;
  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private FileCases cases;
  @Inject private Correspondents correspondents;
  @Inject private LetterFiles files;
  @Inject private LetterLinks links;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Registers a letter a program brings, in the name of the account it works under. The same
   * message again changes nothing and is answered with the same letter.
   *
   * @param letter with its message id; the sender is the caller, whatever it says
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INCOMING_REGISTER)
  public LetterReceipt receive(ReceivedLetter letter) {
    String caller = access.current().login();
    refuse(
        LetterSound.isMessage(letter.channel(), letter.messageId())
            ? Verdict.allowed()
            : Verdict.refused(Refusal.of("correspondence.message-id", "LTR-3").at("message_id")));
    return intake.receive(
        new ReceivedLetter(
            letter.channel(),
            caller,
            letter.messageId(),
            letter.bin(),
            letter.facts(),
            letter.student(),
            letter.replyTo(),
            letter.files()));
  }

  /**
   * How far a letter is that the caller has brought.
   *
   * @throws RegistrarException.NotFound where the caller has brought none by this message
   */
  @RolesAllowed(Permissions.INCOMING_REGISTER)
  public LetterReceipt status(LetterChannel channel, String messageId) {
    return letters
        .brought(channel, access.current().login(), messageId)
        .map(one -> LetterIntake.receipt(one, true))
        .orElseThrow(() -> new RegistrarException.NotFound("letter", messageId));
  }

  /**
   * Registers a letter by hand.
   *
   * @param fileCase public id of an open case; null where none was chosen
   * @param channel null where none was chosen
   * @param student numbers of the students it is about; null or blank for none
   * @param replyTo index of the letter of the office it answers; null or blank for none
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INCOMING_REGISTER)
  public LetterReceipt register(
      String fileCase,
      LetterChannel channel,
      LetterFacts typed,
      String student,
      String replyTo,
      List<ReceivedFile> received) {
    access.require(Permissions.INCOMING_REGISTER, Target.nobodys(), ENTITY, "new");
    LetterFacts facts = correspondents.known(typed);
    FileCases.Stored of = PublicId.parse(fileCase).flatMap(cases::byUuid).orElse(null);
    LetterLinks.Students about = links.students(student);
    Long answered = letters.sent(replyTo).orElse(null);
    refuse(
        LetterSound.registers(facts, time.today())
            .and(files.judge(received, 0))
            .and(LetterSound.numbers(of != null))
            .and(of == null ? Verdict.allowed() : of.of().takes(time.today()))
            .and(needed(channel == null, "correspondence.channel-needed", "channel"))
            .and(needed(!about.unknown().isEmpty(), "correspondence.no-student", "student"))
            .and(
                needed(answered == null && isTyped(replyTo), "correspondence.no-letter", "reply")));
    return LetterIntake.receipt(
        intake.enter(of.id(), channel, null, null, facts, answered, about.known(), received),
        false);
  }

  private static boolean isTyped(String text) {
    return text != null && !text.isBlank();
  }

  private static Verdict needed(boolean missing, String code, String field) {
    return missing ? Verdict.refused(Refusal.of(code, "LTR-3").at(field)) : Verdict.allowed();
  }

  /** LTR-2. Marks a letter as registered wrongly; its number stays taken. */
  @RolesAllowed(Permissions.INCOMING_EDIT)
  public void markWrong(String id, String reason) {
    StoredLetter letter = reach.locked(id);
    refuse(LetterSound.voids(letter.state(), letter.voided(), reason));
    String by = access.current().login();
    letters.set(
        letter.id(),
        "void_reason = ?, voided_by = ?, voided_at = ?",
        reason.strip(),
        by,
        LetterRows.utc(time.now()));
    letters.event(letter.id(), LetterAct.VOID, letter.state(), reason.strip(), by);
    audit.record("letter.void", ENTITY, id, null, null);
  }

  /** LTR-4. Keeps files with a letter: scans of a paper, or what is enclosed to one that goes. */
  @RolesAllowed({Permissions.INCOMING_EDIT, Permissions.OUTGOING_EDIT})
  public void attach(String id, List<ReceivedFile> received) {
    StoredLetter letter = reach.locked(id);
    boolean came = letter.direction() == LetterDirection.INCOMING;
    access.require(
        came ? Permissions.INCOMING_EDIT : Permissions.OUTGOING_EDIT, Target.nobodys(), ENTITY, id);
    refuse(
        files
            .judge(received, files.of(letter.id()).size())
            .and(needed(received.isEmpty(), "correspondence.file.needed", "file"))
            .and(LetterSound.attaches(letter.state(), letter.voided())));
    LetterFileRole role = came ? LetterFileRole.RECEIVED : LetterFileRole.ENCLOSURE;
    String by = access.current().login();
    received.forEach(file -> files.keep(letter.id(), role, file, by));
    audit.record("letter.attach", ENTITY, id, null, null);
  }

  /** LTR-1. Closes a case of which no letter waits. */
  @RolesAllowed(LetterPermissions.FILE_CASE_EDIT)
  public void closeCase(String id) {
    FileCases.Stored of = fileCase(id);
    FileCases.Stored locked = cases.locked(of.id());
    refuse(locked.of().closes(cases.waiting(of.id())));
    cases.close(of.id(), time.today(), access.current().login());
    audit.record("file-case.close", "FileCase", id, null, null);
  }

  /**
   * LTR-1. Carries all cases of a year over into the next one; those that are there stay.
   *
   * @return how many were carried over
   */
  @RolesAllowed(LetterPermissions.FILE_CASE_EDIT)
  public int carryOver(int year) {
    String by = access.current().login();
    List<FileCases.Stored> open = cases.open(year);
    int carried = 0;
    for (FileCases.Stored one : open) {
      boolean there = cases.named(year + 1, one.of().index()).isPresent();
      if (one.of().carriesOver(there).isAllowed()) {
        cases.carried(one, time.today(), by);
        carried++;
      }
    }
    audit.record("file-case.carry-over", "FileCase", String.valueOf(year), null, null);
    return carried;
  }

  private FileCases.Stored fileCase(String id) {
    return PublicId.parse(id)
        .flatMap(cases::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("file-case", id));
  }
}
