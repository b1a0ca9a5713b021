/**
 * The registration log: every decision about a seat, refusals too, chained a section, so that a
 * student, an auditor and a court can see minute by minute that nobody jumped the queue.
 */
package kz.miras.registrar.registration.log;
