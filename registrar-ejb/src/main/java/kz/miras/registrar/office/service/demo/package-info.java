/**
 * The demonstration university: plausible, synthetic, a function of a seed and an anchor date. Past
 * results enter through the same ledger a real university's past does.
 */
package kz.miras.registrar.office.service.demo;
