package kz.miras.registrar.correspondence.service;

import java.time.LocalDate;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.FileCases.Number;

/**
 * What is written of a new letter beside its facts; what there is none of is null.
 *
 * @param number null for a draft
 * @param asked key of the account an enquiry is put to
 */
record NewLetter(
    LetterDirection direction,
    LetterState state,
    Number number,
    LetterChannel channel,
    String sender,
    String messageId,
    LetterFacts facts,
    LocalDate dueOn,
    Long replyTo,
    String basis,
    String address,
    Long drafter,
    Long asked) {}
