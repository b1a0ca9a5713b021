/** The end of an academic year: proposals for every student, their way to the order, honours. */
package kz.miras.registrar.achievement.service.promotion;
