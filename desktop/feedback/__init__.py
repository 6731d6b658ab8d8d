"""What the user is told: notices in the window, and the crash dialog for what should never happen."""
