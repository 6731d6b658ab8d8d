"""What was done to the archive, newest first."""
