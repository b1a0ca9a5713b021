package kz.miras.registrar.transcript.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.stream.Collectors;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Key;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Purpose;

/** DOC-23. Looks into a file somebody shows that is not ours byte for byte. */
@ApplicationScoped
public class FileReading {

  @Inject private PublishedKeys keys;

  /** What a file turns out to be. */
  public enum State {
    NO_PDF,
    /** Locked by a password, as nothing of ours is. */
    LOCKED,
    /** Nothing in it is signed by us. */
    FOREIGN,
    /** We signed it, and no byte of what we signed was changed. */
    SIGNED,
    /** We signed it, and it was changed or added to afterwards. */
    ALTERED
  }

  /**
   * What was found.
   *
   * @param code of the document it claims to be; null for none
   */
  public record Reading(State state, String code) implements Serializable {}

  /** Looks into a file. */
  public Reading read(byte[] file) {
    SignedFile signed = new SignedFile(file);
    if (!signed.isPdf()) {
      return new Reading(State.NO_PDF, null);
    }
    if (signed.isEncrypted()) {
      return new Reading(State.LOCKED, null);
    }
    SignedFile.State state =
        signed.state(keys.all(Purpose.DOCUMENT).stream().map(Key::id).collect(Collectors.toSet()));
    String code = signed.code().orElse(null);
    return switch (state) {
      case NONE -> new Reading(State.FOREIGN, code);
      case INTACT -> new Reading(State.SIGNED, code);
      // a signature that cannot be read may be anybody's: only one that names a document is told
      case BROKEN -> new Reading(code == null ? State.FOREIGN : State.ALTERED, code);
      case ADDED_TO -> new Reading(State.ALTERED, code);
    };
  }
}
