package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.achievement.service.risk.RiskQueries;

/** Why a student is at risk. */
@Named("risk")
@RequestScoped
public class RiskScreen {

  @Inject private RiskQueries queries;

  private String id;
  private RiskQueries.View view;

  public RiskQueries.View getView() {
    if (view == null) {
      view = queries.of(id);
    }
    return view;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
