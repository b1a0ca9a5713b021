/**
 * The individual study plan (ИУП): one document a student and academic year, its lines, states and
 * versions (O152 п.2(14), 6, 8–10); and the degree audit, which holds a whole programme against it.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>IUP-1 the plan is made by the student for each academic year with the help of the adviser
 *       and confirmed by the office; an amendment passes again with its changed lines only
 *   <li>IUP-5 a line is returned with a remark; its seat is kept until a day and then released
 * </ul>
 */
package kz.miras.registrar.registration.plan;
