package kz.miras.registrar.frame.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Supplier;
import kz.miras.registrar.shared.RegistrarException;

/** A page on which something is done: what is refused stands beside its field. */
public abstract class StepForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Notice notice;

  private Map<String, String> problems = Map.of();

  /**
   * Does something and shows the page it leads to.
   *
   * @param work answers the address of that page
   * @param said what is told there
   * @return null where it is refused
   */
  protected String step(Supplier<String> work, String said) {
    String address;
    try {
      address = work.get();
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      afresh();
      return null;
    }
    notice.done(said);
    return address;
  }

  /** Does something and shows a page whose address is known before. */
  protected String step(String address, Runnable work, String said) {
    return step(
        () -> {
          work.run();
          return address;
        },
        said);
  }

  /** Forgets what was read before something was tried. */
  protected abstract void afresh();

  /** What is wrong, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }
}
