package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/** Letters for their pages, and what may be chosen there. */
@Stateless
@Guarded
public class LetterQueries {

  @Inject private LetterReach reach;
  @Inject private LetterViews views;
  @Inject private Letters letters;
  @Inject private LetterFiles files;
  @Inject private FileCases cases;
  @Inject private Correspondents correspondents;
  @Inject private Officers officers;
  @Inject private UniversityTime time;

  /**
   * A letter.
   *
   * @throws RegistrarException.NotFound where it is not the caller's to see
   */
  @RolesAllowed({Permissions.INCOMING_READ, Permissions.OUTGOING_READ, Permissions.INQUIRY_READ})
  public LetterView view(String id) {
    return views.of(reach.readable(id));
  }

  /** A file as it was kept. */
  public record Content(String name, String mediaType, byte[] content) implements Serializable {}

  /**
   * A file of a letter the caller may read.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  @RolesAllowed({Permissions.INCOMING_READ, Permissions.OUTGOING_READ, Permissions.INQUIRY_READ})
  public Content file(String id) {
    LetterFiles.Content found =
        PublicId.parse(id)
            .flatMap(files::content)
            .orElseThrow(() -> new RegistrarException.NotFound("letter-file", id));
    reach.readable(letters.byKey(found.letter()).orElseThrow().uuid().toString());
    return new Content(found.name(), found.mediaType(), found.content());
  }

  /** A case to choose. */
  public record Case(String id, String index, LocalizedText name, boolean intake)
      implements Serializable {}

  /** Open cases of this year. */
  @RolesAllowed({
    Permissions.INCOMING_REGISTER,
    Permissions.OUTGOING_REGISTER,
    Permissions.INQUIRY_SUBMIT
  })
  public List<Case> cases() {
    return cases.open(time.today().getYear()).stream()
        .map(
            one -> new Case(one.uuid().toString(), one.of().index(), one.of().name(), one.intake()))
        .toList();
  }

  /** Names of correspondents to complete what is typed, in one language. */
  @RolesAllowed({Permissions.INCOMING_REGISTER, Permissions.OUTGOING_EDIT})
  public List<String> correspondents(Language language) {
    return correspondents.all().stream().map(one -> one.name().in(language)).distinct().toList();
  }

  /** Who may execute a letter. */
  @RolesAllowed(Permissions.INCOMING_RESOLVE)
  public List<LetterView.Person> executors() {
    return LetterView.people(officers.executors());
  }

  /**
   * What a reply begins with.
   *
   * @param id public id of the letter that is answered
   */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public String wording(String id, LetterWording wording, Language language) {
    StoredLetter letter = reach.readable(id);
    String number =
        letter.facts().theirNumber() == null ? letter.index() : letter.facts().theirNumber();
    return Messages.text(
        language,
        wording.key() + ".text",
        number,
        letter.facts().theirDate() == null ? letter.registeredOn() : letter.facts().theirDate(),
        letter.facts().subject());
  }
}
