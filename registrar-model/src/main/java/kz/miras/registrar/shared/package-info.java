/**
 * What every capability speaks with: trilingual text, verdicts, the closed family of exceptions,
 * the person identifiers and time.
 *
 * <p>Depends on nothing but the Java library and the persistence annotations.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>DAT-1 what is typed or imported is read field by field; what cannot be read is named, never
 *       guessed (regulation 3.1.20)
 *   <li>DAT-2 what has been read is known where it names something, in range, and agrees with the
 *       fields beside it (regulation 3.1.20)
 *   <li>DAT-3 an edit changes what its editor saw: a new record overwrites none, an open one keeps
 *       its key and yields to what was changed meanwhile (regulation 3.1.20)
 *   <li>ID-1 an ИИН is exactly twelve digits; it may be absent for a foreigner (rules of national
 *       registers of identification numbers)
 *   <li>ID-2 the twelfth digit of an ИИН follows from the first eleven, with a second pass of
 *       weights; a number that fails is an error
 *   <li>ID-3 date or sex that differ from the digits, or an impossible date, are warnings to
 *       confirm (government decree 853 of 26.08.2013)
 *   <li>ID-4 a БИН has 4, 5 or 6 as its fifth digit and the same check digit
 *   <li>ID-5 outside its own field an ИИН is shown masked (law on personal data 94-V)
 * </ul>
 */
package kz.miras.registrar.shared;
