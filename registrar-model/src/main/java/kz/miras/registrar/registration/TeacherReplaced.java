package kz.miras.registrar.registration;

/**
 * Who teaches or examines a section has changed, from today or from a day before: sheets that are
 * not posted go over to the new hand.
 */
public record TeacherReplaced(long sectionId) {}
