package kz.miras.registrar.attestation.entry;

import java.io.Serializable;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-19. Where a file says it was made, and whether that is true.
 *
 * @param sheet public id of the sheet it names; empty where it names none
 * @param number of that sheet, as the file tells it
 * @param whole whether its seal is that of what is protected in it
 */
public record FileOrigin(String sheet, String number, boolean whole) implements Serializable {

  /** Whether its marks may come into a sheet, by the public id of that sheet. */
  public Verdict judge(String wanted) {
    if (sheet.isEmpty()) {
      return refused("attestation.file.not-template");
    }
    if (!sheet.equals(wanted)) {
      return refused("attestation.file.other-sheet", number);
    }
    return whole ? Verdict.allowed() : refused("attestation.file.altered");
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "SHT-19", args).at("file"));
  }
}
