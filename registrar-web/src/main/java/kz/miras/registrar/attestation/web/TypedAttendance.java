package kz.miras.registrar.attestation.web;

import java.io.Serializable;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.service.room.RoomView;

/** What is chosen of a student in the exam room, beside what stood there when it was shown. */
public class TypedAttendance implements Serializable {

  private static final long serialVersionUID = 1L;

  private String state;
  private String identity;
  private AttendanceRecord shown;
  private int version;

  TypedAttendance(RoomView.Line line) {
    this.state = line.state() == null ? "" : line.state().name();
    this.identity = line.identity() == null ? "" : line.identity().name();
    seen(line);
  }

  /** From now on what stands there counts as seen. */
  final void seen(RoomView.Line line) {
    this.shown = new AttendanceRecord(line.state(), line.identity());
    this.version = line.version();
  }

  AttendanceRecord record() {
    return new AttendanceRecord(
        value(ExamAttendance.class, state), value(IdentityDocument.class, identity));
  }

  boolean isChanged() {
    return !record().equals(shown) && !(record().state() == null && shown.state() == null);
  }

  /** Whether it says all that can be recorded: of who came, by which document. */
  boolean isWhole() {
    AttendanceRecord said = record();
    return said.state() != null && (!said.state().came() || said.identity() != null);
  }

  int getSeen() {
    return version;
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    return name == null || name.isEmpty() ? null : Enum.valueOf(type, name);
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getIdentity() {
    return identity;
  }

  public void setIdentity(String identity) {
    this.identity = identity;
  }
}
