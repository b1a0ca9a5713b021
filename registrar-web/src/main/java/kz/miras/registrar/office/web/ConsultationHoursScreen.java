package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.service.consultation.ConsultationQueries;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.office.service.consultation.HoursDesk;

/** Opens hours of consultation, moves appointments and calls them off. */
@Named("consultationHours")
@ViewScoped
public class ConsultationHoursScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/office/consultation-hours.xhtml?faces-redirect=true";

  /** How many days ahead appointments are listed. */
  private static final int SHOWN = 60;

  private static final int USUAL_MINUTES = 15;

  @Inject private ConsultationQueries queries;
  @Inject private HoursDesk desk;

  private String slot = KeptAddress.parameter("slot");
  private String host;
  private DayOfWeek weekday;
  private LocalTime from;
  private LocalTime to;
  private Integer minutes = USUAL_MINUTES;
  private final Map<String, Boolean> topics = new HashMap<>();
  private String place;
  private String link;
  private LocalDate firstDay;
  private LocalDate lastDay;
  private final Map<String, Boolean> chosen = new HashMap<>();
  private String reason;
  private LocalDate moveDay;
  private LocalTime moveFrom;
  private String movePlace;
  private String moveLink;
  private String moveReason;
  private transient List<ConsultationView.Offer> ahead;
  private transient List<ConsultationView.Colleague> hosts;

  @Override
  protected void afresh() {
    ahead = null;
  }

  /** Appointments of the coming weeks the reader may change. */
  public List<ConsultationView.Offer> getAhead() {
    if (ahead == null) {
      ahead = queries.ahead(SHOWN);
    }
    return ahead;
  }

  /** Who may keep the hours that are opened. */
  public List<ConsultationView.Colleague> getHosts() {
    if (hosts == null) {
      hosts = queries.hosts();
    }
    return hosts;
  }

  /** The appointment that is about to be moved; null for none. */
  public ConsultationView.Offer getMoving() {
    return slot == null
        ? null
        : getAhead().stream()
            .filter(one -> one.meeting().slot().equals(slot))
            .findFirst()
            .orElse(null);
  }

  /** Opens the hours; a new page shows their appointments. */
  public String open() {
    ConsultationHours typed =
        new ConsultationHours(
            weekday, from, to, minutes, chosenTopics(), place, link, firstDay, lastDay);
    return step(PAGE, () -> desk.open(host, typed), "office.consultation.done.opened");
  }

  private Set<ConsultationTopic> chosenTopics() {
    return Stream.of(ConsultationTopic.values())
        .filter(one -> Boolean.TRUE.equals(topics.get(one.name())))
        .collect(Collectors.toSet());
  }

  /** Calls off what was chosen. */
  public String callOff() {
    List<String> ids =
        chosen.entrySet().stream()
            .filter(one -> Boolean.TRUE.equals(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return step(PAGE, () -> desk.callOff(ids, reason), "office.consultation.done.called-off");
  }

  /** Moves the appointment of the address. */
  public String move() {
    HoursDesk.Move typed = new HoursDesk.Move(moveDay, moveFrom, movePlace, moveLink, moveReason);
    return step(PAGE, () -> desk.move(slot, typed), "office.consultation.done.moved");
  }

  public ConsultationTopic[] getAllTopics() {
    return ConsultationTopic.values();
  }

  public DayOfWeek[] getWeekdays() {
    return DayOfWeek.values();
  }

  public String getSlot() {
    return slot;
  }

  public void setSlot(String slot) {
    this.slot = slot;
  }

  /** Who keeps the hours; where there is only one to choose, that one. */
  public String getHost() {
    if (host == null && getHosts().size() == 1) {
      host = getHosts().get(0).login();
    }
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public DayOfWeek getWeekday() {
    return weekday;
  }

  public void setWeekday(DayOfWeek weekday) {
    this.weekday = weekday;
  }

  public LocalTime getFrom() {
    return from;
  }

  public void setFrom(LocalTime from) {
    this.from = from;
  }

  public LocalTime getTo() {
    return to;
  }

  public void setTo(LocalTime to) {
    this.to = to;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }

  public Map<String, Boolean> getTopics() {
    return topics;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getLink() {
    return link;
  }

  public void setLink(String link) {
    this.link = link;
  }

  public LocalDate getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** The new day; to begin with the one it is on. */
  public LocalDate getMoveDay() {
    return moveDay == null && getMoving() != null
        ? getMoving().meeting().start().toLocalDate()
        : moveDay;
  }

  public void setMoveDay(LocalDate moveDay) {
    this.moveDay = moveDay;
  }

  /** The new time; to begin with the one it is at. */
  public LocalTime getMoveFrom() {
    return moveFrom == null && getMoving() != null
        ? getMoving().meeting().start().toLocalTime()
        : moveFrom;
  }

  public void setMoveFrom(LocalTime moveFrom) {
    this.moveFrom = moveFrom;
  }

  /** The new place; to begin with the one it is in. */
  public String getMovePlace() {
    return movePlace == null && getMoving() != null ? getMoving().meeting().place() : movePlace;
  }

  public void setMovePlace(String movePlace) {
    this.movePlace = movePlace;
  }

  /** The new address; to begin with the one it has. */
  public String getMoveLink() {
    return moveLink == null && getMoving() != null ? getMoving().meeting().link() : moveLink;
  }

  public void setMoveLink(String moveLink) {
    this.moveLink = moveLink;
  }

  public String getMoveReason() {
    return moveReason;
  }

  public void setMoveReason(String moveReason) {
    this.moveReason = moveReason;
  }
}
