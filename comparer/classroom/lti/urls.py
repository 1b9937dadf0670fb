"""Addresses that learning platforms and their teachers use, under class/lti/."""

from __future__ import annotations

from django.urls import path

from comparer.classroom.views import lti, lti_account, lti_grades, lti_teacher

urlpatterns = [
    # for platforms
    path("login/", lti.lti_login, name="lti_login"),
    path("launch/", lti.lti_launch, name="lti_launch"),
    path("keys.json", lti.lti_keys, name="lti_keys"),
    path("config.json", lti.lti_config, name="lti_config"),
    # in a platform's frame
    path("enter/", lti.lti_enter, name="lti_enter"),
    path("link/", lti_teacher.lti_link, name="lti_link"),
    path("choose/", lti_teacher.lti_choose, name="lti_choose"),
    path("room/", lti_teacher.lti_room, name="lti_room"),
    # on this site
    path("account/", lti_account.lti_account, name="lti_account"),
    path("account/<int:pk>/unlink/", lti_account.lti_unlink, name="lti_unlink"),
    path("register/", lti_account.lti_register, name="lti_register"),
    path("rooms/<int:pk>/grades/", lti_grades.lti_grades, name="lti_grades"),
]
