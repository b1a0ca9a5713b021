package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.attestation.service.room.RoomQueries;
import kz.miras.registrar.attestation.service.room.RoomView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** A new act about an incident. */
@Named("incidentEntry")
@ViewScoped
public class IncidentEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RoomQueries rooms;
  @Inject private IncidentDesk desk;
  @Inject private UniversityTime time;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private Long row;
  private IncidentKind kind;
  private LocalTime hour;
  private boolean removed;
  private String description;
  private String witnesses;
  private String explanation;
  private Map<String, String> problems = Map.of();
  private transient RoomView view;

  public RoomView getView() {
    if (view == null) {
      view = rooms.view(id);
    }
    return view;
  }

  public IncidentKind[] getKinds() {
    return IncidentKind.values();
  }

  public String register() {
    try {
      String act =
          desk.register(
              id,
              row,
              new IncidentAct(
                  kind,
                  moment(),
                  removed,
                  description,
                  witnesses == null ? List.of() : witnesses.lines().toList(),
                  explanation));
      notice.done("attestation.incident.registered");
      return "/attestation/incident.xhtml?faces-redirect=true&id=" + act;
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** The hour typed on the day of the exam; null where either is missing. */
  private Instant moment() {
    LocalDate day = getView().head().day();
    return day == null || hour == null ? null : day.atTime(hour).atZone(time.zone()).toInstant();
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

  public Long getRow() {
    return row;
  }

  public void setRow(Long row) {
    this.row = row;
  }

  public IncidentKind getKind() {
    return kind;
  }

  public void setKind(IncidentKind kind) {
    this.kind = kind;
  }

  public LocalTime getHour() {
    return hour;
  }

  public void setHour(LocalTime hour) {
    this.hour = hour;
  }

  public boolean isRemoved() {
    return removed;
  }

  public void setRemoved(boolean removed) {
    this.removed = removed;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getWitnesses() {
    return witnesses;
  }

  public void setWitnesses(String witnesses) {
    this.witnesses = witnesses;
  }

  public String getExplanation() {
    return explanation;
  }

  public void setExplanation(String explanation) {
    this.explanation = explanation;
  }
}
