package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.plan.DegreeVolume;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.DegreeQueries.Degree;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentQueries;

/** How far a student is from the degree. */
@Named("degree")
@ViewScoped
public class DegreeScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private DegreeQueries queries;
  @Inject private StudentQueries students;

  private String student;
  private transient Degree view;

  /**
   * A row of the table of credits.
   *
   * @param cycle null for the whole degree
   * @param component null for a whole cycle
   */
  public record Row(Cycle cycle, Component component, DegreeVolume volume)
      implements Serializable {}

  public Degree getView() {
    if (view == null) {
      String of = student == null || student.isBlank() ? students.own() : student;
      if (of == null) {
        throw new RegistrarException.NotFound("student", "");
      }
      view = queries.of(of);
    }
    return view;
  }

  /** Cycles with their components, the whole degree last. */
  public List<Row> getRows() {
    DegreeAudit audit = getView().audit();
    List<Row> rows = new ArrayList<>();
    audit
        .cycles()
        .forEach(
            (cycle, volume) -> {
              rows.add(new Row(cycle, null, volume));
              for (Component component : Component.values()) {
                DegreeVolume part = audit.volume(cycle, component);
                if (part.required() > 0) {
                  rows.add(new Row(cycle, component, part));
                }
              }
            });
    rows.add(new Row(null, null, audit.total()));
    return rows;
  }

  /** A share of the required credits in percent, for a bar. */
  public double share(int credits, DegreeVolume of) {
    return of.required() == 0 ? 0 : 100.0 * credits / of.required();
  }

  /** How a state is coloured. */
  public String colour(DegreeState state) {
    return switch (state) {
      case DONE, EXEMPT -> "good";
      case IN_PROGRESS, PLANNED -> "info";
      case FAILED -> "bad";
      case OPEN -> "";
    };
  }

  /** Disciplines outside choice blocks and inside them, as the curriculum orders them. */
  public List<DegreeAudit.Line> getLines() {
    return getView().audit().lines();
  }

  /** Credits of minors that count, but have no room inside the electives. */
  public int getMinorsOver() {
    return getView().audit().minorsOver();
  }

  /** State of a discipline of a block. */
  public DegreeState state(String code) {
    return getView().audit().state(code).orElse(DegreeState.OPEN);
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }
}
