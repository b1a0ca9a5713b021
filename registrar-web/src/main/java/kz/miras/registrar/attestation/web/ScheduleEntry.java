package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.service.retake.ScheduleDesk;
import kz.miras.registrar.attestation.service.retake.ScheduleQueries;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentQueries;

/** Asks for an individual exam schedule, with the certificate. */
@Named("scheduleEntry")
@ViewScoped
public class ScheduleEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ScheduleQueries queries;
  @Inject private ScheduleDesk desk;
  @Inject private StudentQueries students;
  @Inject private Notice notice;

  private String student = KeptAddress.parameter("student");
  private ScheduleReason reason = ScheduleReason.ILLNESS;
  private boolean early;
  private String explanation;
  private final Map<String, Boolean> chosen = new HashMap<>();
  private Map<String, String> problems = Map.of();
  private transient Part file;
  private transient List<ScheduleQueries.Choice> choices;

  /** Without a student in the address somebody asks for the own exams. */
  public void load() {
    if (student == null || student.isBlank()) {
      student = students.own();
    }
  }

  /** Whether there is a student to ask for. */
  public boolean isUsable() {
    return student != null;
  }

  public List<ScheduleQueries.Choice> getChoices() {
    if (choices == null) {
      choices = queries.choices(student);
    }
    return choices;
  }

  /** Asks and goes to what was asked for; what is refused stands beside its field. */
  public String ask() throws IOException {
    Set<String> sheets =
        chosen.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    try {
      String id =
          desk.ask(
              new ScheduleDesk.Asked(student, reason, early, explanation, sheets), certificate());
      notice.done("attestation.schedule.done.asked");
      return "/attestation/individual.xhtml?faces-redirect=true&id=" + id;
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  private ScheduleDesk.Certificate certificate() throws IOException {
    if (file == null || file.getSize() == 0) {
      return new ScheduleDesk.Certificate(null, null);
    }
    try (InputStream in = file.getInputStream()) {
      return new ScheduleDesk.Certificate(file.getSubmittedFileName(), in.readAllBytes());
    }
  }

  public ScheduleReason[] getReasons() {
    return ScheduleReason.values();
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public ScheduleReason getReason() {
    return reason;
  }

  public void setReason(ScheduleReason reason) {
    this.reason = reason;
  }

  public boolean isEarly() {
    return early;
  }

  public void setEarly(boolean early) {
    this.early = early;
  }

  public String getExplanation() {
    return explanation;
  }

  public void setExplanation(String explanation) {
    this.explanation = explanation;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
