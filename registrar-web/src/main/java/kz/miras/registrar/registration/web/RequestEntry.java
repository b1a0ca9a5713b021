package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.RequestChoices;
import kz.miras.registrar.registration.service.RequestChoices.Choice;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.TermOfferings;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.service.StudentQueries;

/** Asking for a decision about a registration; what the rules say is shown beforehand. */
@Named("requestEntry")
@ViewScoped
public class RequestEntry implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RequestChoices choices;
  @Inject private RequestDesk desk;
  @Inject private RequestTyped typed;
  @Inject private PlanWays ways;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;
  @Inject private May may;
  @Inject private StudentQueries students;

  private Map<String, String> problems = Map.of();
  private transient Part file;
  private transient Verdict looked;
  private transient String partsOf;
  private transient List<TermOfferings.Part> parts;

  /**
   * Begins with what the address names.
   *
   * @throws RegistrarException.Forbidden for who may ask for nothing
   */
  public void load() {
    if (getKinds().isEmpty()) {
      throw new RegistrarException.Forbidden(Permissions.ENROL_PROPOSE);
    }
    if (typed.getKind() == null) {
      String kind = KeptAddress.parameter("kind");
      typed.setKind(
          getKinds().stream()
              .filter(one -> one.name().equals(kind))
              .findFirst()
              .orElse(getKinds().get(0)));
      typed.setStudent(isOwn() ? students.own() : KeptAddress.parameter("student"));
      typed.setRule(KeptAddress.parameter("rule"));
      Arrays.stream(EnrolmentType.values())
          .filter(type -> type.name().equals(KeptAddress.parameter("type")))
          .forEach(typed::setType);
      String offering = KeptAddress.parameter("offering");
      typed.setOffering(offering == null ? null : choices.label(offering, language.getLanguage()));
      typed.setSection(number(KeptAddress.parameter("section")));
      named(SectionKind.GROUP, KeptAddress.parameter("group")).ifPresent(typed::setSection);
      named(SectionKind.LECTURE, KeptAddress.parameter("stream")).ifPresent(typed::setStream);
      typed.setEnrolment(number(KeptAddress.parameter("enrolment")));
    }
  }

  /** The section of a code an address names; none where the offering has no such one. */
  private Optional<Long> named(SectionKind kind, String code) {
    return code == null
        ? Optional.empty()
        : parts(kind).stream()
            .filter(one -> one.code().equals(code))
            .map(TermOfferings.Part::key)
            .findFirst();
  }

  private List<TermOfferings.Part> parts(SectionKind kind) {
    if (parts == null || !Objects.equals(partsOf, typed.getOffering())) {
      partsOf = typed.getOffering();
      parts = choices.sections(partsOf);
    }
    return parts.stream().filter(one -> kind == null || one.kind() == kind).toList();
  }

  private static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** The kinds the caller may ask for. */
  public List<RequestKind> getKinds() {
    return Arrays.stream(RequestKind.values())
        .filter(RequestKind::isTypedAlone)
        .filter(kind -> kind.askedBy().stream().anyMatch(may::can))
        .toList();
  }

  /** Whether the caller asks about the own registration and nobody else's. */
  public boolean isOwn() {
    return may.can(Permissions.ENROL_ASK);
  }

  /** Address of the form for another kind, with what is known already. */
  public String address(RequestKind kind) {
    StringBuilder address = new StringBuilder("/registration/request-entry.xhtml?kind=" + kind);
    for (String name : List.of("student", "offering", "type")) {
      String value = KeptAddress.parameter(name);
      if (value != null && value.matches("[\\w-]{1,64}")) {
        address.append('&').append(name).append('=').append(value);
      }
    }
    address.append(PlanRequests.naming(KeptAddress.parameter("group"), "group"));
    address.append(PlanRequests.naming(KeptAddress.parameter("stream"), "stream"));
    return address.toString();
  }

  /** Shows what the rules say, and what there is to choose from. */
  public void look() {
    parts = null;
    if (typed.getKind().enrols()) {
      try {
        looked = choices.look(wanted());
      } catch (RegistrarException.NotFound unknown) {
        looked = null;
        problems = notice.show(desk.ask(wanted(), RequestDesk.Attached.NONE).verdict());
      }
    }
  }

  /** Sends the request and goes to it. */
  public String ask() throws IOException {
    RequestDesk.Asked asked = desk.ask(wanted(), attached());
    problems = notice.show(asked.verdict());
    if (asked.id() == null) {
      return null;
    }
    notice.done("registration.request.done.asked");
    return "/registration/request.xhtml?faces-redirect=true&id=" + asked.id();
  }

  private RequestDesk.Typed wanted() {
    return new RequestDesk.Typed(
        typed.getKind(),
        typed.getStudent(),
        typed.getOffering(),
        offered(typed.getSection()),
        offered(typed.getStream()),
        typed.getEnrolment(),
        typed.getType(),
        typed.getRule(),
        new RequestWords(typed.getReason(), typed.getExplanation(), typed.getDocument()));
  }

  /** What was chosen of another offering before is not wanted of this one. */
  private Long offered(Long section) {
    return parts(null).stream()
        .map(TermOfferings.Part::key)
        .filter(one -> one.equals(section))
        .findFirst()
        .orElse(null);
  }

  private RequestDesk.Attached attached() throws IOException {
    if (file == null || file.getSize() == 0) {
      return RequestDesk.Attached.NONE;
    }
    try (InputStream in = file.getInputStream()) {
      return new RequestDesk.Attached(file.getSubmittedFileName(), in.readAllBytes());
    }
  }

  /** Offerings that hold what is typed. */
  public List<String> offerings(String query) {
    return choices.offerings(query, language.getLanguage());
  }

  /** Groups of the chosen offering, or all its sections where one is to be closed. */
  public List<Choice> getSections() {
    return labelled(parts(typed.getKind() == RequestKind.CLOSE_SECTION ? null : SectionKind.GROUP));
  }

  /** Lecture streams of the chosen offering; empty where there is no choice. */
  public List<Choice> getStreams() {
    List<TermOfferings.Part> streams =
        typed.getKind().enrols() ? parts(SectionKind.LECTURE) : List.of();
    return streams.size() > 1 ? labelled(streams) : List.of();
  }

  private List<Choice> labelled(List<TermOfferings.Part> parts) {
    return parts.stream().map(one -> new Choice(String.valueOf(one.key()), ways.of(one))).toList();
  }

  /** What the student may withdraw from; nothing while nobody is named. */
  public List<Choice> getEnrolments() {
    return isStudentKnown()
        ? choices.enrolments(typed.getStudent().strip(), language.getLanguage())
        : List.of();
  }

  private boolean isStudentKnown() {
    return getStudentName() != null;
  }

  /** Number and name of the student; null while nobody the caller may ask about is named. */
  public String getStudentName() {
    if (typed.getStudent() == null || typed.getStudent().isBlank()) {
      return null;
    }
    try {
      return choices.student(typed.getStudent().strip());
    } catch (RegistrarException.NotFound unknown) {
      return null;
    }
  }

  public List<String> getRules() {
    return choices.rules();
  }

  public EnrolmentType[] getTypes() {
    return EnrolmentType.values();
  }

  public RequestTyped getTyped() {
    return typed;
  }

  public Verdict getLooked() {
    return looked;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
