package kz.miras.registrar.frame.ws;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Version 1 of the services for subsystems; described by {@code /api/openapi.json}. */
@ApplicationPath("/v1")
public class RestApplication extends Application {}
