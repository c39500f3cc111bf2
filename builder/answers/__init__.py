"""The form that a body answers on: what it asks, as values with lasting ids, before it is Word or Excel.

The ids, which the file carries and whoever reads a returned file looks for:

- `svar/instans`, `svar/diarienummer`, `svar/kontakt`, `svar/helhet`, `svar/sammanfattning`: who answers, and the answer
  as a whole;
- `fråga/f03` (a row of the register) and `fråga/hemmet/parter#OF-02` (a clause's open question): see `builder.asked`;
- `klausul/hemmet/parter`: a clause, by its id;
- `beslut/…` and `bilaga/1` to `bilaga/4`: who decided, and what is attached.
"""

from builder.answers.form import AnswerForm, ClauseGroup, ClauseRow, QuestionGroup, QuestionRow, addressed, form
from builder.answers.recipients import RECIPIENTS, Recipient, recipients
from builder.answers.wording import Field, Wording, wording

__all__ = [
    "RECIPIENTS", "AnswerForm", "ClauseGroup", "ClauseRow", "Field", "QuestionGroup", "QuestionRow", "Recipient",
    "Wording", "addressed", "form", "recipients", "wording",
]  # fmt: skip
