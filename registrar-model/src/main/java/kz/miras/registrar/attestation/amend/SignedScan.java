package kz.miras.registrar.attestation.amend;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-18. The scan of the signed paper of a posted sheet.
 *
 * @param content empty where no file was chosen
 * @param signedOn day of the last signature on it; null where none was typed
 */
public record SignedScan(String name, byte[] content, LocalDate signedOn) {

  public SignedScan {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  /**
   * Whether it may be attached, every reason against it at once.
   *
   * @param from day of the exam; nobody has signed before it
   * @param known whether the version has this very file already
   */
  public Verdict judge(LocalDate from, LocalDate today, boolean known) {
    Verdict verdict = file(known);
    if (signedOn == null || signedOn.isAfter(today) || signedOn.isBefore(from)) {
      verdict = verdict.and(refused("attestation.scan.signed", "signed", from));
    }
    return verdict;
  }

  private Verdict file(boolean known) {
    if (content.length == 0) {
      return refused("attestation.scan.none", "file");
    }
    if (content.length > ScanType.LIMIT) {
      return refused("attestation.scan.large", "file", ScanType.LIMIT / 1024 / 1024);
    }
    if (ScanType.of(content).isEmpty()) {
      return refused("attestation.scan.type", "file");
    }
    return known ? refused("attestation.scan.known", "file") : Verdict.allowed();
  }

  private static Verdict refused(String code, String field, Object... args) {
    return Verdict.refused(Refusal.of(code, "SHT-18", args).at(field));
  }
}
