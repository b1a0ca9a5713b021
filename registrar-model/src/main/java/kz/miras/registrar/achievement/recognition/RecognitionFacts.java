package kz.miras.registrar.achievement.recognition;

/**
 * What is known of the student and the discipline.
 *
 * @param code of the discipline
 * @param credits of the discipline, which is what is earned
 * @param passed whether a result that passes counts already
 * @param open whether another request about it waits
 * @param nonFormal credits of other non-formal results, recognised or waiting
 * @param programme credits of the programme
 */
public record RecognitionFacts(
    String code, int credits, boolean passed, boolean open, int nonFormal, int programme) {}
