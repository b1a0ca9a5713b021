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
  @Inject private WordingKeeper wordings;
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

  /** A wording a reply may begin with. */
  public record Wording(String code, LocalizedText name) implements Serializable {}

  /** Wordings to begin a reply with. */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public List<Wording> wordings() {
    return wordings.offered().stream().map(one -> new Wording(one.code(), one.name())).toList();
  }

  /**
   * What a reply begins with; null where there is no such wording.
   *
   * @param id public id of the letter that is answered
   */
  @RolesAllowed(Permissions.OUTGOING_EDIT)
  public String wording(String id, String code, Language language) {
    StoredLetter letter = reach.readable(id);
    return wordings
        .byCode(code)
        .map(one -> WordingKeeper.filled(one, letter, language))
        .orElse(null);
  }
}
