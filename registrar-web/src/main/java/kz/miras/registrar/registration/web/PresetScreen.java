package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.PresetDesk;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.RegistrarException;

/** Presets the compulsory disciplines of whole groups, several groups in one go. */
@Named("presets")
@ViewScoped
public class PresetScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RegistrationCounter counter;
  @Inject private PresetDesk desk;
  @Inject private TermQueries termQueries;
  @Inject private Notice notice;
  @Inject private LateGroups late;

  private String term;
  private String groups;
  private int course = 1;
  private List<Preset> done = List.of();
  private transient List<TermChoice> terms;

  /** Writes all groups of the chosen course into the field. */
  public void takeCourse() {
    groups = String.join(" ", desk.groups(course));
    if (groups.isEmpty()) {
      notice.warn("registration.preset.no-groups", course);
    }
  }

  /** Enrols the groups typed, each in a transaction of its own. */
  public void preset() {
    List<Preset> results = new ArrayList<>();
    for (String group : groups == null ? new String[0] : groups.strip().split("[\\s,;]+")) {
      if (group.isBlank()) {
        continue;
      }
      try {
        results.add(counter.preset(group, term, late.getReason()));
      } catch (RegistrarException.NotFound unknown) {
        notice.warn("registration.preset.unknown", group);
      }
    }
    done = results;
    late.are(
        results.stream()
            .filter(Preset::isLate)
            .map(one -> new LateGroups.Waiting(one.group(), term, null, null, null, null))
            .toList());
    if (results.isEmpty()) {
      notice.warn("registration.preset.none");
    }
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.ahead();
    }
    return terms;
  }

  public List<Preset> getDone() {
    return done;
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public int getCourse() {
    return course;
  }

  public void setCourse(int course) {
    this.course = course;
  }

  public String getGroups() {
    return groups;
  }

  public void setGroups(String groups) {
    this.groups = groups;
  }
}
