/** Whole groups preset in one act, group by group beside whoever asked for it. */
package kz.miras.registrar.registration.service.preset;
