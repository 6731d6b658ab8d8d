"""Article -> fields and tags, each with its confidence and reasons; proposes, decides nothing."""
