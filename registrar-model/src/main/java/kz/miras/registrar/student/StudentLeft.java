package kz.miras.registrar.student;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A student has left for a while or for good: on leave, expelled, transferred out. Registration
 * releases enrolments, attestation closes rows of open sheets as W.
 *
 * @param order number and date of the order
 */
public record StudentLeft(long studentId, LocalDate since, String order) implements Serializable {}
