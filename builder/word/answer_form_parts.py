"""The parts of an answer form, each a heading with what stands under it."""

from collections.abc import Iterator

from builder.answers import AnswerForm, ClauseRow, Field, QuestionRow
from builder.phrases import phrases
from builder.word.answer_form_pen import FormPen

__all__ = ["parts"]

FACTS, FIELDS, QUESTIONS, CLAUSES = (22, 78), (28, 72), (4, 42, 22, 32), (24, 15, 23, 22, 16)
"""The columns' widths, in parts of the whole."""

QUESTION_LINES, CLAUSE_LINES = 3, 4
"""Lines that an empty row takes."""

DOT = " · "


def parts(pen: FormPen, form: AnswerForm) -> Iterator[str]:
    """The whole form, in the order in which it is filled in."""
    said = pen.said
    yield pen.paragraph("Title", pen.run(said.title))
    yield pen.paragraph("Subtitle", pen.run(form.edition.title))
    yield from _facts(pen, form)
    yield pen.heading(1, said.guide_title)
    yield from map(pen.item, said.guide)
    yield pen.heading(1, said.respond, new_page=True)
    yield _fields(pen, said.respond, form.respond)
    yield from _questions(pen, form)
    yield from _clauses(pen, form)
    yield pen.heading(1, said.decide, new_page=True)
    yield _fields(pen, said.decide, form.decision)
    yield pen.heading(2, said.attachments)
    yield _fields(pen, said.attachments, form.attachments)
    yield pen.paragraph("Slutrad", pen.run(said.last))


def _facts(pen: FormPen, form: AnswerForm) -> Iterator[str]:
    """Which text is answered, and by whom."""
    edition, names = form.edition, phrases(form.edition.language)
    recipient = form.recipient.name if form.recipient else ""
    rows = (
        (pen.said.recipient, recipient), (names.version, edition.version), (names.status, edition.status),
        (names.date, edition.date), (names.diary, edition.diary), (names.commit, edition.commit),
        (names.checksum, edition.checksum),
    )  # fmt: skip
    one, two = pen.widths(FACTS)
    yield pen.table(
        pen.said.facts_title, FACTS, pen.said.fact_heads,
        (pen.row((pen.cell(one, pen.line(pen.run(name))), pen.cell(two, pen.line(pen.run(text)))), 1)
         for name, text in rows if text),
    )  # fmt: skip


def _fields(pen: FormPen, caption: str, fields: tuple[Field, ...]) -> str:
    return pen.table(caption, FIELDS, pen.said.field_heads, (_field(pen, field) for field in fields))


def _field(pen: FormPen, field: Field) -> str:
    one, two = pen.widths(FIELDS)
    name = pen.strong(field.label)
    if field.choices:
        answer = pen.dropdown(field.id, field.label, field.choices)
    else:
        name, answer = pen.marked(field.id, name), pen.line(pen.run(field.value))
    cells = (pen.cell(one, pen.line(name) + pen.small(field.hint)), pen.field(two, answer))
    return pen.row(cells, max(field.room, 2 if field.hint else 1))


# --- questions ---------------------------------------------------------------------------------------


def _questions(pen: FormPen, form: AnswerForm) -> Iterator[str]:
    if form.questions:
        yield pen.heading(1, pen.said.questions, new_page=True)
        yield pen.paragraph("BodyText", pen.run(pen.said.questions_note), "<w:keepNext/>")
    for group in form.questions:
        yield pen.heading(2, group.title)
        rows = (_question(pen, row, form.edition.language) for row in group.rows)
        yield pen.table(group.title, QUESTIONS, pen.said.question_heads, rows)


def _question(pen: FormPen, row: QuestionRow, language: str) -> str:
    number, question, answer, comment = pen.widths(QUESTIONS)
    shown = str(row.question.number)
    if row.choices:
        name = pen.strong(shown)
        chosen = pen.field(answer, pen.dropdown(row.id, pen.said.question.format(shown), row.choices))
    else:
        name = pen.marked(row.id, pen.strong(shown))
        chosen = pen.cell(answer, pen.small(pen.said.free))
    about = pen.cell(question, _asked(pen, row, phrases(language).alternatives))
    return pen.row((pen.cell(number, pen.line(name)), about, chosen, pen.field(comment)), QUESTION_LINES)


def _asked(pen: FormPen, row: QuestionRow, alternatives: str) -> str:
    """The question, what helps to answer it, what it concerns, and its id."""
    asked, said = row.question, pen.said
    return (
        pen.line(pen.run(asked.text))
        + pen.small(f"{said.answer_so}: {asked.guidance}" if asked.guidance else "")
        + pen.small(f"{alternatives}: {'; '.join(asked.alternatives)}." if asked.alternatives else "")
        + pen.small(DOT.join(filter(None, (*row.concerns, asked.id))))
    )


# --- clauses -----------------------------------------------------------------------------------------


def _clauses(pen: FormPen, form: AnswerForm) -> Iterator[str]:
    if form.clauses:
        yield pen.heading(1, pen.said.clauses, new_page=True)
        yield pen.paragraph("BodyText", pen.run(pen.said.clauses_note), "<w:keepNext/>")
    for group in form.clauses:
        yield pen.heading(2, group.title)
        yield pen.table(group.title, CLAUSES, pen.said.clause_heads, (_clause(pen, row) for row in group.rows))


def _clause(pen: FormPen, row: ClauseRow) -> str:
    name, answer, *free = pen.widths(CLAUSES)
    title = f"{row.number} {row.title}".strip()
    numbers = ", ".join(map(str, row.questions))
    about = (
        pen.line(pen.strong(title))
        + pen.small(f"{pen.said.asks}: {numbers}" if numbers else "")
        + pen.small(row.clause)
    )
    chosen = pen.dropdown(row.id, pen.said.answer_to.format(title), pen.said.positions)
    return pen.row((pen.cell(name, about), pen.field(answer, chosen), *map(pen.field, free)), CLAUSE_LINES)
