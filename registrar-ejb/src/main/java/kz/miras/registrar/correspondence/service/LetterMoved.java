package kz.miras.registrar.correspondence.service;

import java.io.Serializable;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterState;

/**
 * Something was done with a letter; told in the transaction that does it.
 *
 * @param letter its key
 * @param state in which it is now
 * @param by login of who did it
 */
public record LetterMoved(long letter, LetterAct act, LetterState state, String note, String by)
    implements Serializable {}
