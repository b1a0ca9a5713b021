package kz.miras.registrar.attestation.service;

import kz.miras.registrar.attestation.appeal.CommissionOffice;

/** Who holds an office of a commission, for lists of commissions. */
public final class OfficeHolder {

  private OfficeHolder() {}

  /**
   * The expression of the name of a teacher or of somebody with an account.
   *
   * @param members table of the members of the commissions {@code c}
   */
  public static String name(String members, CommissionOffice office) {
    return "(SELECT COALESCE(NULLIF(CONCAT_WS(' ', e.last_name, e.first_name), ''),"
        + " b.display_name) FROM "
        + members
        + " m LEFT JOIN teacher e ON e.id = m.teacher_id LEFT JOIN account b ON b.id = m.account_id"
        + " WHERE m.commission_id = c.id AND m.office = '"
        + office.name()
        + "')";
  }
}
