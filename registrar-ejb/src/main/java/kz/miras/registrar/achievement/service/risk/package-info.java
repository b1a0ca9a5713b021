/**
 * Students at risk and what everybody owes: judged every day in bulk, listed for advisers, deans
 * and the office.
 */
package kz.miras.registrar.achievement.service.risk;
