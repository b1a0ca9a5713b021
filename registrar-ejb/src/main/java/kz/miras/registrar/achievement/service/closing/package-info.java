/** Closing the submitted sheets of a whole session in one act. */
package kz.miras.registrar.achievement.service.closing;
