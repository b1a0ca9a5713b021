package kz.miras.registrar.achievement.service.recognition;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.recognition.PartnerTranscript;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentScope;

/** REC-9. Reads what another university tells of a student, for a request to recognise it. */
@Stateless
@Guarded
public class PartnerTranscriptDesk {

  /** Bytes of the largest file: records with their signed documents attached. */
  private static final int LARGEST = 10_000_000;

  @Inject private PartnerTranscripts files;
  @Inject private StudentScope scope;

  /**
   * What a file says of a student; nothing is kept.
   *
   * @throws RegistrarException.NotFound where the caller has no such student
   * @throws RegistrarException.Refused where there is no file, it is too large or none that can be
   *     read, or it is about somebody else
   */
  @RolesAllowed(Permissions.RECOGNITION_POST)
  public PartnerTranscript read(String student, byte[] file) {
    LocalDate born = scope.visible(student, Permissions.RECOGNITION_POST).getBirthDate();
    if (file == null || file.length == 0 || file.length > LARGEST) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.recognition.elmo-none", "REC-9").at("elmo"));
    }
    PartnerTranscript read = files.read(file);
    refuse(read.isOf(born));
    return read;
  }
}
