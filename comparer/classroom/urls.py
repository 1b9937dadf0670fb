"""Addresses of the classroom: under class/ for teachers, under join/ for students."""

from __future__ import annotations

from django.urls import path

from comparer.classroom.views import board, gradebook, joining, lesson, making, marking, mine, paper, rooms, shelf

urlpatterns = [
    # exercises
    path("class/", shelf.exercise_list, name="exercise_list"),
    path("class/gallery/", shelf.exercise_gallery, name="exercise_gallery"),
    path("class/import/", shelf.exercise_import, name="exercise_import"),
    path("class/new/from-library/", making.exercise_from_pieces, name="exercise_from_pieces"),
    path("class/new/<str:key>/", making.exercise_make, name="exercise_make"),
    path("class/exercises/<str:key>/", making.exercise_detail, name="exercise_detail"),
    path("class/exercises/<str:key>/edit/", making.exercise_edit, name="exercise_edit"),
    path("class/exercises/<str:key>/copy/", shelf.exercise_copy, name="exercise_copy"),
    path("class/exercises/<str:key>/delete/", shelf.exercise_delete, name="exercise_delete"),
    path("class/exercises/<str:key>/restore/", shelf.exercise_restore, name="exercise_restore"),
    path("class/exercises/<str:key>/file/", shelf.exercise_export, name="exercise_export"),
    path("class/exercises/<str:key>/worksheet/", paper.paper_worksheet, name="paper_worksheet"),
    path("class/exercises/<str:key>/answers/", paper.paper_key, name="paper_key"),
    # the teacher's rooms
    path("class/rooms/", rooms.room_list, name="room_list"),
    path("class/exercises/<str:key>/open/", rooms.room_open, name="room_open"),
    path("class/rooms/<int:pk>/", board.room_board, name="room_board"),
    path("class/rooms/<int:pk>/reveal/", board.room_reveal, name="room_reveal"),
    path("class/rooms/<int:pk>/marking/", marking.room_marking, name="room_marking"),
    path("class/rooms/<int:pk>/marking/<int:answer_pk>/", marking.room_mark, name="room_mark"),
    path("class/rooms/<int:pk>/marking/undo/", marking.room_mark_undo, name="room_mark_undo"),
    path("class/rooms/<int:pk>/marking/<slug:task_id>/again/", marking.room_mark_again, name="room_mark_again"),
    path("class/rooms/<int:pk>/gradebook/", gradebook.room_gradebook, name="room_gradebook"),
    path("class/rooms/<int:pk>/gradebook.csv", gradebook.room_gradebook_csv, name="room_gradebook_csv"),
    path("class/rooms/<int:pk>/students/<int:pupil_pk>/answers.json", gradebook.student_export, name="student_export"),
    path("class/rooms/<int:pk>/students/<int:pupil_pk>/delete/", gradebook.student_delete, name="student_delete"),
    path("class/rooms/<int:pk>/students/<int:pupil_pk>/restore/", gradebook.student_restore, name="student_restore"),
    path("class/rooms/<int:pk>/delete/", gradebook.room_delete, name="room_delete"),
    path("class/rooms/<int:pk>/restore/", gradebook.room_restore, name="room_restore"),
    path("class/exercises/<str:key>/rooms/", gradebook.exercise_rooms, name="exercise_rooms"),
    path("class/rooms/<int:pk>/control/", rooms.room_control, name="room_control"),
    path("class/rooms/<int:pk>/code/", rooms.room_code, name="room_code"),
    path("class/rooms/<int:pk>/words/", rooms.room_words, name="room_words"),
    path("class/rooms/<int:pk>/do/<slug:deed>/", rooms.room_deed, name="room_deed"),
    path("class/rooms/<int:pk>/step/", rooms.room_step, name="room_step"),
    path("class/rooms/<int:pk>/pace/", rooms.room_pace, name="room_pace"),
    path("class/rooms/<int:pk>/students/<int:pupil>/remove/", rooms.room_remove, name="room_remove"),
    path("class/rooms/<int:pk>/students/<int:pupil>/return/", rooms.room_return, name="room_return"),
    # the student's side
    path("join/", joining.join_room, name="join"),
    path("join/back/", joining.join_back, name="join_back"),
    path("join/room/<int:room_id>/", lesson.lesson, name="lesson"),
    path("join/room/<int:room_id>/welcome/", lesson.lesson_welcome, name="lesson_welcome"),
    path("join/room/<int:room_id>/task/<slug:task_id>/", lesson.lesson_task, name="lesson_task"),
    path("join/room/<int:room_id>/pulse/", lesson.lesson_pulse, name="lesson_pulse"),
    path("join/room/<int:room_id>/mine/", mine.lesson_mine, name="lesson_mine"),
    path("join/room/<int:room_id>/mine/answers.json", mine.lesson_export, name="lesson_export"),
    path("join/room/<int:room_id>/mine/delete/", mine.lesson_forget, name="lesson_forget"),
    path("join/room/<int:room_id>/leave/", mine.lesson_leave, name="lesson_leave"),
    path("join/room/<int:room_id>/gone/<slug:what>/", mine.join_gone, name="join_gone"),
    path("join/<str:code>/", joining.join_room, name="join_code"),
]
