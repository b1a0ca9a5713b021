/**
 * What has been earned: the ledger of results, credits, GPA, debts, promotion, honours.
 *
 * <p>Numbered rules:
 *
 * <ul>
 * </ul>
 */
package kz.miras.registrar.achievement;
