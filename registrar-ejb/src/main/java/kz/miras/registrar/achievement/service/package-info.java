/** The ledger of results and all that is derived from it. */
package kz.miras.registrar.achievement.service;
