package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.service.room.RoomDesk;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.attestation.service.room.RoomQueries;
import kz.miras.registrar.attestation.service.room.RoomView;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** An exam room: who is admitted, who came, and the papers for the door and the table. */
@Named("examRoom")
@ViewScoped
public class RoomScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RoomQueries queries;
  @Inject private RoomDesk desk;
  @Inject private RoomFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final Map<Long, String> states = new HashMap<>();
  private final Map<Long, String> identities = new HashMap<>();
  private final Map<Long, Integer> seen = new HashMap<>();
  private final Map<Long, String> problems = new HashMap<>();
  private transient RoomView view;

  /** The room; what was typed and refused stays as it was typed. */
  public RoomView getView() {
    if (view == null) {
      view = queries.view(id);
      for (RoomView.Line line : view.lines()) {
        seen.putIfAbsent(line.row(), line.version());
        states.putIfAbsent(line.row(), line.state() == null ? "" : line.state().name());
        identities.putIfAbsent(line.row(), line.identity() == null ? "" : line.identity().name());
      }
    }
    return view;
  }

  /** What may be chosen; who was sent out is so by an act only, and stands so then. */
  public List<ExamAttendance> states(RoomView.Line line) {
    List<ExamAttendance> choices = new ArrayList<>(List.of(ExamAttendance.values()));
    if (line.state() != ExamAttendance.REMOVED && getView().incidents().isEmpty()) {
      choices.remove(ExamAttendance.REMOVED);
    }
    if (!line.admitted() && line.state() == null) {
      choices.removeIf(ExamAttendance::came);
    }
    return choices;
  }

  public IdentityDocument[] getDocuments() {
    return IdentityDocument.values();
  }

  /** Why a student is not admitted. */
  public String why(RoomView.Line line) {
    return line.against().stream().map(notice::reason).collect(Collectors.joining(" "));
  }

  /** A refusal as a sentence. */
  public String text(Refusal refusal) {
    return notice.text(refusal);
  }

  /** Stores what was changed; what is refused stands beside its student. */
  public void store() {
    List<RoomDesk.Recorded> changed = new ArrayList<>();
    for (RoomView.Line line : getView().lines()) {
      ExamAttendance state = value(ExamAttendance.class, states.get(line.row()));
      IdentityDocument identity = value(IdentityDocument.class, identities.get(line.row()));
      AttendanceRecord record = new AttendanceRecord(state, identity);
      boolean same =
          Objects.equals(state, line.state()) && Objects.equals(record.identity(), line.identity());
      if (!same && !(state == null && line.state() == null)) {
        changed.add(new RoomDesk.Recorded(line.row(), record, seen.get(line.row())));
      }
    }
    problems.clear();
    if (changed.isEmpty()) {
      notice.say("attestation.room.nothing");
      return;
    }
    try {
      told(changed, desk.record(id, changed));
    } catch (RegistrarException.Refused refused) {
      notice.show(new Verdict(refused.refusals(), List.of(), false));
    }
    view = null;
  }

  private void told(List<RoomDesk.Recorded> changed, Map<Long, List<Refusal>> refused) {
    for (RoomDesk.Recorded one : changed) {
      List<Refusal> why = refused.get(one.row());
      seen.remove(one.row());
      if (why == null) {
        states.remove(one.row());
        identities.remove(one.row());
      } else {
        problems.put(one.row(), why.stream().map(notice::text).collect(Collectors.joining(" ")));
      }
    }
    if (changed.size() > refused.size()) {
      notice.say("attestation.room.stored", changed.size() - refused.size());
    }
    if (!refused.isEmpty()) {
      notice.warn("attestation.room.some-refused", refused.size());
    }
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    return name == null || name.isEmpty() ? null : Enum.valueOf(type, name);
  }

  /** The reader types AB for everybody who did not come. */
  public String typeNoShows() {
    try {
      notice.done("attestation.room.typed", desk.typeNoShows(id));
    } catch (RegistrarException.Refused refused) {
      notice.show(new Verdict(refused.refusals(), List.of(), false));
      return null;
    }
    return "/attestation/room.xhtml?faces-redirect=true&id=" + id;
  }

  public void printAdmitted() throws IOException {
    Download.pdf(
        "admitted-" + getView().head().number(), file.admitted(id, language.getLanguage()));
  }

  public void printAttendance() throws IOException {
    Download.pdf(
        "attendance-" + getView().head().number(), file.attendance(id, language.getLanguage()));
  }

  public Map<Long, String> getStates() {
    return states;
  }

  public Map<Long, String> getIdentities() {
    return identities;
  }

  public Map<Long, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
