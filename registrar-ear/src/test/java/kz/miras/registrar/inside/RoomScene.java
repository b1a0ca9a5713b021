package kz.miras.registrar.inside;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.service.room.RoomDesk;
import kz.miras.registrar.attestation.service.room.RoomDesk.Recorded;
import kz.miras.registrar.attestation.service.room.RoomQueries;
import kz.miras.registrar.attestation.service.room.RoomView;
import kz.miras.registrar.shared.Refusal;

/** What tests of exam rooms do again and again. */
final class RoomScene {

  /** Score, mark and who typed them, of a row. */
  static final String ROW =
      "SELECT CONCAT(COALESCE(score, ''), '/', COALESCE(mark, ''), '/', COALESCE(scored_by, ''))"
          + " FROM sheet_row WHERE id = ?";

  private RoomScene() {}

  static Recorded came(SheetScene scene, int place, ExamAttendance state, int seen) {
    IdentityDocument identity =
        state == ExamAttendance.ABSENT ? null : IdentityDocument.STUDENT_CARD;
    return new Recorded(scene.row(place), new AttendanceRecord(state, identity), seen);
  }

  static Map<Long, List<Refusal>> record(SheetScene scene, String login, Recorded... all)
      throws Exception {
    RoomDesk desk = Inside.bean(RoomDesk.class);
    return Inside.as(login, () -> desk.record(scene.sheet(), List.of(all)));
  }

  static List<String> codes(Map<Long, List<Refusal>> problems, long row) {
    return problems.getOrDefault(row, List.of()).stream().map(Refusal::code).toList();
  }

  static RoomView view(SheetScene scene, String login) throws Exception {
    RoomQueries queries = Inside.bean(RoomQueries.class);
    return Inside.as(login, () -> queries.view(scene.sheet()));
  }

  static boolean isPdf(byte[] file) {
    return new String(file, 0, 4, StandardCharsets.US_ASCII).equals("%PDF");
  }
}
