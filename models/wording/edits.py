"""What an edit is called in the journal and in the undo menu."""

from __future__ import annotations

from models.i18n import N_, _


def edit_name(class_name: str) -> str:
    """An edit by the name of its class, as the journal keeps it: "SplitArticle" is "Split article"."""
    return _(_EDITS[class_name])


_EDITS = {
    "AddPage": N_("Add page"),
    "AddTag": N_("Add tag"),
    "ConfirmLine": N_("Confirm line"),
    "CorrectLine": N_("Correct line"),
    "CutBlock": N_("Cut block"),
    "DeletePage": N_("Delete page"),
    "DeletePhoto": N_("Delete photo"),
    "DescribePage": N_("Describe page"),
    "DissolveArticle": N_("Dissolve article"),
    "DrawBlock": N_("Draw block"),
    "DrawPhoto": N_("Draw photo"),
    "FollowLines": N_("Follow lines to another reading"),
    "FinishPage": N_("Finish page"),
    "GivePhoto": N_("Give photo"),
    "JoinBlocks": N_("Join blocks"),
    "JudgeContinuation": N_("Judge continuation"),
    "JudgeJoint": N_("Judge joint"),
    "JudgeLabel": N_("Judge suggestion"),
    "LinkArticles": N_("Link articles"),
    "MergeArticles": N_("Merge articles"),
    "MoveLines": N_("Move lines"),
    "NewArticle": N_("New article"),
    "OrderBlocks": N_("Order blocks"),
    "ReleaseLines": N_("Release lines"),
    "RefuseSuggestion": N_("Refuse suggested text"),
    "ReplaceJoint": N_("Refuse joint"),
    "ReopenPage": N_("Reopen page"),
    "Relink": N_("Look for continuations"),
    "ReorderArticle": N_("Reorder articles"),
    "Reread": N_("Read again"),
    "ReshapeBlock": N_("Reshape block"),
    "ReshapePhoto": N_("Reshape photo"),
    "Retag": N_("Suggest fields and tags again"),
    "RewordTag": N_("Reword tag"),
    "SegmentAgain": N_("Segment again"),
    "SetField": N_("Set field"),
    "SetRole": N_("Set role"),
    "SplitArticle": N_("Split article"),
    "SplitBlock": N_("Split block"),
    "TakeReading": N_("Take the other reading"),
    "TakeSuggestion": N_("Take suggested text"),
}
