/** The individual study plan and what a student still needs for the degree. */
package kz.miras.registrar.registration.plan;
