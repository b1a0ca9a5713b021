package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import kz.miras.registrar.curriculum.service.CatalogueQueries;
import kz.miras.registrar.curriculum.service.DisciplineView;

/** A discipline: what it needs, what needs it, where it is studied. */
@Named
@ViewScoped
public class DisciplineCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CatalogueQueries queries;

  private String code;
  private transient DisciplineView view;

  /** Reads it; not there is a 404. */
  public void load() {
    view = queries.discipline(String.valueOf(code));
  }

  public DisciplineView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
