package kz.miras.registrar.achievement;

import java.io.Serializable;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;

/**
 * A discipline the student's individual plan, or a curriculum difference, asks for.
 *
 * @param discipline stable key, as in {@link Result#discipline()}
 * @param credits its credits
 * @param due the term by whose end it is to be passed
 * @param difference whether it comes from a curriculum difference
 */
public record Obligation(String discipline, Credits credits, TermRef due, boolean difference)
    implements Serializable {}
