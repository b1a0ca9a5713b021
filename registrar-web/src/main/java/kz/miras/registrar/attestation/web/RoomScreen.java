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
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.service.AdmissionDesk;
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

/** An exam room: who is admitted, who came, and the papers for the door and the table. */
@Named("examRoom")
@ViewScoped
public class RoomScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String DENY = "deny:";

  @Inject private RoomQueries queries;
  @Inject private RoomDesk desk;
  @Inject private RoomFile file;
  @Inject private AdmissionDesk admission;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final Map<Long, TypedAttendance> typed = new HashMap<>();
  private final Map<Long, String> problems = new HashMap<>();
  private final TypedBasis basis = new TypedBasis(BasisDocument.Type.DECISION);
  private String decision;
  private boolean kept;
  private Map<String, String> admissionProblems = Map.of();
  private transient RoomView view;

  /** The room; what was typed and refused stays as it was typed. */
  public RoomView getView() {
    if (view == null) {
      view = queries.view(id);
      view.lines().forEach(line -> typed.putIfAbsent(line.row(), new TypedAttendance(line)));
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
      TypedAttendance one = typed.get(line.row());
      if (one.isChanged()) {
        changed.add(new RoomDesk.Recorded(line.row(), one.record(), one.getSeen()));
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
      notice.tell(refused);
    }
    view = null;
  }

  /** Stores every row that is whole as soon as it is chosen, and leaves the others for later. */
  public void keep() {
    List<RoomDesk.Recorded> changed = new ArrayList<>();
    for (RoomView.Line line : getView().lines()) {
      TypedAttendance one = typed.get(line.row());
      if (one.isChanged() && one.isWhole()) {
        changed.add(new RoomDesk.Recorded(line.row(), one.record(), one.getSeen()));
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    try {
      Map<Long, List<Refusal>> refused = desk.record(id, changed);
      view = null;
      changed.forEach(one -> kept(one.row(), refused.getOrDefault(one.row(), List.of())));
      kept = refused.isEmpty();
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
    }
  }

  private void kept(long row, List<Refusal> refusals) {
    if (!refusals.isEmpty()) {
      // what somebody else has recorded meanwhile is not seen by that, and not overwritten next
      problems.put(row, refusals.stream().map(notice::text).collect(Collectors.joining(" ")));
      return;
    }
    problems.remove(row);
    getView().lines().stream()
        .filter(line -> line.row() == row)
        .forEach(line -> typed.get(row).seen(line));
  }

  /** Whether what was chosen last is stored. */
  public boolean isKept() {
    return kept;
  }

  private void told(List<RoomDesk.Recorded> changed, Map<Long, List<Refusal>> refused) {
    // what was refused stays as it was typed, everything else is read anew
    typed.keySet().retainAll(refused.keySet());
    for (RoomView.Line line : queries.view(id).lines()) {
      if (refused.containsKey(line.row())) {
        typed.get(line.row()).seen(line);
        problems.put(
            line.row(),
            refused.get(line.row()).stream().map(notice::text).collect(Collectors.joining(" ")));
      }
    }
    if (changed.size() > refused.size()) {
      notice.say("attestation.room.stored", changed.size() - refused.size());
    }
    if (!refused.isEmpty()) {
      notice.warn("attestation.room.some-refused", refused.size());
    }
  }

  /** The reader types AB for everybody who did not come. */
  public String typeNoShows() {
    try {
      notice.done("attestation.room.typed", desk.typeNoShows(id));
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
      return null;
    }
    return "/attestation/room.xhtml?faces-redirect=true&id=" + id;
  }

  /**
   * Denies the chosen student the exam or admits again, whichever was chosen: somebody else may
   * have decided since. What is refused stands beside its field.
   */
  public String decide() {
    if (decision == null) {
      admissionProblems = notice.missing("row", "attestation.excuse.whom");
      return null;
    }
    boolean denies = decision.startsWith(DENY);
    long row = Long.parseLong(decision.substring(decision.indexOf(':') + 1));
    try {
      admission.decide(id, row, new AdmissionDecision(denies, basis.document()));
    } catch (RegistrarException.Refused refused) {
      admissionProblems = notice.show(refused);
      return null;
    }
    notice.done(denies ? "attestation.denial.stored" : "attestation.denial.admitted");
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

  public Map<Long, TypedAttendance> getTyped() {
    return typed;
  }

  public Map<Long, String> getProblems() {
    return problems;
  }

  /** The document of a decision on admission. */
  public TypedBasis getBasis() {
    return basis;
  }

  public Map<String, String> getAdmissionProblems() {
    return admissionProblems;
  }

  /** {@code deny} or {@code admit}, a colon, and the key of the row. */
  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
