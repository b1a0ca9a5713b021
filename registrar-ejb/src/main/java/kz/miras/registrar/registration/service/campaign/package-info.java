/** The progress of a registration campaign: students without a plan, sections too full or empty. */
package kz.miras.registrar.registration.service.campaign;
