"""Addresses of comparisons. A view, its address's name and its page's template share one name."""

from __future__ import annotations

from django.urls import path, re_path

from comparer.comparisons.views.anew import comparison_anew
from comparer.comparisons.views.claims import correction_claims
from comparer.comparisons.views.compare import compare, compare_pick
from comparer.comparisons.views.corrections import correction_make, correction_undo
from comparer.comparisons.views.detail import comparison_detail
from comparer.comparisons.views.embedding import embedded_card, embedded_ledger
from comparer.comparisons.views.exporting import comparison_export, shared_export
from comparer.comparisons.views.from_library import item_compare
from comparer.comparisons.views.history import correction_gold, correction_list
from comparer.comparisons.views.inviting import (
    comparison_hide,
    comparison_unhide,
    invitation_change,
    invitation_make,
    invitation_remove,
    invitation_restore,
)
from comparer.comparisons.views.ledgers import (
    comparison_ledger_csv,
    comparison_ledgers,
    shared_ledger_csv,
    shared_ledgers,
)
from comparer.comparisons.views.listing import (
    comparison_delete,
    comparison_list,
    comparison_rename,
    comparison_restore,
)
from comparer.comparisons.views.notes import correction_again, correction_edit, correction_notes
from comparer.comparisons.views.passages import correction_passages
from comparer.comparisons.views.progress import comparison_progress, comparison_retry
from comparer.comparisons.views.sharing import (
    comparison_share,
    comparison_share_embedding,
    comparison_share_off,
    comparison_share_renew,
    shared_comparison,
)
from comparer.comparisons.views.sides import correction_sides
from comparer.comparisons.views.takedown import item_takedown

urlpatterns = [
    path("", compare, name="compare"),
    path("comparisons/", comparison_list, name="comparison_list"),
    re_path(r"^comparisons/pick/(?P<side>left|right)/$", compare_pick, name="compare_pick"),
    path("comparisons/from-library/", item_compare, name="item_compare"),
    path("comparisons/<slug:key>/", comparison_detail, name="comparison_detail"),
    path("comparisons/<slug:key>/corrections/", correction_list, name="correction_list"),
    path("comparisons/<slug:key>/corrections/gold.zip", correction_gold, name="correction_gold"),
    path("comparisons/<slug:key>/corrections/passages/", correction_passages, name="correction_passages"),
    path("comparisons/<slug:key>/corrections/claims/", correction_claims, name="correction_claims"),
    path("comparisons/<slug:key>/corrections/notes/", correction_notes, name="correction_notes"),
    path("comparisons/<slug:key>/corrections/<int:number>/edit/", correction_edit, name="correction_edit"),
    path("comparisons/<slug:key>/corrections/<int:number>/again/", correction_again, name="correction_again"),
    path("comparisons/<slug:key>/corrections/sides/", correction_sides, name="correction_sides"),
    path("comparisons/<slug:key>/corrections/make/", correction_make, name="correction_make"),
    path("comparisons/<slug:key>/corrections/<int:number>/undo/", correction_undo, name="correction_undo"),
    path("comparisons/<slug:key>/progress/", comparison_progress, name="comparison_progress"),
    path("comparisons/<slug:key>/download/<slug:form>/", comparison_export, name="comparison_export"),
    path("comparisons/<slug:key>/ledgers/", comparison_ledgers, name="comparison_ledgers"),
    path("comparisons/<slug:key>/ledgers/<slug:ledger>.csv", comparison_ledger_csv, name="comparison_ledger_csv"),
    path("comparisons/<slug:key>/rename/", comparison_rename, name="comparison_rename"),
    path("comparisons/<slug:key>/delete/", comparison_delete, name="comparison_delete"),
    path("comparisons/<slug:key>/restore/", comparison_restore, name="comparison_restore"),
    path("comparisons/<slug:key>/anew/", comparison_anew, name="comparison_anew"),
    path("comparisons/<slug:key>/retry/", comparison_retry, name="comparison_retry"),
    path("comparisons/<slug:key>/share/", comparison_share, name="comparison_share"),
    path("comparisons/<slug:key>/share/off/", comparison_share_off, name="comparison_share_off"),
    path("comparisons/<slug:key>/share/embedding/", comparison_share_embedding, name="comparison_share_embedding"),
    path("comparisons/<slug:key>/share/renew/", comparison_share_renew, name="comparison_share_renew"),
    path("comparisons/<slug:key>/invitations/", invitation_make, name="invitation_make"),
    path("comparisons/<slug:key>/invitations/<int:number>/", invitation_change, name="invitation_change"),
    path("comparisons/<slug:key>/invitations/<int:number>/remove/", invitation_remove, name="invitation_remove"),
    path("comparisons/<slug:key>/invitations/<int:number>/restore/", invitation_restore, name="invitation_restore"),
    path("comparisons/<slug:key>/hide/", comparison_hide, name="comparison_hide"),
    path("comparisons/<slug:key>/unhide/", comparison_unhide, name="comparison_unhide"),
    path("shared/<str:key>/", shared_comparison, name="shared_comparison"),
    path("shared/<str:key>/ledgers/", shared_ledgers, name="shared_ledgers"),
    path("shared/<str:key>/ledgers/<slug:ledger>.csv", shared_ledger_csv, name="shared_ledger_csv"),
    path("shared/<str:key>/embed/card/<slug:what>/", embedded_card, name="embedded_card"),
    path("shared/<str:key>/embed/ledger/<slug:what>/", embedded_ledger, name="embedded_ledger"),
    path("shared/<str:key>/download/<slug:form>/", shared_export, name="shared_export"),
    path("library/pieces/<slug:key>/takedown/", item_takedown, name="item_takedown"),
]
