package kz.miras.registrar.correspondence.service;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.correspondence.LetterState;

/**
 * What a sender is answered.
 *
 * @param id public id of the letter
 * @param index number it is registered under
 * @param registeredOn day of the registration
 * @param dueOn by when it is answered; null where nobody has said yet
 * @param repeated whether the same message had brought it before
 */
public record LetterReceipt(
    String id,
    String index,
    LocalDate registeredOn,
    LetterState state,
    LocalDate dueOn,
    boolean repeated)
    implements Serializable {}
