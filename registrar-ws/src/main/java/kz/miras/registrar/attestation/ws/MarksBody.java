package kz.miras.registrar.attestation.ws;

import java.util.List;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** Marks a program sends; the contract is in {@code openapi.json}. */
record MarksBody(List<Mark> marks) {

  /** More than any sheet has cells. */
  private static final int MOST = 1000;

  /**
   * One mark.
   *
   * @param before what the program has read there; absent where it has read nothing
   */
  record Mark(String studentNo, String column, String value, String before) {}

  /**
   * The marks.
   *
   * @throws RegistrarException.Refused where there are none, or more than any sheet has cells
   */
  List<SentMark> sent() {
    if (marks == null || marks.isEmpty() || marks.size() > MOST || marks.contains(null)) {
      throw new RegistrarException.Refused(Refusal.of("api.field", "DAT-2", "marks").at("marks"));
    }
    return marks.stream()
        .map(mark -> new SentMark(mark.studentNo(), mark.column(), mark.value(), mark.before()))
        .toList();
  }
}
