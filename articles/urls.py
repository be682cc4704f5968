"""The app's addresses. Every write is a POST that names the version it edits."""

from django.urls import path

from articles.views import articles, completion, imports, links, people, review, search, statements, utterances

urlpatterns = [
    path("", search.search, name="search"),
    path("complete/", search.complete, name="complete"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/original/", articles.original, name="original"),
    path("articles/<int:pk>/statements/", statements.mark, name="mark"),
    path("statements/<int:pk>/", statements.card, name="statement"),
    path("statements/<int:pk>/edit/", statements.edit, name="edit"),
    path("statements/<int:pk>/judge/", statements.judge, name="judge-statement"),
    path("statements/<int:pk>/link/", links.candidates, name="candidates"),
    path("statements/<int:pk>/link/<int:other>/", links.link, name="link"),
    path("links/<int:pk>/judge/", links.judge, name="judge-link"),
    path("utterances/<int:pk>/", utterances.utterance, name="utterance"),
    path("conflicts/", utterances.conflicts, name="conflicts"),
    path("people/", people.people, name="people"),
    path("people/complete/", completion.complete, name="complete-person"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/rename/", people.rename, name="rename"),
    path("people/<int:pk>/merge/", people.merge, name="merge"),
    path("people/<int:pk>/unmerge/", people.unmerge, name="unmerge"),
    path("review/", review.review, name="review"),
    path("undo/", review.undo, name="undo"),
    path("import/", imports.imports, name="imports"),
    path("import/<int:pk>/", imports.batch, name="batch"),
    path("import/<int:pk>/progress/", imports.progress, name="progress"),
    path("keys/", search.keys, name="keys"),
]
