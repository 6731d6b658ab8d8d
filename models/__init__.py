"""Everything the desk can do, without a window: read, segment, tag, edit, keep, search, export.

The words used throughout: an *issue* is one day's paper; a *page* (版) was read from a *source* (a scan, a PDF page or a text
dump) and consists of *lines*, which are never altered.  A *block* is a run of lines of one *role*; an *article* is an ordered
list of blocks.  A *label* is a field or tag of an article as an engine or an editor gave it; a *joint* is the engine's claim
that one line directly follows another, with its confidence and reasons.  An *edit* is an editor's intent, a *changeset* the
rows before and after, the *journal* all of them.
"""
