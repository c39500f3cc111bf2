"""What is sent to those who are asked: who they are, what each gets and under what names, and how it is recorded."""

from builder.dispatch.addressee import RECIPIENTS, Addressee, addressees, fault, named
from builder.dispatch.deadline import DEADLINE, day_of, in_words, is_day
from builder.dispatch.event import Event, with_event
from builder.dispatch.letters import slip, summary
from builder.dispatch.lists import CHECKSUMS, METADATA, Sent, checksums, digest, metadata, sent_list
from builder.dispatch.missive import addressed
from builder.dispatch.names import LONGEST, file_name
from builder.dispatch.occasion import Entry, Occasion

__all__ = [
    "CHECKSUMS", "DEADLINE", "LONGEST", "METADATA", "RECIPIENTS", "Addressee", "Entry", "Event", "Occasion", "Sent",
    "addressed", "addressees", "checksums", "day_of", "digest", "fault", "file_name", "in_words", "is_day", "metadata",
    "named", "sent_list", "slip", "summary", "with_event",
]  # fmt: skip
