"""The front page: two pieces in, each pasted, in a file or from the library."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from comparer.comparisons.forms import CompareForm
from comparer.comparisons.models import Comparison
from comparer.comparisons.picking import NAMES, Name, Side, pieces_for
from comparer.comparisons.services import request_comparison
from comparer.library.catalogue.models import Item
from comparer.library.models import Article
from comparer.library.services import GivenArticle
from comparer.library.worked_example import read_example
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part, wants_part
from comparer.web.limits import say_limits
from comparer.web.people import Person, person_asking, person_making

PAGE = "comparisons/compare.html"
SWITCHES = ("look", "take", "leave")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HtmxRequest) -> HttpResponse:
    """Show the form, empty or filled in (?example, ?again=KEY, ?left=KEY and ?right=KEY of the library); compare.

    A button named look, take or leave changes where one side comes from, and everything else stays as it was sent.
    """
    if request.method != "POST":
        if not request.user.is_authenticated and any(request.GET.get(name) for name in NAMES):
            return redirect_to_login(request.get_full_path())
        return _show(request, _form_to_begin_with(request))
    form = CompareForm(request.POST, request.FILES, person=_who_may_pick(request))
    if side := _switched(request.POST, form):
        return _show(request, form, side=side)
    if not form.is_valid():
        return _show(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    comparison = request_comparison(
        left=form.left.given(), right=form.right.given(), requested_by=person_making(request)
    )
    return go_to(request, reverse("comparison_progress", args=[comparison.key]))


@require_safe
def compare_pick(request: HtmxRequest, side: Name) -> HttpResponse:
    """Offer pieces for one side (?left-find=WORDS, and ?right-item=KEY of the other side), as somebody types."""
    person = _who_may_pick(request)
    if person is None:
        raise PermissionDenied
    if not wants_part(request):
        return go_to(request, reverse("compare"))
    form = CompareForm(request.GET, person=person)
    sought = form.left if side == "left" else form.right
    sought.look(beside=form.beside(sought).item)
    return render(request, f"{PAGE}#offered", {"side": sought})


def _show(
    request: HtmxRequest, form: CompareForm, *, side: Side | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Show the form, or one side of it where that is what will be swapped.

    A button that came a moment ago is not yet htmx's own: pressed then, it sends the form as the form says.
    """
    part = "compare-side" if side and request.htmx.target == f"side-{side.name}" else "compare-form"
    return render_page_or_part(request, PAGE, part, _context(form) | {"side": side, "switched": side}, status=status)


def _context(form: CompareForm) -> dict[str, object]:
    return {
        "form": form,
        "limits": say_limits(),
        "example": Comparison.objects.filter(is_example=True).for_list().done().first(),
    }


def _who_may_pick(request: HtmxRequest) -> Person | None:
    return person_asking(request) if request.user.has_perm("library.compare_item") else None


def _switched(sent: QueryDict, form: CompareForm) -> Side | None:
    """Do what the pressed button says to a side. Return that side; None where the form is sent to compare."""
    act = next((act for act in SWITCHES if act in sent), None)
    name, _, key = sent.get(act, "").partition(" ") if act else ("", "", "")
    # The return key in a field of words looks for them.
    sides = [side for side in form.sides if side.name == name]
    if "enter" in sent:
        act, sides = "look", [side for side in form.sides if side.words and not side.item]
    if not act or not sides or not sides[0].person:
        return None
    form.keep_typed()
    side = sides[0]
    if act == "take":
        side.take(_piece(key, side.person))
    elif act == "leave":
        side.leave()
    else:
        side.look(beside=form.beside(side).item)
    return side


def _piece(key: str, person: Person | None) -> Item:
    pieces = pieces_for(person or Person())
    return get_object_or_404(pieces, key=key if key.isalnum() else "")


def _form_to_begin_with(request: HtmxRequest) -> CompareForm:
    may_pick = _who_may_pick(request)
    if "example" in request.GET:
        left, right = read_example()
        return CompareForm(left=left, right=right, person=may_pick)
    if key := request.GET.get("again"):
        # The texts are handed out whole here: to those who brought them or work on them, not to all who may read.
        person = person_asking(request)
        whole = Comparison.objects.editable_by(person) | Comparison.objects.filter(is_example=True).live()
        comparison = get_object_or_404(whole.select_related("left", "right"), key=key)
        first, second = (_as_before(article, may_pick) for article in (comparison.left, comparison.right))
        return CompareForm(left=first, right=second, person=may_pick)
    keys = {name: request.GET.get(name, "") for name in NAMES}
    if not any(keys.values()):
        return CompareForm(person=may_pick)
    if may_pick is None:
        raise PermissionDenied
    items = {name: _piece(key, may_pick) if key else None for name, key in keys.items()}
    return CompareForm(left=items["left"], right=items["right"], person=may_pick)


def _as_before(article: Article, may_pick: Person | None) -> GivenArticle | Item:
    """Return the piece whose current version the article is, if this person may choose it; else its text."""
    if may_pick and article.item_id and (item := pieces_for(may_pick).filter(current=article).first()):
        return item
    return GivenArticle(
        raw=article.raw,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        address=article.address,
    )
