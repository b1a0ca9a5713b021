/**
 * The individual study plan (ИУП): one document a student and academic year, its lines, states and
 * versions (O152 п.2(14), 6, 8–10); and the degree audit, which holds a whole programme against it.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>IUP-1 the plan is made by the student for each academic year with the help of the adviser
 *       and confirmed by the office; an amendment passes again with its changed lines only; what
 *       lies with them or is confirmed is changed by submitting it otherwise, not by a draft
 *   <li>IUP-2 practice, research work and final attestation are lines of the plan too; what has no
 *       sections is confirmed by the office without one
 *   <li>IUP-4 what was recognised of earlier study stands in the plan, which is built on the rest
 *   <li>IUP-5 a line is given back with a remark, a confirmed one is not; its seat is kept for the
 *       working days of the rules and then released
 *   <li>IUP-6 where the rules of the level for the academic year of the plan ask for it, the dean
 *       signs what the adviser approved, or gives it back with a remark, and the office confirms
 *       only what is signed (O152 п.10)
 *   <li>IUP-7 of many plans decided in one act those pass that every rule is satisfied with,
 *       without anything provisional
 *   <li>IUP-8 a plan lies with the adviser for the working days of the rules; then the adviser is
 *       late, told, and can be replaced
 * </ul>
 */
package kz.miras.registrar.registration.plan;
