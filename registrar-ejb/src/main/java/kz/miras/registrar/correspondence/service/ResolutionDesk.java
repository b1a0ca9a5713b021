package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.DraftPolicy;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.LetterTerm;
import kz.miras.registrar.correspondence.service.Officers.Officer;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-5 to LTR-7. What becomes of a letter that came: who does what with it, by when, and when. */
@Stateless
@Guarded
public class ResolutionDesk {

  private static final String ENTITY = "Letter";

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private Resolutions resolutions;
  @Inject private Officers officers;
  @Inject private LetterTerms terms;
  @Inject private LetterNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Says what becomes of a letter; a later resolution takes the place of an earlier one.
   *
   * @param executors logins, the first answerable; empty ones are left out
   * @param due by when; null leaves the day the law gives, if any
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INCOMING_RESOLVE)
  public void resolve(
      String id, String words, List<String> executors, LocalDate due, boolean controlled) {
    StoredLetter letter = reach.locked(id);
    LetterTerm term = terms.now();
    LocalDate legal = term.legal(letter.facts().kind(), letter.registeredOn());
    LocalDate day = due == null ? legal : due;
    Set<String> named = new LinkedHashSet<>(executors);
    named.removeIf(one -> one == null || one.isBlank());
    List<Officer> chosen = new ArrayList<>();
    Verdict known = Verdict.allowed();
    for (String login : named) {
      officers.able(login, Permissions.INCOMING_EDIT).ifPresent(chosen::add);
    }
    if (chosen.size() < named.size()) {
      known = Verdict.refused(Refusal.of("correspondence.executor-unable", "LTR-5").at("executor"));
    }
    refuse(
        incoming(letter)
            .and(LetterAct.RESOLVE.from(letter.state(), letter.voided()))
            .and(term.resolves(words, named, due, legal, controlled, time.today()))
            .and(known));
    resolutions.add(letter.id(), words.strip(), day, access.current().accountId(), chosen);
    String by = access.current().login();
    letters.set(
        letter.id(),
        "state = ?, due_on = ?, controlled = ?",
        LetterAct.RESOLVE.after(letter.state()).name(),
        day,
        controlled);
    letters.event(
        letter.id(),
        LetterAct.RESOLVE,
        LetterAct.RESOLVE.after(letter.state()),
        words.strip(),
        letter.dueOn(),
        day,
        by);
    audit.record("letter.resolve", ENTITY, id, null, null);
    news.resolved(letter, chosen.stream().map(Officer::login).toList(), day, by);
  }

  private static Verdict incoming(StoredLetter letter) {
    return letter.direction() == LetterDirection.INCOMING
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("correspondence.not-incoming", "LTR-7"));
  }

  /** LTR-7. An executor begins to work on a letter. */
  @RolesAllowed(Permissions.INCOMING_EDIT)
  public void take(String id) {
    step(id, LetterAct.TAKE, null, true);
  }

  /**
   * LTR-7. Notes that a letter is executed without an answer.
   *
   * @param note what was done
   */
  @RolesAllowed(Permissions.INCOMING_EDIT)
  public void execute(String id, String note) {
    refuse(LetterSound.executes(note));
    step(id, LetterAct.EXECUTE, note.strip(), true);
  }

  /** LTR-7. Puts a letter that is done into its case. */
  @RolesAllowed({Permissions.INCOMING_EDIT, Permissions.OUTGOING_REGISTER})
  public void file(String id) {
    step(id, LetterAct.FILE, null, false);
  }

  private void step(String id, LetterAct act, String note, boolean own) {
    StoredLetter letter = reach.locked(id);
    refuse(
        own
            ? incoming(letter).and(act.from(letter.state(), letter.voided())).and(mine(letter))
            : LetterSound.files(letter.direction(), letter.state(), letter.voided()));
    String by = access.current().login();
    letters.set(letter.id(), "state = ?", act.after(letter.state()).name());
    if (act == LetterAct.EXECUTE) {
      letters.set(letter.id(), "executed_note = ?, executed_on = ?", note, time.today());
    }
    letters.event(letter.id(), act, act.after(letter.state()), note, by);
    audit.record("letter." + word(act), ENTITY, id, null, null);
  }

  private static String word(LetterAct act) {
    return act.name().toLowerCase(Locale.ROOT);
  }

  private Verdict mine(StoredLetter letter) {
    return DraftPolicy.executes(
        resolutions.executes(letter.id(), access.current().accountId()),
        access.may(Permissions.INCOMING_RESOLVE));
  }

  /** LTR-6. Moves the day a letter is due on; its executors are told. */
  @RolesAllowed({Permissions.INCOMING_RESOLVE, Permissions.INQUIRY_SUBMIT})
  public void extend(String id, LocalDate after, String reason) {
    StoredLetter letter = reach.locked(id);
    refuse(terms.now().extend(letter.state(), letter.voided(), letter.dueOn(), after, reason));
    String by = access.current().login();
    letters.set(letter.id(), "due_on = ?", after);
    letters.event(
        letter.id(), LetterAct.EXTEND, letter.state(), reason.strip(), letter.dueOn(), after, by);
    audit.record("letter.extend", ENTITY, id, null, null);
    List<String> told =
        letter.asked() == null ? resolutions.executors(letter.id()) : List.of(letter.asked());
    news.extended(letter, told, after, by);
  }
}
