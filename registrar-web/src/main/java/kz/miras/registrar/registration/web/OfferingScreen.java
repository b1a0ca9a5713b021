package kz.miras.registrar.registration.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.service.ClashQueries;
import kz.miras.registrar.registration.service.ClashQueries.Clashing;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.OfferingQueries;
import kz.miras.registrar.registration.service.OfferingQueries.OfferingView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.RegistrarException;

/** An offering: its sections and seats, its students, enrolling one or a whole group. */
@Named("offering")
@ViewScoped
public class OfferingScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OfferingQueries queries;
  @Inject private RegistrationCounter counter;
  @Inject private ClashQueries clashes;
  @Inject private May may;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private LateGroups late;

  private String id;
  private String who;
  private Long group;
  private Long stream;
  private EnrolmentType type = EnrolmentType.MAIN;
  private List<Decision> refused = List.of();
  private transient OfferingView view;
  private transient List<Clashing> clashing;

  public OfferingView getView() {
    if (view == null) {
      view = queries.offering(id);
    }
    return view;
  }

  /** Students whose lessons here overlap with others of theirs; none for who sees no timetables. */
  public List<Clashing> getClashing() {
    if (clashing == null) {
      clashing =
          may.can("offering.edit") || may.can("offering.approve")
              ? clashes.of(getView().id())
              : List.of();
    }
    return clashing;
  }

  public long getClashingStudents() {
    return getClashing().stream().map(Clashing::number).distinct().count();
  }

  /** Enrols the student of a number, or every member of the group of a code. */
  public void enrol() {
    if (who == null || who.isBlank()) {
      FacesContext.getCurrentInstance()
          .addMessage(
              "who",
              new FacesMessage(FacesMessage.SEVERITY_ERROR, words.get("field.required"), null));
      return;
    }
    long offering = getView().id();
    NamedSections named = new NamedSections(group, stream);
    List<Decision> decisions;
    boolean whole = false;
    try {
      decisions = List.of(counter.enrol(who.strip(), offering, named, type, late.getReason()));
    } catch (RegistrarException.NotFound notAStudent) {
      decisions = counter.enrolGroup(who.strip(), offering, named, type, late.getReason());
      whole = true;
    }
    refused = decisions.stream().filter(decision -> !decision.enrolled()).toList();
    late.are(
        whole && refused.stream().anyMatch(Decision::isLate)
            ? List.of(
                new LateGroups.Waiting(
                    who.strip(), getView().term(), offering, group, stream, type))
            : List.of());
    long done = decisions.size() - refused.size();
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                refused.isEmpty() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                words.of("registration.enrol.done", done, refused.size()),
                null));
    view = null;
  }

  /** The short name of a day of the week. */
  public String day(java.time.DayOfWeek day) {
    return day.getDisplayName(java.time.format.TextStyle.SHORT, language.getLanguage().locale());
  }

  /** Reads the offering anew. */
  void refresh() {
    view = null;
    clashing = null;
  }

  public void leave(long enrolment, String as) {
    counter.leave(enrolment, EnrolmentStatus.valueOf(as), late.getReason());
    view = null;
  }

  public EnrolmentType[] getTypes() {
    return EnrolmentType.values();
  }

  public List<Decision> getRefused() {
    return refused;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }

  public Long getGroup() {
    return group;
  }

  public void setGroup(Long group) {
    this.group = group;
  }

  public Long getStream() {
    return stream;
  }

  public void setStream(Long stream) {
    this.stream = stream;
  }

  /** Lecture streams to choose between; empty where there is no choice. */
  public List<OfferingQueries.SectionView> getStreams() {
    List<OfferingQueries.SectionView> streams =
        getView().sections().stream()
            .filter(one -> one.kind() == SectionKind.LECTURE && one.status() == SectionStatus.OPEN)
            .toList();
    return streams.size() > 1 ? streams : List.of();
  }

  public EnrolmentType getType() {
    return type;
  }

  public void setType(EnrolmentType type) {
    this.type = type;
  }
}
