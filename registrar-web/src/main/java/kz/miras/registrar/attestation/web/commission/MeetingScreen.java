package kz.miras.registrar.attestation.web.commission;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** A meeting of an attestation commission: who is there, its students, what each has come to. */
@Named("akMeeting")
@ViewScoped
public class MeetingScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private MeetingDesk desk;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private List<Long> present = new ArrayList<>();
  private String students;
  private final List<Line> lines = new ArrayList<>();
  private List<String> waiting = List.of();
  private Map<String, String> problems = Map.of();
  private transient MeetingView view;

  /** What is typed beside a name. */
  public static final class Line implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String protocol;
    private Appearance appearance;
    private Integer percent;
    private int against;

    Line(MeetingView.Row row) {
      this.protocol = row.id();
      this.appearance = row.appearance();
      this.percent = row.percent();
      this.against = row.against();
    }

    public Appearance getAppearance() {
      return appearance;
    }

    public void setAppearance(Appearance appearance) {
      this.appearance = appearance;
    }

    public Integer getPercent() {
      return percent;
    }

    public void setPercent(Integer percent) {
      this.percent = percent;
    }

    public int getAgainst() {
      return against;
    }

    public void setAgainst(int against) {
      this.against = against;
    }
  }

  public MeetingView getView() {
    if (view == null) {
      view = desk.view(id);
    }
    return view;
  }

  /** Begins with what is kept. */
  public void begin() {
    present =
        new ArrayList<>(
            getView().seats().stream()
                .filter(ProtocolView.Seat::present)
                .map(ProtocolView.Seat::id)
                .toList());
    lines.clear();
    getView().rows().forEach(row -> lines.add(new Line(row)));
  }

  private String again() {
    return "/attestation/meeting.xhtml?faces-redirect=true&id=" + id;
  }

  public String attend() {
    return step(() -> desk.present(id, present), "attestation.ak.attended");
  }

  /** Brings in the students whose numbers are typed, one a line or with spaces between. */
  public String admit() {
    List<String> numbers =
        students == null
            ? List.of()
            : Arrays.stream(students.split("[\\s,;]+")).filter(one -> !one.isBlank()).toList();
    return step(() -> desk.admit(id, numbers), "attestation.ak.admitted");
  }

  public String mark() {
    return step(() -> desk.mark(id, typed()), "attestation.ak.kept");
  }

  private List<MeetingDesk.Typed> typed() {
    return lines.stream()
        .map(one -> new MeetingDesk.Typed(one.protocol, one.appearance, one.percent, one.against))
        .toList();
  }

  /** Signs whatever may be signed, and tells what the rest waits for. */
  public String sign() {
    MeetingDesk.Signed signed = desk.sign(id);
    view = null;
    if (signed.problems().isEmpty()) {
      notice.done("attestation.ak.signed-many", signed.signed());
      return again();
    }
    notice.say("attestation.ak.signed-many", signed.signed());
    waiting = signed.problems().stream().map(notice::reason).distinct().toList();
    begin();
    return null;
  }

  /** Tells what stands in the way of something that was done for those who come. */
  public void await(Collection<String> reasons) {
    waiting = List.copyOf(reasons);
  }

  private String step(Runnable work, String said) {
    try {
      work.run();
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      view = null;
      return null;
    }
    notice.done(said);
    return again();
  }

  /** A reason in words. */
  public String text(Refusal why) {
    return notice.text(why);
  }

  /** Whether enough of the commission are there. */
  public boolean isQuorate() {
    return getView().quorum().isEmpty();
  }

  public Appearance[] getAppearances() {
    return Appearance.values();
  }

  public List<Line> getLines() {
    return lines;
  }

  public List<String> getWaiting() {
    return waiting;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public List<Long> getPresent() {
    return present;
  }

  public void setPresent(List<Long> present) {
    this.present = present == null ? new ArrayList<>() : new ArrayList<>(present);
  }

  public String getStudents() {
    return students;
  }

  public void setStudents(String students) {
    this.students = students;
  }
}
