package kz.miras.registrar.shared;

import jakarta.ejb.ApplicationException;
import java.io.Serializable;
import java.util.List;

/**
 * What the system tells its callers instead of doing what they asked. Exactly four kinds exist; the
 * code is the key of the message in the bundles, the fault code of SOAP and the problem type of
 * REST. Anything else thrown is a defect.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class RegistrarException extends RuntimeException {

  private final String code;
  private final transient List<Serializable> args;

  protected RegistrarException(String code, List<Serializable> args) {
    super(code + args);
    this.code = code;
    this.args = List.copyOf(args);
  }

  /** The message key. */
  public String code() {
    return code;
  }

  /** Figures for the message. */
  public List<Serializable> args() {
    return args == null ? List.of() : args;
  }

  /**
   * Goes on where a verdict allows it.
   *
   * @throws Refused with every reason where it does not
   */
  public static void refuse(Verdict verdict) {
    if (!verdict.isAllowed()) {
      throw new Refused(verdict.refusals());
    }
  }

  /** Nothing with this identifier, or nothing the caller may see: both answer alike. */
  public static final class NotFound extends RegistrarException {
    /**
     * Nothing found.
     *
     * @param id what was looked for; null where the caller named nothing
     */
    public NotFound(String what, Serializable id) {
      super("error.not-found." + what, id == null ? List.of() : List.of(id));
    }
  }

  /** The caller lacks the right; the attempt has been recorded. */
  public static final class Forbidden extends RegistrarException {
    public Forbidden(String permission) {
      super("error.forbidden", List.of(permission));
    }
  }

  /** Somebody else changed it in between; nothing was stored. */
  public static final class Conflict extends RegistrarException {
    public Conflict(String code, Serializable... args) {
      super(code, List.of(args));
    }
  }

  /** The rules refuse; carries every reason. */
  public static final class Refused extends RegistrarException {
    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
      super(refusals.get(0).code(), refusals.get(0).args());
      this.refusals = List.copyOf(refusals);
    }

    public Refused(Refusal... refusals) {
      this(List.of(refusals));
    }

    public List<Refusal> refusals() {
      return refusals == null ? List.of() : refusals;
    }
  }
}
