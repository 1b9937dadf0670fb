"""The front page: two pieces in."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from comparer.comparisons.forms import CompareForm
from comparer.comparisons.models import Comparison
from comparer.comparisons.services import request_comparison
from comparer.library.catalogue.models import Item
from comparer.library.models import Article
from comparer.library.services import GivenArticle
from comparer.library.worked_example import read_example
from comparer.web.htmx import HtmxRequest, go_to, render_page_or_part
from comparer.web.limits import say_limits
from comparer.web.people import person_asking, person_making

PAGE = "comparisons/compare.html"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HtmxRequest) -> HttpResponse:
    """Show the form, empty or filled in (?example, ?again=KEY, ?item=KEY of the library); begin a comparison."""
    if request.method != "POST":
        return _show(request, _form_to_begin_with(request))
    form = CompareForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    comparison = request_comparison(
        left=form.left.given(), right=form.right.given(), requested_by=person_making(request)
    )
    return go_to(request, reverse("comparison_progress", args=[comparison.key]))


def _show(request: HtmxRequest, form: CompareForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "sides": [("First piece", form.left), ("Second piece", form.right)],
        "limits": say_limits(),
        "example": Comparison.objects.filter(is_example=True).for_list().done().first(),
    }
    return render_page_or_part(request, PAGE, "compare-form", context, status=status)


def _form_to_begin_with(request: HtmxRequest) -> CompareForm:
    if "example" in request.GET:
        left, right = read_example()
        return CompareForm(left=left, right=right)
    if key := request.GET.get("again"):
        # The texts are handed out whole here: to those who brought them or work on them, not to all who may read.
        person = person_asking(request)
        whole = Comparison.objects.editable_by(person) | Comparison.objects.filter(is_example=True).live()
        comparison = get_object_or_404(whole.select_related("left", "right"), key=key)
        return CompareForm(left=_as_given(comparison.left), right=_as_given(comparison.right))
    if key := request.GET.get("item"):
        items = Item.objects.visible_to(person_asking(request)).filter(current__isnull=False)
        item = get_object_or_404(items.select_related("current"), key=key if key.isalnum() else "")
        return CompareForm(left=_as_given(item.current) if item.current else None)
    return CompareForm()


def _as_given(article: Article) -> GivenArticle:
    return GivenArticle(
        raw=article.raw,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        address=article.address,
    )
