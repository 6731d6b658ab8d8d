"""Dialogs gather a request and hand it over by a signal; they do nothing themselves."""
