"""Every word that the form itself says, by language; the questions and clauses bring their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["Field", "Wording", "wording"]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: its lasting id, what it is called, a hint, what to choose among, what is known already.
    `room` is how many lines an answer is expected to take."""

    id: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    value: str = ""
    room: int = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """The form's words. `positions` are the answers to a proposal, the same for the whole and for each clause."""

    kind: str
    title: str
    positions: tuple[str, str, str, str]
    other: str
    choose: str
    first: str
    guide_title: str
    guide: tuple[str, ...]
    facts_title: str
    recipient: str
    respond: str
    questions: str
    questions_note: str
    general: str
    chapter: str
    no_chapter: str
    clauses: str
    clauses_note: str
    decide: str
    who: tuple[Field, ...]
    overall: str
    overall_question: str
    summary: Field
    decision: tuple[Field, ...]
    attachment: str
    attachment_hint: str
    attachments: str
    fact_heads: tuple[str, str]
    field_heads: tuple[str, str]
    question_heads: tuple[str, ...]
    clause_heads: tuple[str, ...]
    id_head: str
    answer_so: str
    concerns: str
    hint_head: str
    choose_error: str
    choose_hint: str
    asks: str
    answer_to: str
    free: str
    question: str
    last: str
    sheets: tuple[str, str, str, str, str]


SWEDISH = Wording(
    kind="svarsformulär",
    title="Svarsformulär",
    positions=("Tillstyrker", "Tillstyrker med ändring", "Avstyrker", "Avstår"),
    other="Annat svar, se kommentaren",
    choose="Välj svar",
    first="Läs först",
    guide_title="Så fyller ni i",
    guide=(
        "Skriv i fälten med ram och gul botten. Svara bara på det som rör er. Ett tomt fält betyder att ni inte har "
        "tagit ställning.",
        "Börja med del A: vem som svarar, ert svar i sin helhet och en kort sammanfattning.",
        "Del B är frågorna och del C klausulerna. Numren är desamma som i remissversionen.",
        "Ändra inte texten längst till vänster på en rad. Den visar vad svaret gäller.",
        "Ange funktioner, aldrig namn på personer. Skriv inget om enskilda patienter, inte heller utan namn.",
        "Formuläret fungerar utan internet. Tabbtangenten flyttar till nästa fält. Alt och nedåtpil öppnar en lista.",
        "Spara filen och skicka den till den adress och senast den dag som står i missivet. Skicka den som Word eller "
        "Excel, inte som pdf.",
    ),
    facts_title="Det här svarar ni på",
    recipient="Mottagare",
    respond="Del A. Ert svar",
    questions="Del B. Frågor till remissinstanserna",
    questions_note="Välj ett svar i listan där det finns en. Skriv skäl och annat i kommentaren.",
    general="Allmänna frågor",
    chapter="Kapitel {}. {}",
    no_chapter="Klausuler",
    clauses="Del C. Klausulerna, en i taget",
    clauses_note="Hoppa över de klausuler som ni inte har synpunkter på.",
    decide="Del D. Beslut och bilagor",
    who=(
        Field("svar/instans", "Instans", "Kommunen, regionen eller organisationen som svarar"),
        Field("svar/diarienummer", "Ert diarienummer"),
        Field("svar/kontakt", "Kontakt", "En funktion och dess brevlåda, till exempel registrator. Inga namn."),
    ),
    overall="Tillstyrker ni förslaget i sin helhet?",
    overall_question="Fråga {}. {}",
    summary=Field("svar/sammanfattning", "Sammanfattning", "Det viktigaste i svaret, i några meningar", room=7),
    decision=(
        Field(
            "beslut/slag", "Svaret är", "",
            ("Beslut av fullmäktige", "Beslut av styrelse eller nämnd", "Beslut enligt delegation",
             "Yttrande från förvaltningen, beslut kommer senare", "Yttrande från en organisation"),
        ),
        Field("beslut/organ", "Vem som har beslutat", "Organet eller funktionen, inte namnet på en person"),
        Field("beslut/dag", "Dag för beslutet", "År, månad och dag, till exempel 2027-03-15"),
        Field("beslut/paragraf", "Paragraf i protokollet"),
        Field("beslut/senare", "Om beslutet kommer senare", "Organ och dag"),
        Field("beslut/avvikande", "Reservationer och särskilda yttranden", "Skriv vilka, och bifoga texten", room=2),
    ),
    attachment="Bilaga {}",
    attachment_hint="Filens namn och vad den innehåller",
    attachments="Bilagor till svaret",
    fact_heads=("Uppgift", "Värde"),
    field_heads=("Uppgift", "Ert svar"),
    question_heads=("Nr", "Fråga", "Ert svar", "Kommentar och skäl"),
    clause_heads=(
        "Klausul", "Ert svar", "Synpunkt och skäl", "Förslag till lydelse",
        "Konsekvens hos er: ekonomi, bemanning, it",
    ),
    id_head="Id (ändra inte)",
    answer_so="Svara så",
    concerns="Gäller",
    hint_head="Förklaring",
    choose_error="Välj ett av svaren i listan. Skriv annat i kommentaren.",
    choose_hint="Öppna listan med Alt och nedåtpil.",
    asks="Frågor",
    answer_to="Svar på {}",
    free="Skriv i kommentaren",
    question="Svar på fråga {}",
    last="Slut på formuläret",
    sheets=("Läs först", "Svar", "Frågor", "Klausuler", "Beslut"),
)  # fmt: skip

ENGLISH = Wording(
    kind="answer form",
    title="Answer form",
    positions=("Support", "Support with changes", "Reject", "Abstain"),
    other="Another answer, see the comment",
    choose="Choose an answer",
    first="Read first",
    guide_title="How to fill in the form",
    guide=(
        "Write in the fields with a border and a yellow ground. Answer only what concerns you. An empty field means "
        "that you have taken no position.",
        "Begin with part A: who answers, your answer as a whole and a short summary.",
        "Part B holds the questions and part C the clauses. The numbers are those of the consultation draft.",
        "Do not change the text furthest to the left in a row. It shows what the answer is about.",
        "State functions, never names of persons. Write nothing about individual patients, not even without a name.",
        "The form works without internet. The tab key goes to the next field. Alt and arrow down open a list.",
        "Save the file and send it to the address and by the day that the covering letter states. Send it as Word or "
        "Excel, not as PDF.",
    ),
    facts_title="What you answer",
    recipient="Recipient",
    respond="Part A. Your answer",
    questions="Part B. Questions",
    questions_note="Choose an answer where there is a list. Write reasons and other things in the comment.",
    general="General questions",
    chapter="Chapter {}. {}",
    no_chapter="Clauses",
    clauses="Part C. The clauses, one at a time",
    clauses_note="Pass over the clauses on which you have nothing to say.",
    decide="Part D. Decision and attachments",
    who=(
        Field("svar/instans", "Body", "The authority or organisation that answers"),
        Field("svar/diarienummer", "Your registration number"),
        Field("svar/kontakt", "Contact", "A function and its mailbox, for example the registry. No names."),
    ),
    overall="Do you support the proposal as a whole?",
    overall_question="Question {}. {}",
    summary=Field("svar/sammanfattning", "Summary", "The most important in the answer, in some sentences", room=7),
    decision=(
        Field(
            "beslut/slag", "The answer is", "",
            ("A decision of the assembly", "A decision of a board or committee", "A decision by delegation",
             "A statement by officials, a decision comes later", "A statement by an organisation"),
        ),
        Field("beslut/organ", "Who has decided", "The body or function, not the name of a person"),
        Field("beslut/dag", "Day of the decision", "Year, month and day, for example 2027-03-15"),
        Field("beslut/paragraf", "Paragraph of the minutes"),
        Field("beslut/senare", "If the decision comes later", "Body and day"),
        Field("beslut/avvikande", "Reservations and special opinions", "Say which, and attach the text", room=2),
    ),
    attachment="Attachment {}",
    attachment_hint="The name of the file and what it holds",
    attachments="Attachments to the answer",
    fact_heads=("What", "Value"),
    field_heads=("What", "Your answer"),
    question_heads=("No", "Question", "Your answer", "Comment and reasons"),
    clause_heads=(
        "Clause", "Your answer", "Opinion and reasons", "Proposed wording",
        "Consequences for you: economy, staff, it",
    ),
    id_head="Id (do not change)",
    answer_so="How to answer",
    concerns="Concerns",
    hint_head="Explanation",
    choose_error="Choose an answer of the list. Write other things in the comment.",
    choose_hint="Alt and arrow down open the list.",
    asks="Questions",
    answer_to="Answer to {}",
    free="Write in the comment",
    question="Answer to question {}",
    last="End of the form",
    sheets=("Read first", "Answer", "Questions", "Clauses", "Decision"),
)  # fmt: skip

LANGUAGES: Mapping[str, Wording] = MappingProxyType({"sv": SWEDISH, "en": ENGLISH})


def wording(language: str) -> Wording:
    """The words of a language; English for one that is not known."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
