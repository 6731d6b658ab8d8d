"""The page in the middle of the desk: a dump or a picture with its articles in colour."""
