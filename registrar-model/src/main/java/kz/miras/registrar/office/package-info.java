/**
 * The office's own work: bringing lists in by file, quality of data, what is due today.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>IMP-1 nothing of a file is stored unless every row is right or the user accepts the good
 *       rows (regulation 3.1.20)
 *   <li>IMP-2 the same file a second time changes nothing, not even versions and the audit trail
 *   <li>IMP-3 a key occurs once in a file
 * </ul>
 */
package kz.miras.registrar.office;
