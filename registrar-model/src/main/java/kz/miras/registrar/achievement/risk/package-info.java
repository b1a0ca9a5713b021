/**
 * Students at risk: who may fail, fall behind or not be promoted, and why, told early enough for
 * somebody to help.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>RSK-1 a rating of the term is below the limit and the exam is still to come
 *   <li>RSK-2 absences without a valid reason in the term go beyond the limit
 *   <li>RSK-3 more credits are owed than the limit
 *   <li>RSK-4 the average is below the transfer threshold of the course, or so near that one result
 *       decides; the last course has none
 *   <li>RSK-5 the same discipline was failed again and again and is still not passed
 *   <li>RSK-6 the term has begun and the student is enrolled in nothing
 * </ul>
 *
 * <p>Every limit is a dated parameter of the rules in force on the day.
 */
package kz.miras.registrar.achievement.risk;
