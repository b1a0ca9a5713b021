/**
 * The exam room: who is admitted, who came and by which document each was known, written works that
 * are marked by a code, and acts about incidents with what was decided on them (domain 2.4, 2.5).
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>EXM-6 admitted is who studies, has a rating at or above the threshold and no financial hold
 *       where the rules count it (domain 2.5)
 *   <li>EXR-1 whoever sits is on the list of the admitted and known by a document somebody saw
 *       (domain 2.5)
 *   <li>EXR-2 attendance is recorded from the day of the exam until the sheet is closed, and stands
 *       while works are coded (domain 2.5)
 *   <li>EXR-3 nobody is removed from an exam without an act, and nothing else is recorded of who
 *       was while the act is not dismissed (domain 2.4)
 *   <li>EXR-4 works of a written exam are coded once everybody's attendance is recorded and before
 *       a score is typed, two works or more, one code each (domain 2.5)
 *   <li>EXR-5 a coded work is marked by its code only, by somebody who does not know whose it is
 *       (domain 2.5)
 *   <li>EXR-6 works are decoded in one act when each has its mark, by somebody who marked none; the
 *       scores stand then (domain 2.5)
 *   <li>EXR-7 an act says what happened at this exam and when, and at least two who were present
 *       sign it (domain 2.4)
 *   <li>EXR-8 an act is decided on a document, within so many months after the exam, by another
 *       person than who drew it up; what is annulled is a result that stands (domain 2.4)
 *   <li>EXR-9 a score is typed of who stayed to the end, AB of who did not come, and 0 of who would
 *       not answer or was sent out; what was typed before the room said otherwise is warned of
 *       before the sheet is closed (domain 2.4, 2.5)
 * </ul>
 */
package kz.miras.registrar.attestation.room;
