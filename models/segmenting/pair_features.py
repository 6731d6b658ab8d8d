"""All features of a pair of fragments: each a named (n, n) table of how the right one stands to the left one."""

from __future__ import annotations

from models.segmenting.pair_forms import FORMS
from models.segmenting.pair_order import ORDER
from models.segmenting.pair_placement import PLACEMENT
from models.segmenting.pair_seams import SEAMS
from models.segmenting.pair_subjects import SUBJECTS

GROUPS = {"order": ORDER, "subjects": SUBJECTS, "seams": SEAMS, "forms": FORMS, "placement": PLACEMENT}
"""What a feature tells of, for those who ask what each group is worth."""
PAIR_FEATURES = {feature.__name__: feature for group in GROUPS.values() for feature in group}
