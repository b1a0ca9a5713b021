/** The register of subsystems, their secrets, and how they are known at the border. */
package kz.miras.registrar.access.service.subsystem;
