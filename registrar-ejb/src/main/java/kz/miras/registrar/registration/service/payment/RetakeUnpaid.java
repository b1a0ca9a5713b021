package kz.miras.registrar.registration.service.payment;

/**
 * Nobody has paid in time for the FX retake of a discipline of a term (PAY-4, PAY-7).
 *
 * @param student key
 * @param discipline key
 * @param term key
 */
public record RetakeUnpaid(long student, long discipline, long term) {}
