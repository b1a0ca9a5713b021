/** The screens of the register of subsystems. */
package kz.miras.registrar.access.web.subsystem;
