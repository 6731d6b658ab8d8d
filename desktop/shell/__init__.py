"""The window around the panels: actions, menus, keys, status, and the errands that need more than one panel."""
