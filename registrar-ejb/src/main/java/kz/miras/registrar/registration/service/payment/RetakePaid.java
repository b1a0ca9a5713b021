package kz.miras.registrar.registration.service.payment;

import java.time.LocalDate;

/**
 * The payment for the FX retake of a discipline of a term is marked (PAY-7).
 *
 * @param student key
 * @param discipline key
 * @param term key
 * @param on day of the payment
 * @param document receipt or statement
 * @param by login of who marked it
 */
public record RetakePaid(
    long student, long discipline, long term, LocalDate on, String document, String by) {}
