package kz.miras.registrar.registration;

/** Nobody has paid for an enrolment in time: it is not waited for any longer. */
public record PaymentExpired(long enrolmentId) {}
