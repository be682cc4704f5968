"""What pages lay side by side: stored statements, articles and people, compared for somebody who reads or judges.

In: rows of the database. Out: frozen dataclasses for templates; nothing is written here. Each file is one view of the
archive: the candidates for a statement (`pairs`), people who may be one (`namesakes`), two articles aligned
(`alignments`), the articles around one (`events`) and their picture (`maps`); of an utterance, the table of its reports
(`reports`, with `cells` and `facts`), who has them from whom (`relays`, `naming`), how it spread (`spread`) and what
each leaves out (`omissions`).
"""
