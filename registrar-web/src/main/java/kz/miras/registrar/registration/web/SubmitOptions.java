package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** How a plan is to be submitted where not everything has a seat. */
@Named("submitting")
@ViewScoped
public class SubmitOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  private boolean allOrNothing;
  private boolean mayWait = true;

  public boolean isAllOrNothing() {
    return allOrNothing;
  }

  public void setAllOrNothing(boolean allOrNothing) {
    this.allOrNothing = allOrNothing;
  }

  public boolean isMayWait() {
    return mayWait;
  }

  public void setMayWait(boolean mayWait) {
    this.mayWait = mayWait;
  }
}
