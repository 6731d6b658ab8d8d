"""What the mouse can be on a picture: one small tool a file, all behind one protocol."""
