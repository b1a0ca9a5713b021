package kz.miras.registrar.registration;

/** The payment for an enrolment that only waits for it is marked: its seat can be given. */
public record PaymentConfirmed(long enrolmentId) {}
