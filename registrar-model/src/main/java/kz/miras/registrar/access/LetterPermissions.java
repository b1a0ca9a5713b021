package kz.miras.registrar.access;

/**
 * Operations of correspondence by name, beside those of {@link Permissions}; what each means stands
 * in the bundle {@code access} under {@code access.permission.<name>}.
 */
public final class LetterPermissions {
  /** The nomenclature of file cases: open, change, close, carry over. */
  public static final String FILE_CASE_EDIT = "file-case.edit";

  /** Read a draft of somebody else and let it go to signature. */
  public static final String OUTGOING_AGREE = "outgoing.agree";

  private LetterPermissions() {}
}
