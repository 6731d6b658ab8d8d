"""What an edit is called in the journal and in the undo menu."""

from __future__ import annotations

from models.i18n import N_, _


def edit_name(class_name: str) -> str:
    """An edit by the name of its class, as the journal keeps it: "SplitArticle" is "Split article"."""
    return _(_EDITS[class_name])


_EDITS = {
    "AddPage": N_("Add page"),
    "AddTag": N_("Add tag"),
    "DeletePage": N_("Delete page"),
    "DescribePage": N_("Describe page"),
    "DissolveArticle": N_("Dissolve article"),
    "FinishPage": N_("Finish page"),
    "JudgeJoint": N_("Judge joint"),
    "JudgeLabel": N_("Judge suggestion"),
    "MergeArticles": N_("Merge articles"),
    "MoveLines": N_("Move lines"),
    "NewArticle": N_("New article"),
    "ReleaseLines": N_("Release lines"),
    "ReopenPage": N_("Reopen page"),
    "ReorderArticle": N_("Reorder articles"),
    "Retag": N_("Suggest fields and tags again"),
    "RewordTag": N_("Reword tag"),
    "SetField": N_("Set field"),
    "SetRole": N_("Set role"),
    "SplitArticle": N_("Split article"),
}
