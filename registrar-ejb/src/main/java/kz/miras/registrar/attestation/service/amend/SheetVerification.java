package kz.miras.registrar.attestation.service.amend;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.amend.SheetPaper;
import kz.miras.registrar.attestation.amend.SheetProof;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.VerificationCode;

/**
 * SHT-17. Tells anybody whether a printed sheet is ours and stands: which sheet and version it is,
 * how many students are on it and its checksum; no names and no marks.
 */
@Stateless
@PermitAll
public class SheetVerification {

  @Inject private Sheets sheets;
  @Inject private SheetVersions versions;
  @Inject private SheetPapers papers;

  /**
   * The answer.
   *
   * @param current number of the version that stands
   * @param discipline code of the discipline
   * @param checksum as it is printed
   */
  public record Answer(
      SheetProof proof,
      SheetKind kind,
      String number,
      int version,
      int current,
      String discipline,
      String term,
      LocalDate examDate,
      int students,
      String checksum)
      implements Serializable {}

  /** By the code on the paper; empty where no sheet has it. */
  public Optional<Answer> byCode(String code) {
    return versions.byCode(VerificationCode.normalised(code)).map(this::answer);
  }

  private Answer answer(SheetVersions.Sealed sealed) {
    Sheet sheet = sheets.byId(sealed.sheet()).orElseThrow();
    SheetPaper paper = papers.of(sheet, sealed.version());
    return new Answer(
        SheetProof.of(
            sealed.checksum(), sealed.seal().of(paper), sealed.version(), sheet.getVersionNo()),
        sheet.getKind(),
        sheet.getNumber(),
        sealed.version(),
        sheet.getVersionNo(),
        paper.discipline(),
        paper.term(),
        paper.examDate(),
        paper.lines().size(),
        Checksum.shown(sealed.checksum()));
  }
}
