package kz.miras.registrar.access;

/** Operations about organisations outside and their calls; said as {@link Permissions} says all. */
public interface PartnerPermissions {
  String PARTNER_READ = "partner.read";
  String PARTNER_EDIT = "partner.edit";
  String PARTNER_APPROVE = "partner.approve";
  String PARTNER_STOP = "partner.stop";
  String PARTNER_CALL_READ = "partner-call.read";
  String PARTNER_CALL_READ_IDENTITY = "partner-call.read-identity";
  String EXCHANGE_CASE_SUBMIT = "exchange-case.submit";
  String EXCHANGE_CASE_READ = "exchange-case.read";
  String EXCHANGE_CASE_DECIDE = "exchange-case.decide";
}
