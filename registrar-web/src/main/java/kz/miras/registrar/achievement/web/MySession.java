package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.achievement.service.FxView;
import kz.miras.registrar.achievement.service.StudentSession;
import kz.miras.registrar.achievement.service.StudentSessionQueries;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.student.service.StudentQueries;

/** A student's session: exams, what is published of them, and what is owed. */
@Named("mySession")
@ViewScoped
public class MySession implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private StudentSessionQueries queries;
  @Inject private StudentQueries students;
  @Inject private FxQueries fxQueries;
  @Inject private FxDesk fxDesk;
  @Inject private May may;
  @Inject private Notice notice;
  @Inject private TermQueries termQueries;
  @Inject private Words words;

  private String id = KeptAddress.parameter("student");
  private String term = KeptAddress.parameter("term");
  private transient StudentSession view;
  private transient Map<String, String> seasons;
  private transient Map<String, FxView> rights;

  /** Without an id in the address a student sees the own session. */
  public void load() {
    if (id == null || id.isBlank()) {
      id = students.own();
    }
  }

  /** Whether there is a student to show. */
  public boolean isUsable() {
    return id != null;
  }

  public StudentSession getView() {
    if (view == null) {
      view = queries.of(id, term);
    }
    return view;
  }

  /** The right of an FX retake of a debt; null where there is none or the reader sees none. */
  public FxView fx(String discipline, TermRef owed) {
    if (rights == null) {
      rights = may.can(Permissions.INDIVIDUAL_SCHEDULE_READ) ? fxQueries.ofStudent(id) : Map.of();
    }
    return rights.get(discipline + " " + owed);
  }

  /** Asks for the retake. */
  public void ask(String right) {
    fxDesk.ask(right);
    rights = null;
    notice.say("achievement.fx.asked");
  }

  /** Shows the chosen term at an address of its own. */
  public String look() {
    return "/achievement/my-session.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** A term of the choice with its season; its code alone where the calendar no longer has it. */
  public String label(String code) {
    if (seasons == null) {
      seasons =
          termQueries.terms().stream()
              .collect(Collectors.toMap(TermChoice::code, TermChoice::type, (one, other) -> one));
    }
    String type = seasons.get(code);
    return type == null ? code : code + " · " + words.get("calendar.term." + type);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The chosen term; the one shown where none is chosen. */
  public String getTerm() {
    return term == null && isUsable() ? getView().term() : term;
  }

  public void setTerm(String term) {
    this.term = term;
  }
}
