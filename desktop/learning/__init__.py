"""What the engine has learnt from finished pages: its curve and its versions."""
