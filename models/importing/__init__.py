"""A file's way into the archive: shelved, read, segmented, tagged, filed."""
