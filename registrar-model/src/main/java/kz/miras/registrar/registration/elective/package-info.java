/**
 * The catalogue of electives (КЭД) of an academic year and the demand that the choice from it
 * makes.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>KED-1 an entry is an elective (КВ) of the curriculum in its own block, or an addition that
 *       a decision allows (O152 п.2(30), 6)
 *   <li>KED-2 only a draft changes; what is published is superseded by a new edition (O152 п.10)
 *   <li>KED-3 it is approved when every block of the year leaves a choice and every entry is
 *       described in three languages (O152 п.2(30))
 *   <li>KED-4 approval names the decision; only what is approved is published (O152 п.10)
 *   <li>KED-5 an entry is taught in the academic year of the catalogue (O152 п.28)
 *   <li>DEM-1 a chosen discipline is opened with a seat for everybody; groups of electives of
 *       bachelors are not smaller than the minimum unless a decision says why (O152 п.30)
 *   <li>DEM-2 only an elective of bachelors is refused, with a reason; its students choose again
 *       (O152 п.30)
 *   <li>DEM-3 students of one language join those of another by a decision with a reason they read
 *   <li>DEM-4 the demand of a term goes to the departments that are to teach it, once a day at
 *       most, and their teachers are told (O152 п.30)
 * </ul>
 */
package kz.miras.registrar.registration.elective;
