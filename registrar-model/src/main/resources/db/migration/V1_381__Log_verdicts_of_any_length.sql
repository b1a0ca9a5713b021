-- a plan that meets holds, lessons and limits at once is refused with everything it meets: the
-- verdict is as long as that
ALTER TABLE registration_log MODIFY verdict MEDIUMTEXT NULL;
