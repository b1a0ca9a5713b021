package kz.miras.registrar.correspondence.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.shared.RegistrarException;

/** LTR-14. Says what letters are about, and which letters are about something. */
@Stateless
@Guarded
public class LetterLinkDesk {

  private static final String ENTITY = "Letter";

  @Inject private Letters letters;
  @Inject private LetterReach reach;
  @Inject private LetterLinks links;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * Adds what a letter is about.
   *
   * @param typed number of a student or document, or index of a case
   * @throws RegistrarException.Refused where it is not known, or there already
   */
  @RolesAllowed({Permissions.INCOMING_EDIT, Permissions.OUTGOING_EDIT})
  public void link(String id, LetterLinkKind kind, String typed) {
    StoredLetter letter = changed(id);
    Optional<LetterLinks.Target> found = links.find(kind, typed);
    refuse(
        LetterSound.links(
            letter.voided(),
            found.isPresent(),
            found.filter(one -> links.has(letter.id(), one)).isPresent()));
    String by = access.current().login();
    links.add(letter.id(), found.orElseThrow(), by);
    letters.event(letter.id(), LetterAct.LINK, letter.state(), typed.strip(), by);
    audit.record("letter.link", ENTITY, id, null, null);
  }

  private StoredLetter changed(String id) {
    StoredLetter letter = reach.locked(id);
    access.require(
        letter.direction() == LetterDirection.INCOMING
            ? Permissions.INCOMING_EDIT
            : Permissions.OUTGOING_EDIT,
        Target.nobodys(),
        ENTITY,
        id);
    return letter;
  }

  /** Takes away what a letter is not about. */
  @RolesAllowed({Permissions.INCOMING_EDIT, Permissions.OUTGOING_EDIT})
  public void unlink(String id, String link) {
    StoredLetter letter = changed(id);
    refuse(LetterSound.links(letter.voided(), true, false));
    LetterView.Linked taken =
        links.of(letter.id()).stream()
            .filter(one -> one.id().equals(link))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("letter-link", link));
    links.remove(letter.id(), taken.id());
    letters.event(
        letter.id(), LetterAct.UNLINK, letter.state(), taken.label(), access.current().login());
    audit.record("letter.unlink", ENTITY, id, null, null);
  }

  /** Letters about something that the caller may read, the newest first. */
  @RolesAllowed({Permissions.INCOMING_READ, Permissions.OUTGOING_READ})
  public List<LetterSearch.Found> about(LetterLinkKind kind, String id) {
    return links.about(kind, id).stream().filter(reach::reads).map(LetterSearch.Found::of).toList();
  }
}
